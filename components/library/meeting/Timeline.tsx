import { FolderInput } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Answer, Contradiction } from '@/utils/checklist/answer';
import { valueText } from '@/utils/checklist/value/value-text';
import { db } from '@/utils/db/database';
import { readTimeline, TABLE_OF } from '@/utils/db/read-entries';
import type { Meeting } from '@/utils/meeting/meeting';
import { offsetOf } from '@/utils/meeting/meeting';
import { clockText } from '@/utils/time/plain-date';
import type { DealBoard } from '../../hooks/use-deal-record';
import { usePreferences } from '../../hooks/use-preferences';
import type { ListedRow } from '../lines/LineList';
import { LineList } from '../lines/LineList';
import { useLinePick } from '../lines/use-line-pick';
import { Button } from '../../ui/Button';
import { leaveByEscape } from '../../ui/form-keys';
import type { Done } from '../../undo/use-done';
import { useDone } from '../../undo/use-done';
import { AnswerRecord } from './AnswerRecord';
import { MoveLines } from './MoveLines';

/** Everything captured in a meeting and every answer of it, by the call's clock; each line with the tools it had in the call, and several to be moved at once. */
export function Timeline({ meeting, board }: { meeting: Meeting; board: DealBoard | null }) {
  const t = useTranslations('library');
  const done = useDone();
  const entries = useLiveQuery(() => readTimeline(db, meeting.id), [meeting.id]);
  const answered = useAnswers(meeting, board, done);
  const captured = (entries ?? []).map((entry) => ({ key: entry.row.id, at: entry.row.at, entry, time: clockText(offsetOf(meeting, entry.row.at)) }));
  const rows = [...captured, ...answered].sort((a, b) => a.at - b.at || a.key.localeCompare(b.key));
  const [picking, setPicking] = useState<'no' | 'lines' | 'deal' | 'was'>('no');
  const ids = useMemo(() => (entries ?? []).map(({ row }) => row.id), [entries]);
  const pick = useLinePick(ids);
  const on = picking === 'lines' || picking === 'deal';
  const end = (): void => { setPicking('was'); pick.only([]); };
  const lines = (entries ?? []).filter(({ row }) => pick.picked.has(row.id)).map((entry) => ({ table: TABLE_OF[entry.type], id: entry.row.id }));
  const leave = leaveByEscape(() => { if (picking === 'deal') setPicking('lines'); else end(); });
  return (
    // Escape is a shortcut to “cancel”, which works without it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="stack" aria-labelledby="meeting-line" onKeyDown={on ? leave : undefined}>
      <div className="row">
        <h2 id="meeting-line" className="grow">{t('meeting.line')} ({rows.length})</h2>
        {on || captured.length < 2 ? null : <Button look="quiet" autoFocus={picking === 'was'} onClick={() => { setPicking('lines'); }}><FolderInput size={15} aria-hidden /> {t('pick.start')}</Button>}
      </div>
      {entries && rows.length === 0 ? <p className="soft">{t('meeting.noLine')}</p> : null}
      {on ? <MoveLines meeting={meeting} lines={lines} answers={answered.length > 0} open={picking === 'deal'} onOpen={(open) => { setPicking(open ? 'deal' : 'lines'); }} onAll={() => { pick.only(ids); }} onNone={() => { pick.only([]); }} onClose={end} done={done} /> : null}
      {entries ? <LineList rows={rows} label={t('meeting.line')} meeting={meeting} board={board} done={done} pick={on ? { ...pick, onNext: () => { setPicking('deal'); } } : undefined} /> : null}
    </section>
  );
}

/** Answers of the meeting, and those of which two differ, as rows of the time line. */
function useAnswers(meeting: Meeting, board: DealBoard | null, done: Done): (ListedRow & { at: number })[] {
  const t = useTranslations();
  const { language } = usePreferences();
  const topicOf = (topic: string): string => board?.topics[topic]?.[language] ?? topic;
  const rowOf = ({ id, at, dealId, topic }: Answer | Contradiction, kind: string, text: string, covered: boolean, answer: Answer | null): ListedRow & { at: number } => ({
    key: id, at, other: <AnswerRecord time={clockText(offsetOf(meeting, at))} kind={kind} item={topicOf(topic)} text={text} dealId={dealId} topic={topic} covered={covered} elsewhere={dealId !== meeting.dealId} answer={answer} done={done} />,
  });
  const { answers: own = [], contradictions = [] } = board?.record ?? {};
  // Filed under another deal since, they were said here all the same.
  const moved = useLiveQuery(() => db.answers.where({ meetingId: meeting.id }).filter((a) => a.dealId !== meeting.dealId).toArray(), [meeting.id, meeting.dealId]) ?? [];
  const answers = [...own, ...moved];
  const here = (row: Answer | Contradiction): boolean => row.meetingId === meeting.id;
  return [
    ...answers.filter(here).map((a) => rowOf(a, t('library.meeting.answer'), answerText(a, language) || (a.offRecord ? t('library.meeting.offRecord') : t(`common.state.${a.state}`)), a.offRecord, a)),
    ...contradictions.filter(here).map((c) => rowOf(c, t('call.conflict.title'), differText(c), false, null)),
  ];
}

function answerText(answer: Answer, language: 'ko' | 'en'): string {
  if (answer.offRecord) return '';
  const value = valueText(answer.value, language) || answer.raw;
  return answer.saidBy === '' || value === '' ? value : `${value} (${answer.saidBy})`;
}

function differText({ a, b }: Contradiction): string {
  return [a, b].map(({ text, saidBy }) => (saidBy === '' ? text : `${text} (${saidBy})`)).join(' ↔ ');
}
