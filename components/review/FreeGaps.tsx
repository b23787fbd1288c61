import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isOpenGap } from '@/utils/checklist/gap-rules';
import type { ItemView } from '@/utils/checklist/item-view';
import { valueText } from '@/utils/checklist/parse-value';
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
import { GapLine } from './OpenItems';

interface Props { meeting: Meeting; board: DealBoard }

/** "?" lines that belong to no item yet: attach each, or own it as it is. */
export function FreeGaps({ meeting, board }: Props) {
  const t = useTranslations('review.free');
  const gaps = board.record.gaps.filter((g) => g.itemId === null && isOpenGap(g));
  return (
    <section className="stack" aria-labelledby="review-free">
      <h2 id="review-free">{t('title')} ({gaps.length})</h2>
      <p className="soft">{gaps.length === 0 ? t('none') : t('lead')}</p>
      <ul className="review-list">
        {gaps.map((gap) => <FreeGap key={gap.id} gap={gap} meeting={meeting} board={board} />)}
      </ul>
    </section>
  );
}

/** The words an item is known by: its topic, its question and what was answered. */
function wordsOf(view: ItemView, board: DealBoard, language: 'ko' | 'en'): string {
  return `${board.topics[view.item.topic]?.[language] ?? ''} ${view.item.ask[language]} ${valueText(view.current?.value ?? null, language)}`;
}

function FreeGap({ gap, meeting, board }: Props & { gap: Gap }) {
  const t = useTranslations('review.free');
  const tc = useTranslations('common');
  const { language } = usePreferences();
  const views = [...board.views, ...board.extra];
  const [editing, setEditing] = useState(false);
  const [chosen, setChosen] = useState(() => {
    const best = bestMatch(gap.question, views.map((v) => wordsOf(v, board, language)), 0.3);
    return views[best]?.item.id ?? '';
  });
  const save = useSaver();
  const question = truncateText(gap.question, 80);
  const view = views.find((v) => v.item.id === chosen);
  const topicOf = (v: ItemView): string => board.topics[v.item.topic]?.[language] ?? v.item.id;
  if (editing) return <li className="review-item"><GapEditor gap={gap} meeting={meeting} onDone={() => { setEditing(false); }} /></li>;
  return (
    <li className="review-item">
      <p>{showSafely(truncateText(gap.question, 600))}</p>
      <GapLine gap={gap} />
      <div className="row nowrap">
        <div className="grow">
          <Select label={t('choose', { question })} hideLabel value={chosen} onChange={(e) => { setChosen(e.target.value); }}>
            <option value="">{t('noItem')}</option>
            {views.map((v) => <option key={v.item.id} value={v.item.id}>{`${v.item.id} ${topicOf(v)}`}</option>)}
          </Select>
        </div>
        <Button look="quiet" aria-label={t('own', { question })} onClick={() => { setEditing(true); }}>{tc('edit')}</Button>
        {view ? <Button aria-label={t('attach', { question, topic: topicOf(view) })} onClick={() => { void save((at) => attachGap(db, gap.id, view, at)); }}>{t('attachShort')}</Button> : null}
      </div>
    </li>
  );
}
