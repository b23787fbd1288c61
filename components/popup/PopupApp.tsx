import { lazy, Suspense, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { CaptureTarget } from '@/utils/db/library/read-capture';
import { utcOffsetAt } from '@/utils/settings/clock';
import { usePanelStore } from '../app/panel-store';
import { usePreferences } from '../hooks/use-preferences';
import { nameBox, popupPlaces, writeBox } from './popup-places';
import { usePopupLine } from './use-popup-line';
import './popup.css';

// The box takes keys first; what needs the database comes right behind it, asked for at once and not
// only when React gets there.
const targetBar = import('./TargetBar');
const belowLine = import('./BelowLine');
const TargetBar = lazy(async () => ({ default: (await targetBar).TargetBar }));
const BelowLine = lazy(async () => ({ default: (await belowLine).BelowLine }));

/** From any tab: open, type, Enter. The box is the page's own: it took keys before this code was there. */
export function PopupApp() {
  const t = useTranslations('popup');
  const { name } = usePreferences();
  const line = usePopupLine();
  const [{ above, box }] = useState(popupPlaces);
  const [picked, pick] = useState<string | null>(null);
  const [target, setTarget] = useState<CaptureTarget | null>(null);
  // An Enter that came before the app was there is a new line in the box: what stands before it was meant to be sent.
  useBoxText(box, line.text, (text) => {
    const lines = text.split('\n');
    const rest = lines.pop() ?? '';
    for (const one of lines) { line.setText(one); line.send(null, null, name); }
    line.setText(rest);
  }, line.setText);
  const onKey = useEffectEvent((e: KeyboardEvent): void => {
    // While an IME composes, Enter belongs to it: a Korean syllable must not be cut.
    if (e.isComposing || e.keyCode === 229) return;
    if (e.key !== 'Enter' || e.shiftKey) return;
    e.preventDefault();
    line.send(target, picked, name);
  });
  useEffect(() => {
    box.addEventListener('keydown', onKey);
    return () => { box.removeEventListener('keydown', onKey); };
  }, [box]);
  useLayoutEffect(() => {
    nameBox(box, t('label'), t('placeholder'), 'popup-marks');
    // For the measurement of how fast it opens.
    performance.mark('baton-box');
  }, [box, t]);
  const onPick = (dealId: string): void => { setTarget(null); pick(dealId); box.focus(); };
  return (
    <>
      {createPortal(
        <>
          <h1 className="visually-hidden">{t('label')}</h1>
          <div className="popup-target">
            <Suspense fallback={null}><TargetBar picked={picked} target={target} onTarget={setTarget} onPick={onPick} onClose={() => { box.focus(); }} /></Suspense>
          </div>
        </>, above)}
      <p id="popup-marks" className="soft">{t('marks')}</p>
      <Fate restored={line.restored} />
      <Suspense fallback={null}><BelowLine target={target} /></Suspense>
    </>
  );
}

/** Keeps the page's box and the line the same; what was typed before the app was there is its beginning. */
function useBoxText(box: HTMLTextAreaElement, text: string, begin: (text: string) => void, setText: (text: string) => void): void {
  const heard = useEffectEvent(() => { setText(box.value); });
  const found = useEffectEvent(() => { begin(box.value); });
  const began = useRef(false);
  useLayoutEffect(() => {
    if (began.current) { writeBox(box, text); return; }
    began.current = true;
    if (box.value !== '') found();
  }, [box, text]);
  useEffect(() => {
    const onInput = (): void => { heard(); };
    box.addEventListener('input', onInput);
    return () => { box.removeEventListener('input', onInput); };
  }, [box]);
}

/** "Saved" only after it is durable; what went wrong stays until it went right. */
function Fate({ restored }: { restored: boolean }) {
  const t = useTranslations('popup');
  const { saving, savedAt, failure } = usePanelStore();
  if (failure) return <p className="popup-fate failed" role="alert">{t('failed', { reason: failure })}</p>;
  const text = saving > 0 ? t('saving') : savedAt !== null ? t('saved', { time: wallTime(savedAt) }) : restored ? t('restored') : '';
  return <p className="popup-fate" role="status">{text}</p>;
}

/** hh:mm:ss here, without the calendar library: the first load stays small. */
function wallTime(at: number): string {
  return new Date(at + utcOffsetAt(at) * 60_000).toISOString().slice(11, 19);
}
