import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readSoonDeleted } from '@/utils/db/library/read-retention';
import { deleteDateOf } from '@/utils/meeting/retention';
import { takeCare } from '@/utils/services/retention/take-care';
import { BackupReminder } from '../app/BackupReminder';
import { EmptiedLine } from '../app/EmptiedLine';
import { useDayText } from '../hooks/use-day-text';
import { usePreferences } from '../hooks/use-preferences';
import { hrefOf } from './route';

/** Above every page: texts that are deleted soon, and a backup that is due. Quiet lines, never in the way. */
export function CareLines() {
  const t = useTranslations('settings.keep');
  const day = useDayText();
  const { retentionMonths } = usePreferences();
  // A period that was just chosen counts at once.
  useEffect(() => {
    void takeCare(db, Date.now()).catch(() => undefined);
  }, [retentionMonths]);
  const soon = useLiveQuery(() => readSoonDeleted(db, retentionMonths, Date.now()), [retentionMonths]) ?? [];
  const dates = soon.map((m) => deleteDateOf(m, retentionMonths) ?? '').sort();
  return (
    <>
      {soon.length > 0 ? <p className="care-line">{t('due', { count: soon.length, date: day(dates.at(-1) ?? '') })} <a href={hrefOf('settings')}>{t('show')}</a></p> : null}
      <EmptiedLine href={hrefOf('settings')} />
      <BackupReminder href={hrefOf('settings')} />
    </>
  );
}
