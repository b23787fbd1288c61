import { Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { isOpenGap, isOwnedGap } from '@/utils/checklist/gap-rules';
import type { ItemView } from '@/utils/checklist/item-view';
import { valueText } from '@/utils/checklist/value/value-text';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Gap } from '@/utils/notes/records';
import { attachGap } from '@/utils/services/gap/own-gap';
import { bestMatch } from '@/utils/text/similarity';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { GapEditor } from '../call/GapEditor';
import type { DealBoard } from '../hooks/use-deal-record';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { Select } from '../ui/Field';
import { GapLine } from './GapForm';
import { moveOn, nextTarget } from './row-focus';

/** `meeting`: null between calls, on the deal's own page. */
interface Props { meeting: Meeting | null; board: DealBoard }

/** "?" lines of this meeting that belong to no item, and earlier ones that nobody owns yet. */
export function freeGaps({ meeting, board }: Props): Gap[] {
  return board.record.gaps.filter((g) => g.itemId === null && isOpenGap(g) && (g.meetingId === meeting?.id || !isOwnedGap(g)));
}

/** Rows that are drawn without being asked for: each lists every item, and what is drawn here is still to be cleaned away while the packet is saved. */
const AT_FIRST = 40;

/** "?" lines that belong to no item yet: attach each, or own it as it is, or end it. */
export function FreeGaps({ meeting, board }: Props) {
  const t = useTranslations('review.free');
  const list = useRef<HTMLUListElement>(null);
  const [all, setAll] = useState(false);
  const gaps = freeGaps({ meeting, board });
  const left = all ? 0 : Math.max(0, gaps.length - AT_FIRST);
  const showAll = (): void => {
    flushSync(() => { setAll(true); });
    list.current?.children[AT_FIRST]?.querySelector<HTMLElement>('button')?.focus();
  };
  return (
    <section className="stack" aria-labelledby="review-free">
      <h2 id="review-free" tabIndex={-1}>{t('title')} ({gaps.length})</h2>
      <p className="soft">{gaps.length === 0 ? t('none') : t('lead')}</p>
      <ul ref={list} className="review-list">
        {gaps.slice(0, gaps.length - left).map((gap) => <FreeGap key={gap.id} gap={gap} meeting={meeting} board={board} />)}
      </ul>
      {left > 0 ? <Button wide onClick={showAll}>{t('more', { count: left })}</Button> : null}
    </section>
  );
}

/** The words an item is known by: its topic, its question and what was answered. */
function wordsOf(view: ItemView, board: DealBoard, language: 'ko' | 'en'): string {
  const answer = view.current?.offRecord ? '' : valueText(view.current?.value ?? null, language);
  return `${board.topics[view.item.topic]?.[language] ?? ''} ${view.item.ask[language]} ${answer}`;
}

function FreeGap({ gap, meeting, board }: Props & { gap: Gap }) {
  const t = useTranslations('review.free');
  const tc = useTranslations('common');
  const { language } = usePreferences();
  const views = [...board.views, ...board.extra];
  const [editing, setEditing] = useState<'no' | 'yes' | 'was'>('no');
  const [suggested] = useState(() => {
    // A question that names the topic is surer than one that shares words with the item's own question.
    const named = bestMatch(gap.question, views.map((v) => board.topics[v.item.topic]?.[language] ?? ''), 0.5);
    const best = named === -1 ? bestMatch(gap.question, views.map((v) => wordsOf(v, board, language)), 0.3) : named;
    return views[best]?.item.id ?? '';
  });
  const [chosen, setChosen] = useState(suggested);
  const save = useSaver();
  const question = truncateText(gap.question, 80);
  const view = views.find((v) => v.item.id === chosen);
  const topicOf = (v: ItemView): string => board.topics[v.item.topic]?.[language] ?? v.item.id;
  if (editing === 'yes') return <li className="review-item"><GapEditor gap={gap} meeting={meeting} onDone={() => { setEditing('was'); }} /></li>;
  const attach = async (to: ItemView, button: HTMLElement): Promise<void> => {
    const next = nextTarget(button, 'select');
    if (await save((at) => attachGap(db, gap.id, to, at))) moveOn(button.closest('li'), next);
  };
  return (
    <li className="review-item">
      <div className="row nowrap">
        <p className="grow preline clamp">{showSafely(truncateText(gap.question, 600))}</p>
        <Button look="icon" className="edit" autoFocus={editing === 'was'} aria-label={t('own', { question })} title={tc('edit')} onClick={() => { setEditing('yes'); }}><Pencil size={15} aria-hidden /></Button>
      </div>
      <GapLine gap={gap} />
      <div className="row nowrap attach">
        <span className="soft" aria-hidden>{chosen !== '' && chosen === suggested ? t('belongs') : t('belongsTo')}</span>
        <div className="grow">
          <Select label={t('choose', { question })} hideLabel value={chosen} onChange={(e) => { setChosen(e.target.value); }}>
            <option value="">{t('noItem')}</option>
            {views.map((v) => <option key={v.item.id} value={v.item.id}>{`${v.item.id} ${topicOf(v)}`}</option>)}
          </Select>
        </div>
        {view ? <Button className="own" aria-label={t('attach', { question, topic: topicOf(view) })} onClick={(e) => { void attach(view, e.currentTarget); }}>{t('attachShort')}</Button> : null}
      </div>
    </li>
  );
}
