import type { KeyboardEvent } from 'react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CaptureTarget } from '@/utils/db/library/read-capture';
import { utcOffsetAt } from '@/utils/settings/clock';
import { usePanelStore } from '../app/panel-store';
import { usePreferences } from '../hooks/use-preferences';
import { usePopupLine } from './use-popup-line';
import './popup.css';

// The box takes keys first; what needs the database comes right behind it, asked for at once and not
// only when React gets there.
const targetBar = import('./TargetBar');
const belowLine = import('./BelowLine');
const TargetBar = lazy(async () => ({ default: (await targetBar).TargetBar }));
const BelowLine = lazy(async () => ({ default: (await belowLine).BelowLine }));

/** From any tab: open, type, Enter. */
export function PopupApp() {
  const t = useTranslations('popup');
  const { name } = usePreferences();
  const line = usePopupLine();
  const [picked, pick] = useState<string | null>(null);
  const [target, setTarget] = useState<CaptureTarget | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  // For the measurement of how fast it opens.
  useEffect(() => { performance.mark('baton-box'); }, []);
  const onKey = (e: KeyboardEvent): void => {
    // While an IME composes, Enter belongs to it: a Korean syllable must not be cut.
    if (e.nativeEvent.isComposing || e.keyCode === 229) return;
    if (e.key !== 'Enter' || e.shiftKey) return;
    e.preventDefault();
    line.send(target, picked, name);
  };
  const onPick = (dealId: string): void => { setTarget(null); pick(dealId); box.current?.focus(); };
  return (
    <main className="popup">
      <h1 className="visually-hidden">{t('label')}</h1>
      <div className="popup-target">
        <Suspense fallback={null}><TargetBar picked={picked} target={target} onTarget={setTarget} onPick={onPick} onClose={() => { box.current?.focus(); }} /></Suspense>
      </div>
      <textarea
        ref={box} autoFocus className="field-input popup-line" rows={3} aria-label={t('label')} aria-describedby="popup-marks"
        placeholder={t('placeholder')} value={line.text} onChange={(e) => { line.setText(e.target.value); }} onKeyDown={onKey}
      />
      <p id="popup-marks" className="soft">{t('marks')}</p>
      <Fate restored={line.restored} />
      <Suspense fallback={null}><BelowLine target={target} /></Suspense>
    </main>
  );
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
