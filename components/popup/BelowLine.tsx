import { lazy, Suspense } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { CaptureTarget, RecentLine } from '@/utils/db/library/read-capture';
import { readRecentLines } from '@/utils/db/library/read-capture';
import { openLibraryTab, openPanelWindow } from '@/utils/panel/side-panel';
import { undoLine } from '@/utils/services/capture/undo-line';
import { showSafely } from '@/utils/text/normalize';
import { usePanelStore } from '../app/panel-store';
import { WorkerTrouble } from '../trouble/WorkerTrouble';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';

// Needed when a write failed only.
const Rescue = lazy(async () => ({ default: (await import('../trouble/Rescue')).Rescue }));

const SHOWN = 5;

/** What went to the target last, and the ways out of the popup. */
export function BelowLine({ target }: { target: CaptureTarget | null }) {
  const t = useTranslations('popup');
  const save = useSaver();
  const start = (): void => {
    // Loaded by the press, as the picker of deals is.
    void save(async (at) => (await import('@/utils/services/meeting/start-manual-meeting')).startManualMeeting(db, target?.dealId ?? '', '', at)).then(async (meeting) => {
      if (!meeting) return;
      await openPanelWindow(null);
      window.close();
    });
  };
  return (
    <>
      <RescueLine />
      <WorkerTrouble />
      {target ? <RecentLines target={target} /> : null}
      <div className="popup-ways">
        <Button wide onClick={() => { void openPanelWindow(null).then(() => { window.close(); }); }}>{t('openWindow')}</Button>
        {target?.meeting?.state === 'live' ? null : <Button wide onClick={start}>{t('startMeeting')}</Button>}
        <Button wide look="quiet" onClick={() => { void openLibraryTab().then(() => { window.close(); }); }}>{t('library')}</Button>
      </div>
    </>
  );
}

/** Under the line that says why nothing is kept: a backup of what is there. */
function RescueLine() {
  const trouble = usePanelStore((s) => s.trouble);
  return trouble ? <div className="row"><Suspense><Rescue /></Suspense></div> : null;
}

function RecentLines({ target }: { target: CaptureTarget }) {
  const t = useTranslations('popup');
  const tc = useTranslations('common');
  const save = useSaver();
  const lines = useLiveQuery(() => readRecentLines(db, target, SHOWN), [target]) ?? [];
  if (lines.length === 0) return null;
  const undo = (line: RecentLine): void => {
    void save((at) => undoLine(db, line, at));
    // The button goes with its line: the keyboard goes back to where lines are typed.
    document.querySelector<HTMLElement>('.popup-line')?.focus();
  };
  return (
    <section aria-label={t('recent')} className="stack">
      <h2>{t('recent')}</h2>
      <ul className="popup-recent">
        {lines.map((line, i) => (
          <li key={line.id}>
            <span className="tag">{tc(`kind.${line.kind}`)}</span>
            <span className="grow clamp preline">{showSafely(line.text)}</span>
            {i === 0 ? <Button look="quiet" aria-label={t('undoLine', { text: showSafely(line.text).slice(0, 60) })} onClick={() => { undo(line); }}>{tc('undo')}</Button> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
