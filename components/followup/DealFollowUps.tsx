import { useContext, useState } from 'react';
import { useTranslations } from 'use-intl';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { FollowUpLine } from '@/utils/db/library/read-follow-ups';
import { isScheduled } from '@/utils/followup/follow-up';
import type { Want } from '@/utils/notes/records';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { CalendarButton } from '../deal/CalendarButton';
import type { DealBoard } from '../hooks/use-deal-record';
import { useOpenDrafts } from '../hooks/use-form-draft';
import { AimContext } from '../library/lines/use-aim';
import { Begun } from '../ui/Begun';
import { Button } from '../ui/Button';
import { DoneLine } from '../undo/DoneLine';
import type { Done } from '../undo/use-done';
import { useDone } from '../undo/use-done';
import { AddForm } from './FollowUpForms';
import { FollowUpRow, useOfAllRows } from './FollowUpRow';
import { useFollowUpWords } from './use-words';

/** Why and when this customer is called again: what is ahead, what the customer asked for and was left for later, and what is over. */
export function DealFollowUps({ board, lines }: { board: DealBoard; lines: readonly FollowUpLine[] }) {
  const t = useTranslations('after.follow');
  const done = useDone();
  const all = useOfAllRows(done);
  const words = useFollowUpWords();
  const { deal, account, wants } = board.record;
  const { line: aimed } = useContext(AimContext);
  const ahead = lines.filter(({ row }) => isScheduled(row));
  const over = lines.filter(({ row }) => !isScheduled(row));
  const planned = new Set(ahead.flatMap(({ row }) => row.wantId ?? []));
  const later = wants.filter((want) => want.priority === 'later' && !planned.has(want.id));
  return (
    <section className="stack tight" aria-labelledby="deal-followups">
      <h2 id="deal-followups">{t('title')} ({ahead.length})</h2>
      {ahead.length === 0 ? <p className="soft">{t('empty')}</p> : null}
      <ul className="review-list">{ahead.map((line) => <FollowUpRow key={line.row.id} line={line} all={all} />)}</ul>
      <Adder dealId={deal.id} done={done} />
      {ahead.length === 0 ? null : <CalendarButton label={t('calendar')} fileName="baton-follow-ups.ics" days={ahead.map((line) => ({ uid: `${line.row.id}-follow-up`, day: line.row.dueOn, title: `${showSafely(account.name)}: ${words(line)}`, why: t('calendarWhy', { deal: showSafely(deal.name) }) }))} />}
      {later.length > 0 ? <Reasons dealId={deal.id} wants={later} done={done} /> : null}
      {over.length > 0 ? <details className="fold" open={over.some(({ row }) => row.id === aimed)}><summary>{t('closedCount', { count: over.length })}</summary><ul className="review-list">{over.map((line) => <FollowUpRow key={line.row.id} line={line} all={all} />)}</ul></details> : null}
      <DoneLine done={done} sticky />
    </section>
  );
}

function Adder({ dealId, done }: { dealId: string; done: Done }) {
  const t = useTranslations('after.follow');
  const begun = useOpenDrafts();
  const [open, setOpen] = useState<'no' | 'open' | 'was'>('no');
  if (open === 'open') return <AddForm dealId={dealId} done={done} onClose={() => { setOpen('was'); }} />;
  return <div className="row"><Button autoFocus={open === 'was'} onClick={() => { setOpen('open'); }}>{t('add')}</Button>{begun.has(draftKey('add:follow_up', dealId)) ? <Begun /> : null}</div>;
}

/** What was asked for and left for later is the best reason to call again. */
function Reasons({ dealId, wants, done }: { dealId: string; wants: readonly Want[]; done: Done }) {
  const t = useTranslations('after.follow');
  const [open, setOpen] = useState('');
  const [was, setWas] = useState('');
  return (
    <section className="stack tight" aria-labelledby="deal-reasons">
      <h3 id="deal-reasons">{t('reasons')}</h3>
      <ul className="review-list">
        {wants.map((want) => (
          <li key={want.id} className="review-item stack tight">
            <p className="preline clamp">{showSafely(truncateText(want.words, 300))}</p>
            {want.trigger === '' ? null : <p className="soft">{t('trigger', { trigger: showSafely(truncateText(want.trigger, 200)) })}</p>}
            {open === want.id
              ? <AddForm dealId={dealId} want={{ id: want.id, words: truncateText(want.words, 60) }} done={done} onClose={() => { setWas(want.id); setOpen(''); }} />
              : <div><Button look="quiet" autoFocus={was === want.id} aria-label={t('planOf', { text: truncateText(want.words, 60) })} onClick={() => { setOpen(want.id); }}>{t('plan')}</Button></div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
