import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RestoreMode } from '@/utils/backup/compare';
import { RESTORE_MODES } from '@/utils/backup/compare';
import { BackupError } from '@/utils/backup/format';
import { BACKUP_TABLES } from '@/utils/backup/tables';
import { db } from '@/utils/db/database';
import { readSafetyCopy } from '@/utils/db/safety/safety-copy';
import type { CheckedBackup, RestorePreview } from '@/utils/services/backup/preview-restore';
import { previewRestore, readBackupFile } from '@/utils/services/backup/preview-restore';
import { restoreBackup, undoRestore } from '@/utils/services/backup/restore-backup';
import { TOLD } from '@/utils/services/trouble/refusal';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { Button } from '../ui/Button';
import { ChipChoice } from '../ui/Field';
import { useSaid } from './use-said';
import { useDayText } from '../hooks/use-day-text';
import { useFailureOf } from '../hooks/use-saver';

interface Read { backup: CheckedBackup; preview: RestorePreview }

/** The same rules as for a page that is clipped: what Baton kept comes back as it was, and nothing else gets in. */
async function cleaner(): Promise<(html: string) => string> {
  const { sanitiseHtml } = await import('@/utils/services/evidence/sanitise-html');
  return (html) => sanitiseHtml(html, '');
}

/** Choose a file, see what it would change, choose how, restore, and take it back if it was wrong. */
export function RestoreSection() {
  const t = useTranslations('settings.restore');
  const day = useDayText();
  const failureOf = useFailureOf();
  const [read, setRead] = useState<Read | null>(null);
  const [mode, setMode] = useState<RestoreMode>('merge');
  const [busy, setBusy] = useState(false);
  const [copyAt, setCopyAt] = useState<number | null>(null);
  const [said, say, complain] = useSaid();
  useEffect(() => { void readSafetyCopy().then((copy) => { setCopyAt(copy?.at ?? null); }, () => undefined); }, [said]);
  const reason = async (error: unknown): Promise<string> => {
    if (!(error instanceof BackupError)) return (await failureOf(error))[0];
    // What stands in the file is anybody's text.
    return error.where === '' ? t(`fault.${error.fault}`) : `${t(`fault.${error.fault}`)} ${t('where', { where: showSafely(error.where) })}`;
  };
  const work = async (doing: string, run: () => Promise<string>): Promise<void> => {
    setBusy(true);
    say(doing);
    await run().then(say, async (error: unknown) => { complain(await reason(error)); });
    setBusy(false);
  };
  const choose = (file: File | undefined): void => {
    setRead(null);
    if (!file) return;
    void work(t('reading'), async () => {
      const backup = await readBackupFile(file, await cleaner());
      setRead({ backup, preview: await previewRestore(db, backup) });
      return '';
    });
  };
  const restore = ({ backup }: Read): void => {
    void work(t('busy'), async () => {
      const done = await restoreBackup(db, backup, mode, Date.now()).catch(async (error: unknown) => { throw new Error(t('failed', { reason: await reason(error) }), { cause: TOLD }); });
      setRead(null);
      return t('done', { written: done.written, removed: done.removed });
    });
  };
  const undo = (): void => { void work(t('busy'), async () => { await undoRestore(db, await cleaner(), Date.now()); return t('undone'); }); };
  return (
    <section aria-labelledby="restore-title">
      <h2 id="restore-title">{t('title')}</h2>
      <label className="button file-pick">
        {t('choose')}
        <input type="file" accept=".zip" disabled={busy} onChange={(e) => { choose(e.target.files?.[0]); e.target.value = ''; }} />
      </label>
      <p className={`said ${said.bad ? 'bad' : ''}`} role={said.bad ? 'alert' : 'status'}>{said.text}</p>
      {read ? (
        <>
          <h3>{t('made', { date: day(dateAt(read.backup.createdAt, utcOffsetAt(read.backup.createdAt))) })}</h3>
          <Preview preview={read.preview} />
          <ChipChoice label={t('mode')} name="restore-mode" value={mode} onChange={setMode} options={RESTORE_MODES.map((m) => ({ value: m, label: t(`modes.${m}`) }))} />
          <p className="soft" role="status">{t(`modeHelp.${mode}`, { count: SHOWN.reduce((n, table) => n + read.preview.tables[table].onlyHere, 0) })}</p>
          {read.preview.forgets > 0 ? <p className="banner unowned">{t('forgets', { count: read.preview.forgets })}</p> : null}
          <div><Button look="primary" disabled={busy} onClick={() => { restore(read); }}>{t('go')}</Button></div>
        </>
      ) : null}
      {copyAt === null ? null : (
        <div className="row">
          <span className="soft grow">{t('copy', { date: day(dateAt(copyAt, utcOffsetAt(copyAt))) })}</span>
          <Button disabled={busy} onClick={undo}>{t('undo')}</Button>
        </div>
      )}
    </section>
  );
}

const ALWAYS = ['fresh', 'same', 'different', 'onlyHere'] as const;
/** What was removed is counted beside what it was. */
const SHOWN = BACKUP_TABLES.filter((table) => table !== 'removals');

function Preview({ preview: { tables } }: { preview: RestorePreview }) {
  const t = useTranslations('settings.restore');
  // A column more has hardly room beside the call: only where it says something.
  const columns = SHOWN.some((table) => tables[table].removed > 0) ? [...ALWAYS, 'removed'] as const : ALWAYS;
  const shown = SHOWN.filter((table) => columns.some((c) => tables[table][c] > 0));
  return (
    <table className="restore-table">
      <caption>{t('caption')}</caption>
      <thead><tr><th scope="col">{t('column.table')}</th>{columns.map((c) => <th key={c} scope="col">{t(`column.${c}`)}</th>)}</tr></thead>
      <tbody>
        {shown.map((table) => (
          <tr key={table}>
            <th scope="row">{t(`table.${table}`)}</th>
            {columns.map((c) => <td key={c} className={tables[table][c] === 0 ? 'zero' : ''}>{tables[table][c]}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
