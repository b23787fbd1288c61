import { Check, Circle, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PRACTICE_STEPS } from '@/utils/db/library/read-practice';
import type { PracticeStep } from '@/utils/db/library/read-practice';
import { removePractice } from '@/utils/services/practice/remove-practice';
import { useFailureOf } from '../hooks/use-saver';
import { hrefOf } from '../library/route';
import { Button } from '../ui/Button';
import { readReport } from './practice-report';
import { SimulatedCall } from './SimulatedCall';
import './help.css';

type Phase = 'running' | 'removing' | 'removed';

/** A simulated call beside the real panel, which works in a frame on a database of its own. */
export function PracticePage() {
  const t = useTranslations('help.practice');
  const failureOf = useFailureOf();
  const [phase, setPhase] = useState<Phase>('running');
  const [failure, setFailure] = useState<string | null>(null);
  const remove = (): void => {
    // The frame goes first: it must let go of what is deleted.
    setPhase('removing');
    setFailure(null);
    requestAnimationFrame(() => {
      removePractice().then(() => { setPhase('removed'); }, (error: unknown) => {
        void failureOf(error).then(([reason]) => { setFailure(reason); });
        setPhase('running');
      });
    });
  };
  return (
    <div className="practice">
      <h1>{t('title')}</h1>
      {phase === 'removed' ? null : (
        <div className="row">
          <p className="practice-mark">{t('ribbon')}</p>
          <Button onClick={remove} disabled={phase === 'removing'}><Trash2 size={15} aria-hidden />{t('remove')}</Button>
        </div>
      )}
      {failure ? <p className="field-error" role="alert">{t('notRemoved', { reason: failure })}</p> : null}
      {phase === 'running' ? <><p className="soft">{t('lead')}</p><Running /></> : null}
      {phase === 'removing' ? <p className="soft" role="status">{t('removing')}</p> : null}
      {phase === 'removed' ? <Removed onAgain={() => { setPhase('running'); }} /> : null}
    </div>
  );
}

function Running() {
  const t = useTranslations('help.practice');
  const frame = useRef<HTMLIFrameElement>(null);
  const [done, setDone] = useState<readonly PracticeStep[]>([]);
  useEffect(() => {
    const hear = (event: MessageEvent): void => {
      const told = readReport(event, frame.current?.contentWindow ?? null);
      if (told) setDone(told);
    };
    addEventListener('message', hear);
    return () => { removeEventListener('message', hear); };
  }, []);
  return (
    <div className="practice-stage">
      <div className="stack">
        <SimulatedCall />
        <Steps done={done} />
      </div>
      {/* `tab`: no shortcut that is meant for the panel of a real tab lands here. */}
      <iframe ref={frame} className="practice-frame" title={t('panel')} src="/practice.html?tab=practice" />
    </div>
  );
}

function Steps({ done }: { done: readonly PracticeStep[] }) {
  const t = useTranslations('help.practice');
  return (
    <section className="card" aria-labelledby="practice-steps">
      <h2 id="practice-steps">{t('steps')}</h2>
      <ul className="practice-steps">
        {PRACTICE_STEPS.map((step) => (
          <li key={step} className={done.includes(step) ? 'done' : ''}>
            {done.includes(step) ? <Check size={16} aria-hidden /> : <Circle size={16} aria-hidden />}
            <span>{t(`step.${step}`)}<span className="visually-hidden">, {t(done.includes(step) ? 'done' : 'open')}</span></span>
          </li>
        ))}
      </ul>
      <p role="status" className="practice-all">{done.length === PRACTICE_STEPS.length ? t('allDone') : ''}</p>
    </section>
  );
}

function Removed({ onAgain }: { onAgain: () => void }) {
  const t = useTranslations('help');
  const words = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: the caret goes to what happened.
  useEffect(() => { words.current?.focus(); }, []);
  return (
    <div className="card">
      <p ref={words} tabIndex={-1} role="status">{t('practice.removed')}</p>
      <div className="row">
        <Button onClick={onAgain}>{t('practice.restart')}</Button>
        <a className="button" href={hrefOf('deals')}>{t('welcome.skip')}</a>
        <a className="button" href={hrefOf('help')}>{t('page.title')}</a>
      </div>
    </div>
  );
}
