import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { CaptureTarget } from '@/utils/db/library/read-capture';
import { countUnfiledLines, readCaptureTarget } from '@/utils/db/library/read-capture';
import { undoNewest } from '@/utils/db/undo/change';
import { fileLines } from '@/utils/services/capture/file-lines';
import { showSafely } from '@/utils/text/normalize';
import { useNow } from '../hooks/use-now';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';

interface Props {
  picked: string | null;
  target: CaptureTarget | null;
  onTarget: (target: CaptureTarget) => void;
  onPick: (dealId: string) => void;
  /** The picker was closed without a choice. */
  onClose: () => void;
}

// Opened by a press: what it needs is not named in what the popup loads first.
const TargetPicker = lazy(async () => ({ default: (await import('./TargetPicker')).TargetPicker }));

/** Lines that were put under a deal just now. */
interface Filed { dealId: string; at: number; count: number }

/** Says where the line goes, and changes it. */
export function TargetBar({ picked, target, onTarget, onPick, onClose }: Props) {
  const t = useTranslations('popup');
  const save = useSaver();
  const [picking, setPicking] = useState(false);
  const [filed, setFiled] = useState<Filed | null>(null);
  const { now } = useNow();
  const found = useLiveQuery(() => readCaptureTarget(db, picked, now), [picked, now]);
  const deals = useLiveQuery(() => db.deals.count(), []) ?? 0;
  const unfiled = useLiveQuery(() => countUnfiledLines(db), []) ?? 0;
  useEffect(() => {
    if (!found) return;
    onTarget(found);
    performance.mark('baton-target');
  }, [found, onTarget]);
  if (!target) return null;
  const file = (): void => {
    const { dealId } = target;
    void save(async (at) => ({ dealId, at, count: await fileLines(db, dealId, at) })).then((done) => { if (done) setFiled(done); });
  };
  // That step and no other: they may be in sight nowhere here.
  const back = ({ dealId, at }: Filed): void => {
    setFiled(null);
    void save(async () => (await undoNewest(db, '', { dealId, at }))?.late === false);
    onClose();
  };
  if (picking) {
    return <Suspense fallback={null}><TargetPicker currentId={target.dealId} onPick={(id) => { setPicking(false); onPick(id); }} onClose={() => { setPicking(false); onClose(); }} /></Suspense>;
  }
  return (
    <>
      <div className="popup-where">
        <p className="grow" role="status">
          <span className="soft">{t('goesTo')}</span>
          <strong>{placeName(target, t('unfiled'), t('untitled'))}</strong>
          <span className="soft">{target.dealId || target.meeting ? meetingName(target, t('live'), t('outside'), t('untitled')) : t('unfiledHelp')}</span>
        </p>
        <Button onClick={() => { setPicking(true); }}>{t(target.dealId ? 'change' : deals > 0 ? 'pick' : 'firstDeal')}</Button>
      </div>
      {target.dealId && unfiled > 0 ? <Button wide onClick={file}>{t('fileHere', { count: unfiled })}</Button> : null}
      {filed && filed.dealId === target.dealId && unfiled === 0 ? <Button wide autoFocus onClick={() => { back(filed); }}>{t('undoLine', { text: t('fileHere', { count: filed.count }) })}</Button> : null}
    </>
  );
}

function placeName(target: CaptureTarget, unfiled: string, untitled: string): string {
  if (target.dealName) return showSafely(`${target.accountName} · ${target.dealName}`);
  return target.meeting ? showSafely(target.meeting.title) || untitled : unfiled;
}

function meetingName({ meeting }: CaptureTarget, live: string, outside: string, untitled: string): string {
  if (!meeting) return outside;
  return meeting.state === 'live' ? `${live}: ${showSafely(meeting.title) || untitled}` : showSafely(meeting.title) || untitled;
}
