import { useMemo } from 'react';
import type { StepTime } from '@/utils/services/deal/take-step';
import { utcOffsetAt } from '@/utils/settings/clock';
import { dateAt } from '@/utils/time/plain-date';
import { leadPolicyOf } from '@/utils/time/work-calendar';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';

export interface WorkTime extends Omit<StepTime, 'at'> {
  /** With the instant of a write: what the services ask for. */
  when: (at: number) => StepTime;
}

/** The day it is here, and the days on which the user works. */
export function useWorkTime(): WorkTime {
  const { now } = useNow();
  const chosen = usePreferences();
  const today = dateAt(now, utcOffsetAt(now));
  return useMemo(() => {
    const { holidays, workdays } = leadPolicyOf(chosen);
    const days = { holidays, workdays };
    return { today, days, when: (at) => ({ at, today: dateAt(at, utcOffsetAt(at)), days }) };
  }, [today, chosen]);
}
