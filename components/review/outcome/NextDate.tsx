import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { isWrongDay } from '@/utils/time/field-day';
import { useSaver } from '../../hooks/use-saver';
import { DateField } from '../../ui/DateField';

/** The day of the next meeting, saved as soon as it is a whole date. */
export function NextDate({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('review');
  const save = useSaver();
  const [typed, setTyped] = useState<string | null>(null);
  const change = (date: string): void => {
    setTyped(date);
    if (!isWrongDay(date)) void save((at) => editMeeting(db, meeting.id, { nextDate: date || null }, at));
  };
  // While it has the focus, the field shows what is typed: a save that comes back must not tear it. What is no date stays, and is said.
  const leave = (): void => { if (typed !== null && typed === (meeting.nextDate ?? '')) setTyped(null); };
  return <DateField label={t('nextDate')} value={typed ?? meeting.nextDate ?? ''} onDay={change} onBlur={leave} />;
}
