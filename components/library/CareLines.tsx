import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readSoonDeleted } from '@/utils/db/library/read-retention';
import { deleteDateOf } from '@/utils/meeting/retention';
import { countDue } from '@/utils/db/library/read-follow-ups';
import { takeCare } from '@/utils/services/retention/take-care';
import { BackupReminder } from '../app/BackupReminder';
import { EmptiedLine } from '../app/EmptiedLine';
import { useDayText } from '../hooks/use-day-text';
import { useWorkTime } from '../followup/use-work-time';
import { usePreferences } from '../hooks/use-preferences';
import { hrefOf } from './route';

/** Above every page: follow-ups that are due, texts that are deleted soon, and a backup that is due. Quiet lines, never in the way. */
export function CareLines() {
  const t = useTranslations('settings.keep');
  const ta = useTranslations('after.follow');
  const day = useDayText();
  const { retentionMonths } = usePreferences();
  // A period that was just chosen counts at once.
  useEffect(() => {
    void takeCare(db, Date.now()).catch(() => undefined);
  }, [retentionMonths]);
  const soon = useLiveQuery(() => readSoonDeleted(db, retentionMonths, Date.now()), [retentionMonths]) ?? [];
  const { today } = useWorkTime();
  const calls = useLiveQuery(() => countDue(db, today), [today]) ?? 0;
  const dates = soon.map((m) => deleteDateOf(m, retentionMonths) ?? '').sort();
  return (
    <>
      {calls > 0 ? <p className="care-line">{ta('due', { count: calls })} <a href={hrefOf('followups')}>{ta('show')}</a></p> : null}
      {soon.length > 0 ? <p className="care-line">{t('due', { count: soon.length, date: day(dates.at(-1) ?? '') })} <a href={hrefOf('settings')}>{t('show')}</a></p> : null}
      <EmptiedLine href={hrefOf('settings')} />
      <BackupReminder href={hrefOf('settings')} />
    </>
  );
}
