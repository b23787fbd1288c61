import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { PacketRow } from '@/utils/db/rows';
import type { DealState } from '@/utils/deal/course';
import { dealState, isContracted, nextStates } from '@/utils/deal/course';
import { handoffAccepted } from '@/utils/reply/standing';
import { takeStepBack } from '@/utils/services/deal/take-step';
import { showSafely } from '@/utils/text/normalize';
import { useDayText } from '../../hooks/use-day-text';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useOpenDrafts } from '../../hooks/use-form-draft';
import { hrefOf } from '../../library/route';
import { Begun } from '../../ui/Begun';
import { Button } from '../../ui/Button';
import { DoneLine } from '../../undo/DoneLine';
import { useDone } from '../../undo/use-done';
import { useKeeper } from '../../undo/use-keeper';
import { AcceptedRisks } from './AcceptedRisks';
import { ContractDays } from './ContractDays';
import { RelationshipHint } from './RelationshipHint';
import { StepForm } from './StepForm';

/** What became of the deal, and where it goes from there: it does not end with the signature. */
export function Course({ board, packets }: { board: DealBoard; packets: readonly PacketRow[] }) {
  const t = useTranslations('after.course');
  const day = useDayText();
  const done = useDone();
  const keep = useKeeper(done);
  const begun = useOpenDrafts();
  const { deal, account } = board.record;
  const [open, setOpen] = useState<DealState | 'no' | 'was' | 'back'>('no');
  const accepted = handoffAccepted(packets) !== null;
  const state = dealState(deal);
  const last = deal.course?.at(-1);
  const steps = nextStates(state);
  const waits = steps.includes('delivering') && !accepted;
  const back = (): void => {
    setOpen('back');
    const before = dealState({ course: deal.course?.slice(0, -1) ?? [] });
    keep((at) => takeStepBack(db, deal.id, at).then(() => ({ text: t('backSaid', { state: t(`states.${before}`) }), holds: deal.id })));
  };
  return (
    <section className="stack tight narrow" aria-labelledby="deal-course">
      <h2 id="deal-course">{t('title')}</h2>
      <p><span className="tag">{t(`states.${state}`)}</span>{last ? <span className="soft"> {t('since', { date: day(last.on) })}{last.why === '' ? '' : ` · ${showSafely(last.why)}`}</span> : null}</p>
      <RelationshipHint account={account} />
      {open === 'no' || open === 'was' || open === 'back' ? (
        // Other steps in another state: made anew, they have the keyboard of the one that was pressed.
        <div className="row" key={state}>
          {steps.filter((to) => to !== 'delivering' || accepted).map((to, i) => <Button key={to} autoFocus={i === 0 && (open === 'was' || (open === 'back' && !last))} onClick={() => { setOpen(to); }}>{t(`steps.${to}`)}{begun.has(draftKey('form:step', deal.id, to)) ? <> <Begun /></> : null}</Button>)}
          {last ? <Button look="quiet" autoFocus={open === 'back' || (open === 'was' && (steps.length === 0 || waits))} onClick={back}>{t('back')}</Button> : null}
        </div>
      ) : <StepForm key={open} board={board} to={open} done={done} onClose={() => { setOpen('was'); }} />}
      {waits ? <p className="soft">{t('needsHandoff')} <a href={hrefOf('packet', deal.id)}>{t('toHandoff')}</a></p> : null}
      <DoneLine done={done} />
      {isContracted(deal) ? <ContractDays deal={deal} done={done} /> : null}
      <AcceptedRisks board={board} />
      {(deal.course ?? []).length > 1 ? (
        <details className="fold">
          <summary>{t('history', { count: deal.course?.length ?? 0 })}</summary>
          <ol className="plain-list">{(deal.course ?? []).map((step, i) => <li key={i}>{t(`states.${step.to}`)} <span className="soft">{day(step.on)}{step.why === '' ? '' : ` · ${showSafely(step.why)}`}</span></li>)}</ol>
        </details>
      ) : null}
    </section>
  );
}
