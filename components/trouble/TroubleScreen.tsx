import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Trouble } from '@/utils/db/trouble';
import { preferences } from '@/utils/settings/preferences';
import { downloadParts } from '../settings/download';
import { Button } from '../ui/Button';
import './trouble.css';

interface Props {
  trouble: Trouble;
  /** The error's own words, for support. */
  detail?: string;
  onRetry: () => void;
}

/** Nothing can be read from here, or another window waits: only loading again helps. */
const RELOADS: readonly Trouble[] = ['outdated', 'newer', 'closed', 'unknown'];

/** In place of the app while its database refuses: what happened, what is kept, a way on and a backup. */
export function TroubleScreen({ trouble, detail = '', onRetry }: Props) {
  const t = useTranslations('trouble');
  const reload = RELOADS.includes(trouble);
  // The popup's and the panel's boxes are the page's own: what stands in it can be copied, but it takes nothing that nobody would keep.
  useEffect(() => {
    const box = document.querySelector<HTMLTextAreaElement>('#popup-box, #capture');
    if (!box) return;
    box.readOnly = true;
    return () => { box.readOnly = false; };
  }, []);
  return (
    <main className="trouble stack" role="alert">
      <h1>{t(`title.${trouble}`)}</h1>
      <p>{t(`text.${trouble}`)}</p>
      <div className="row">
        <Button look="primary" onClick={reload ? () => { location.reload(); } : onRetry}>{t(reload ? 'reload' : 'retry')}</Button>
        {trouble === 'unavailable' ? null : <Rescue />}
      </div>
      {detail === '' ? null : <p className="soft">{t('detail', { detail })}</p>}
    </main>
  );
}

function Rescue() {
  const t = useTranslations('trouble');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const rescue = async (): Promise<void> => {
    setBusy(true);
    setSaid(t('backingUp'));
    try {
      // Packing is loaded when it is needed: every window has this screen, few ever show it.
      const { rescueBackup } = await import('@/utils/services/backup/rescue-backup');
      const made = await rescueBackup(await preferences.getValue(), Date.now());
      downloadParts(made.parts, made.fileName);
      const about = { file: made.fileName, count: made.rows };
      setSaid(made.unreadable.length > 0 ? t('backedUpPartly', { ...about, tables: made.unreadable.join(', ') }) : t('backedUp', about));
    } catch {
      setSaid(t('nothing'));
    }
    setBusy(false);
  };
  return (
    <>
      <Button disabled={busy} onClick={() => { void rescue(); }}>{t('backup')}</Button>
      <p className="soft trouble-said" role="status">{said}</p>
    </>
  );
}
