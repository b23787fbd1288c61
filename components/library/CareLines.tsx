import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readSoonDeleted } from '@/utils/db/library/read-retention';
import { dropOldSafetyCopy } from '@/utils/db/safety/safety-copy';
import { deleteDateOf } from '@/utils/meeting/retention';
import { purgeDueMeetings } from '@/utils/services/retention/purge-meeting';
import { BackupReminder } from '../app/BackupReminder';
import { useDayText } from '../hooks/use-day-text';
import { usePreferences } from '../hooks/use-preferences';
import { hrefOf } from './route';

/** Above every page: texts that are deleted soon, and a backup that is due. Quiet lines, never in the way. */
export function CareLines() {
  const t = useTranslations('settings.keep');
  const day = useDayText();
  const { retentionMonths } = usePreferences();
  // A browser that runs for weeks never "starts": opening the library catches up.
  useEffect(() => {
    void purgeDueMeetings(db, retentionMonths, Date.now());
    void dropOldSafetyCopy(Date.now() - 7 * 86_400_000);
  }, [retentionMonths]);
  const soon = useLiveQuery(() => readSoonDeleted(db, retentionMonths, Date.now()), [retentionMonths]) ?? [];
  const dates = soon.map((m) => deleteDateOf(m, retentionMonths) ?? '').sort();
  return (
    <>
      {soon.length > 0 ? <p className="care-line">{t('due', { count: soon.length, date: day(dates.at(-1) ?? '') })} <a href={hrefOf('settings')}>{t('show')}</a></p> : null}
      <BackupReminder href={hrefOf('settings')} />
    </>
  );
}
