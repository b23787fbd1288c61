import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { utcOffsetAt } from '@/utils/settings/clock';
import { BACKUP_INTERVALS, changePreferences } from '@/utils/settings/preferences';
import { dateAt } from '@/utils/time/plain-date';
import { useDayText } from '../hooks/use-day-text';
import { usePreferences } from '../hooks/use-preferences';
import { useFailureOf, useRefusal } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { ChipChoice } from '../ui/Field';
import { downloadBackup, useLastBackup } from './use-backup';
import { useSaid } from './use-said';

/** One button for a backup of everything, and how often to be reminded of it. */
export function BackupSection() {
  const t = useTranslations('settings.backup');
  const day = useDayText();
  const chosen = usePreferences();
  const refuse = useRefusal();
  const failureOf = useFailureOf();
  const last = useLastBackup();
  const [busy, setBusy] = useState(false);
  const [said, say, complain] = useSaid();
  const backUp = async (): Promise<void> => {
    setBusy(true);
    say(t('busy'));
    const words = ({ file, count, aside, tooLarge }: Awaited<ReturnType<typeof downloadBackup>>): string =>
      [t('done', { file, count }), aside > 0 ? t('aside', { count: aside }) : '', tooLarge ? t('tooLarge') : ''].filter((part) => part !== '').join(' ');
    await downloadBackup().then((made) => { say(words(made)); }, async (error: unknown) => { complain(t('failed', { reason: (await failureOf(error))[0] })); });
    setBusy(false);
  };
  return (
    <section aria-labelledby="backup-title">
      <h2 id="backup-title">{t('title')}</h2>
      <p className="soft">{t('lead')}</p>
      <div className="row">
        <Button look="primary" disabled={busy} onClick={() => { void backUp(); }}>{t('now')}</Button>
        {last === undefined ? null : <span className="soft">{last === null ? t('never') : t('last', { date: day(dateAt(last, utcOffsetAt(last))) })}</span>}
      </div>
      <p className={`said ${said.bad ? 'bad' : ''}`} role="status">{said.text}</p>
      <ChipChoice label={t('every')} name="backup-every" value={String(chosen.backupEvery)} options={BACKUP_INTERVALS.map((n) => ({ value: String(n), label: t('interval', { n }) }))} onChange={(value) => { void changePreferences({ backupEvery: BACKUP_INTERVALS.find((n) => String(n) === value) ?? 0 }).catch(refuse); }} />
    </section>
  );
}
