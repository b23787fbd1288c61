import { lazy, Suspense, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { CaptureTarget } from '@/utils/db/library/read-capture';
import { utcOffsetAt } from '@/utils/settings/clock';
import { usePanelStore } from '../app/panel-store';
import { nameBox, useBoxKeys, useBoxText } from '../hooks/use-box-text';
import { usePreferences } from '../hooks/use-preferences';
import { popupPlaces } from './popup-places';
import { usePopupLine } from './use-popup-line';
import './popup.css';

// The box takes keys first; what needs the database comes right behind it, asked for at once and not
// only when React gets there.
const later = import('./popup-later');
const TargetBar = lazy(async () => ({ default: (await later).TargetBar }));
const BelowLine = lazy(async () => ({ default: (await later).BelowLine }));

/** From any tab: open, type, Enter. The box is the page's own: it took keys before this code was there. */
export function PopupApp() {
  const t = useTranslations('popup');
  const me = usePreferences();
  const line = usePopupLine();
  const [{ above, box }] = useState(popupPlaces);
  const [picked, pick] = useState<string | null>(null);
  const [target, setTarget] = useState<CaptureTarget | null>(null);
  useBoxText(box, line.text, ({ lines, rest }) => {
    for (const one of lines) { line.setText(one); line.send(null, null, me); }
    line.setText(rest);
  }, line.setText);
  useBoxKeys(box, (e) => {
    if (e.key !== 'Enter' || e.shiftKey) return;
    e.preventDefault();
    line.send(target, picked, me);
  });
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
