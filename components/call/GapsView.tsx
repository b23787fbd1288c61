import { useState } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { isOpenGap, isOwnedGap } from '@/utils/checklist/gap-rules';
import { isOn } from '@/utils/checklist/item-view';
import { db } from '@/utils/db/database';
import { lineDraftKeys } from '@/utils/db/drafts/draft-keys';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Gap } from '@/utils/notes/records';
import { noteAsked, reopenGap } from '@/utils/services/gap/own-gap';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { useDayText } from '../hooks/use-day-text';
import type { DealBoard } from '../hooks/use-deal-record';
import { useOpenDrafts } from '../hooks/use-form-draft';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { usePanelStore } from '../app/panel-store';
import { Begun } from '../ui/Begun';
import { Button } from '../ui/Button';
import { GapEditor } from './GapEditor';

/** Gaps of the deal: unowned first, then by date. They outlive the meeting. */
export function GapsView({ meeting, board }: { meeting: Meeting; board: DealBoard | null }) {
  const t = useTranslations('call.gaps');
  const own = useLiveQuery(() => db.gaps.where({ meetingId: meeting.id }).toArray(), [meeting.id]);
  const drafts = useOpenDrafts();
  const gaps = board ? board.record.gaps : (own ?? []);
  const rank = (g: Gap): string => `${isOpenGap(g) ? 0 : 1}${isOwnedGap(g) ? 1 : 0}${g.due ?? '9999'}${String(g.at)}`;
  const sorted = [...gaps].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  if (sorted.length === 0) return <p className="soft pad">{t('empty')}</p>;
  return <ul className="records" aria-label={t('label')}>{sorted.map((gap) => <GapRecord key={gap.id} gap={gap} meeting={meeting} board={board} unsaved={lineDraftKeys('gaps', gap.id, ['edit', 'end']).some((key) => drafts.has(key))} />)}</ul>;
}

function missingOf(gap: Gap): ('owner' | 'route' | 'due')[] {
  return [...(gap.owner.trim() ? [] : ['owner' as const]), ...(gap.route ? [] : ['route' as const]), ...(gap.due ? [] : ['due' as const])];
}

function GapRecord({ gap, meeting, board, unsaved }: { gap: Gap; meeting: Meeting; board: DealBoard | null; unsaved: boolean }) {
  const t = useTranslations();
  const day = useDayText();
  const { language } = usePreferences();
  const { now } = useNow();
  const [editing, setEditing] = useState<'no' | 'yes' | 'was'>('no');
  const save = useSaver();
  const { setFilter, openEditor } = usePanelStore.getState();
  const today = dateAt(now, meeting.utcOffset);
  const item = board?.checklist.items.find((i) => isOn(gap, i));
  const topic = item ? board?.topics[item.topic]?.[language] : undefined;
  const open = isOpenGap(gap);
  const missing = open ? missingOf(gap) : [];
  return (
    <li className="record">
      <div className="record-head">
        <span className={`tag ${open ? (isOwnedGap(gap) ? 'owned' : 'unowned') : ''}`}>{t(`common.gapState.${gap.state}`)}</span>
        {topic ? <span>{topic}</span> : null}
        {gap.route ? <span>{t(`common.route.${gap.route}`)}</span> : null}
        {gap.owner ? <span>{gap.owner}</span> : null}
        {gap.due ? <span>{t('call.lines.due', { date: day(gap.due) })}{open && gap.due < today ? ` · ${t('call.gaps.overdue')}` : ''}</span> : null}
        {gap.blocksEstimate ? <span className="tag unowned">{t('call.gaps.blocksShort')}</span> : null}
        {unsaved && editing !== 'yes' ? <Begun /> : null}
        {gap.askedOn.length > 0 ? <span>{t('call.gaps.askedTimes', { count: gap.askedOn.length })}: {gap.askedOn.map(day).join(', ')}</span> : null}
      </div>
      {editing === 'yes' ? <GapEditor gap={gap} meeting={meeting} onDone={() => { setEditing('was'); }} /> : <p className="record-text preline">{showSafely(truncateText(gap.question, 2000))}</p>}
      {missing.length > 0 && editing !== 'yes' ? <p className="soft">{t('call.gaps.missing', { what: missing.map((m) => t(`call.gaps.what.${m}`)).join(', ') })}</p> : null}
      {gap.outcome ? <p className="soft preline">{showSafely(gap.outcome)}{gap.answeredBy ? ` (${showSafely(gap.answeredBy)})` : ''}</p> : null}
      {editing !== 'yes' && open ? (
        <div className="record-tools">
          {item ? <Button look="quiet" aria-label={`${t('call.gaps.answer')}: ${truncateText(gap.question, 80)}`} onClick={() => { setFilter('all'); openEditor(item); }}>{t('call.gaps.answer')}</Button> : null}
          <Button look="quiet" autoFocus={editing === 'was'} onFocus={() => { setEditing('no'); }} aria-label={t('call.gaps.edit', { question: truncateText(gap.question, 80) })} onClick={() => { setEditing('yes'); }}>{t('common.edit')}</Button>
          <Button look="quiet" aria-label={`${t('call.gaps.askedToday')}: ${truncateText(gap.question, 80)}`} onClick={() => { void save((at) => noteAsked(db, gap.id, today, at)); }}>{t('call.gaps.askedToday')}</Button>
        </div>
      ) : null}
      {open ? null : (
        <div className="record-tools">
          <Button look="quiet" autoFocus={editing === 'was'} onFocus={() => { setEditing('no'); }} aria-label={`${t('call.gaps.reopen')}: ${truncateText(gap.question, 80)}`} onClick={() => { void save((at) => reopenGap(db, gap.id, at)); }}>{t('call.gaps.reopen')}</Button>
        </div>
      )}
    </li>
  );
}
