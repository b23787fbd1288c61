import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { backupDue } from '@/utils/backup/due';
import { db } from '@/utils/db/database';
import { readFirstUse } from '@/utils/db/library/read-retention';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';
import { useLastBackup } from '../settings/use-backup';

/** A quiet line when a backup is due; nothing otherwise. */
export function BackupReminder({ href }: { href: string }) {
  const t = useTranslations('trouble.reminder');
  const { backupEvery } = usePreferences();
  const { now, practice } = useNow();
  const last = useLastBackup();
  const first = useLiveQuery(() => readFirstUse(db), []);
  if (last === undefined || first === undefined || practice) return null;
  const days = backupDue(backupEvery, last, first, now);
  if (days === null) return null;
  return <p className="care-line">{last === null ? t('dueNever') : t('due', { days })} <a href={href} target={href.startsWith('#') ? undefined : 'baton-library'}>{t('toSettings')}</a></p>;
}
