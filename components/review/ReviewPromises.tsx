import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { namesBySide } from '@/utils/meeting/participants';
import { isNoted, promiseFromNextStep } from '@/utils/notes/promise-from-next-step';
import type { Commitment } from '@/utils/notes/records';
import { captureLine } from '@/utils/services/capture/capture-line';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { PromiseEditor } from '../call/PromiseEditor';
import { useDayText } from '../hooks/use-day-text';
import type { DealBoard } from '../hooks/use-deal-record';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';

interface Props { meeting: Meeting; board: DealBoard }

/** Promises: the unconfirmed first, and one that the "next step" answer implies. */
export function ReviewPromises({ meeting, board }: Props) {
  const t = useTranslations('review.promises');
  const order = (c: Commitment): number => (c.confirmation === 'unconfirmed' ? 0 : 1);
  const promises = [...board.record.commitments].sort((a, b) => order(a) - order(b) || a.at - b.at);
  return (
    <section className="stack" aria-labelledby="review-promises">
      <h2 id="review-promises" tabIndex={-1}>{t('title')} ({promises.length})</h2>
      <p className="soft">{promises.length === 0 ? t('none') : t('lead')}</p>
      <ImpliedPromise meeting={meeting} board={board} />
      <ul className="review-list">{promises.map((p) => <PromiseRow key={p.id} promise={p} />)}</ul>
    </section>
  );
}

function PromiseRow({ promise }: { promise: Commitment }) {
  const t = useTranslations();
  const day = useDayText();
  const [editing, setEditing] = useState<'no' | 'yes' | 'was'>('no');
  if (editing === 'yes') return <li className="review-item"><PromiseEditor promise={promise} onDone={() => { setEditing('was'); }} /></li>;
  const words = truncateText(promise.words, 80);
  return (
    <li className="review-item">
      <div className="row nowrap">
        <div className="grow">
          <p className="preline clamp">{showSafely(truncateText(promise.words, 600))}</p>
          <p className="soft">
            {t(`common.commitmentKind.${promise.kind}`)} · {promise.onBehalfOfDelivery ? t('call.promises.onBehalf') : t('review.promises.ourName')} · {promise.due ? day(promise.due) : t('review.promises.noDue')}
          </p>
          <p className={`soft ${promise.confirmation === 'unconfirmed' ? 'is-owned' : ''}`}>{t(`common.confirmation.${promise.confirmation}`)}</p>
        </div>
        <Button look="icon" className="edit" autoFocus={editing === 'was'} aria-label={t('review.promises.edit', { words })} title={t('common.edit')} onClick={() => { setEditing('yes'); }}><Pencil size={15} aria-hidden /></Button>
      </div>
    </li>
  );
}

/** The next step names what the customer gets by when: that is a promise, unless it was noted already. */
function ImpliedPromise({ meeting, board }: Props) {
  const t = useTranslations('review.promises');
  const day = useDayText();
  const { name } = usePreferences();
  const save = useSaver();
  const [skipped, setSkipped] = useState(false);
  const answer = [...board.views, ...board.extra].find((v) => v.item.topic === 'next.deadline')?.current;
  const implied = answer && !answer.offRecord ? promiseFromNextStep(answer.value, namesBySide(board.record.meetings)) : null;
  const known = implied && isNoted(implied, board.record.commitments);
  if (!implied || known || skipped) return null;
  const heading = (): void => { document.getElementById('review-promises')?.focus(); };
  const record = (): void => {
    heading();
    void save((at) => captureLine(db, implied.words, { meeting, dealId: board.record.deal.id, focus: null, me: name, kind: 'commitment', due: implied.due }, at));
  };
  return (
    <div className="card">
      <p>{t('suggested')}</p>
      <p><b>{showSafely(implied.words)}</b> · {day(implied.due)}</p>
      <div className="row end">
        <Button look="quiet" onClick={() => { heading(); setSkipped(true); }}>{t('skip')}</Button>
        <Button aria-label={t('record', { words: implied.words })} onClick={record}>{t('recordShort')}</Button>
      </div>
    </div>
  );
}
