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
          <p className="soft" role="status">{t(`modeHelp.${mode}`, { count: BACKUP_TABLES.reduce((n, table) => n + read.preview[table].onlyHere, 0) })}</p>
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

const COLUMNS = ['fresh', 'same', 'different', 'onlyHere'] as const;

function Preview({ preview }: { preview: RestorePreview }) {
  const t = useTranslations('settings.restore');
  const shown = BACKUP_TABLES.filter((table) => COLUMNS.some((c) => preview[table][c] > 0));
  return (
    <table className="restore-table">
      <caption>{t('caption')}</caption>
      <thead><tr><th scope="col">{t('column.table')}</th>{COLUMNS.map((c) => <th key={c} scope="col">{t(`column.${c}`)}</th>)}</tr></thead>
      <tbody>
        {shown.map((table) => (
          <tr key={table}>
            <th scope="row">{t(`table.${table}`)}</th>
            {COLUMNS.map((c) => <td key={c} className={preview[table][c] === 0 ? 'zero' : ''}>{preview[table][c]}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
