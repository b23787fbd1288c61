import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { namesBySide } from '@/utils/meeting/participants';
import { isOpenPromise, isOverdue, orderPromises } from '@/utils/notes/promise-rules';
import type { Commitment } from '@/utils/notes/records';
import { editLine } from '@/utils/services/capture/edit-line';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { PromiseEditor } from '../../call/PromiseEditor';
import { useDayText } from '../../hooks/use-day-text';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useNow } from '../../hooks/use-now';
import { useSaver } from '../../hooks/use-saver';
import { Button } from '../../ui/Button';
import { useDone } from '../../undo/use-done';
import { AddLine } from './AddLine';
import { DealList, DealRow } from './DealRow';
import { Verdict } from './Verdict';

/** Promises: overdue first, with what delivery said and what became of them; kept with one press. */
export function Promises({ board }: { board: DealBoard }) {
  const t = useTranslations('deal');
  const { now } = useNow();
  const today = dateAt(now, utcOffsetAt(now));
  const done = useDone();
  const promises = orderPromises(board.record.commitments, today);
  const people = namesBySide(board.record.meetings).ours;
  return (
    <DealList done={done} id="deal-promises" title={t('promises')} count={promises.length} none={t('promisesNone')} after={<AddLine kind="commitment" dealId={board.record.deal.id} label={t('promiseAdd')} />}>
      {promises.map((promise) => (
        <DealRow key={promise.id} entry={{ type: 'commitment', row: promise }} board={board} done={done} label={t('promiseEdit', { words: truncateText(promise.words, 60) })} editor={(close) => <PromiseEditor promise={promise} onDone={close} />}>
          <p className="preline">{showSafely(truncateText(promise.words, 600))} {isOverdue(promise, today) ? <span className="tag unowned">{t('overdue')}</span> : null}{promise.confirmation === 'cannot' && isOpenPromise(promise) ? <> <span className="tag unowned">{t('goBack')}</span></> : null}</p>
          <PromiseFacts promise={promise} />
          <div className="row promise-acts"><Kept promise={promise} today={today} /><Verdict promise={promise} today={today} done={done} people={people} /></div>
        </DealRow>
      ))}
    </DealList>
  );
}

function PromiseFacts({ promise }: { promise: Commitment }) {
  const t = useTranslations('deal');
  const tc = useTranslations('common');
  const day = useDayText();
  const { fulfilment, fulfilledOn, fulfilmentNote, deliveryNote, heardVerdict: heard } = promise;
  const facts = [
    tc(`commitmentKind.${promise.kind}`), promise.due ? day(promise.due) : t('noDue'), promise.onBehalfOfDelivery ? t('onBehalf') : '', tc(`confirmation.${promise.confirmation}`),
    deliveryNote ? t('deliverySays', { words: showSafely(deliveryNote) }) : '',
    heard ? t('heard', { by: showSafely(heard.by), on: day(heard.on), where: showSafely(heard.where) }) : '',
    fulfilment === 'open' ? '' : tc(`fulfilment.${fulfilment}`), fulfilledOn ? day(fulfilledOn) : '', fulfilmentNote ? showSafely(fulfilmentNote) : '',
  ];
  return <p className="soft">{facts.filter((s) => s !== '').join(' · ')}</p>;
}

/** One press says that a promise was kept today; one more takes it back. */
function Kept({ promise, today }: { promise: Commitment; today: string }) {
  const t = useTranslations('deal');
  const tc = useTranslations('common');
  const save = useSaver();
  const [pressed, setPressed] = useState(false);
  const keep = (): void => {
    void save((at) => editLine(db, 'commitments', promise.id, { fulfilment: 'done', fulfilledOn: today }, at).then(() => true)).then((done) => { if (done) setPressed(true); });
  };
  const back = (): void => {
    void save((at) => editLine(db, 'commitments', promise.id, { fulfilment: 'open', fulfilledOn: null }, at).then(() => true)).then((done) => { if (done) setPressed(false); });
  };
  const about = truncateText(promise.words, 60);
  if (isOpenPromise(promise)) return <div><Button look="quiet" autoFocus={pressed} aria-label={t('keptOf', { words: about })} onClick={keep}>{t('kept')}</Button></div>;
  if (!pressed) return null;
  return <div className="row" role="status">{t('keptSaid')} <Button look="quiet" autoFocus onClick={back}>{tc('undo')}</Button></div>;
}
