import { PhoneOff, Pause, Play, RotateCcw, SkipForward } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button';

/** What the customer says, in order; the words are in the catalogue. */
const LINES = ['l1', 'l2', 'l3', 'l4', 'l5', 'l6', 'l7'] as const;
/** Time to hear a sentence and to write it down. */
const PACE_MS = 20_000;

/** A customer who speaks by himself, at the user's pace. Text only: no picture, no sound, no network. */
export function SimulatedCall() {
  const t = useTranslations('help.practice');
  const [said, setSaid] = useState(0);
  const [running, setRunning] = useState(false);
  const over = said >= LINES.length;
  useEffect(() => {
    if (!running || over) return;
    const timer = setTimeout(() => { setSaid((n) => n + 1); }, PACE_MS);
    return () => { clearTimeout(timer); };
  }, [running, over, said]);
  const speak = (): void => { setSaid((n) => Math.min(n + 1, LINES.length)); };
  const start = (): void => { setRunning(true); if (said === 0) speak(); };
  return (
    <section className="card sim-call" aria-labelledby="sim-call">
      <header className="sim-head">
        <span className="sim-face" aria-hidden>{t('customer').trim().charAt(0)}</span>
        <span className="grow"><h2 id="sim-call">{t('call')}</h2><span className="soft">{t('customer')}</span></span>
      </header>
      <div className="sim-lines" role="log" aria-label={t('said')}>
        {said === 0 ? <p className="soft">{t('silent')}</p> : null}
        {LINES.slice(0, said).map((line) => <Line key={line} line={line} />)}
        {over ? <p className="sim-over soft"><PhoneOff size={14} aria-hidden /> {t('over')}</p> : null}
      </div>
      <div className="row">
        {over ? <Button onClick={() => { setSaid(0); setRunning(false); }}><RotateCcw size={15} aria-hidden />{t('again')}</Button> : null}
        {over || running ? null : <Button look="primary" onClick={start}><Play size={15} aria-hidden />{t(said === 0 ? 'start' : 'goOn')}</Button>}
        {running && !over ? <Button onClick={() => { setRunning(false); }}><Pause size={15} aria-hidden />{t('pause')}</Button> : null}
        {said > 0 && !over ? <Button onClick={speak}><SkipForward size={15} aria-hidden />{t('next')}</Button> : null}
      </div>
    </section>
  );
}

function Line({ line }: { line: (typeof LINES)[number] }) {
  const t = useTranslations('help.practice');
  return (
    <div className="sim-line">
      <p className="sim-said">{t(`script.${line}.say`)}</p>
      <p className="sim-tip"><b>{t('tip')}</b> {t(`script.${line}.tip`)}</p>
    </div>
  );
}
