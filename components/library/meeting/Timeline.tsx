import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import type { Answer } from '@/utils/checklist/answer';
import { valueText } from '@/utils/checklist/value/value-text';
import { db } from '@/utils/db/database';
import type { TimelineEntry } from '@/utils/db/read-meeting';
import { readTimeline } from '@/utils/db/read-meeting';
import type { Meeting } from '@/utils/meeting/meeting';
import { offsetOf } from '@/utils/meeting/meeting';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { clockText } from '@/utils/time/plain-date';
import type { DealBoard } from '../../hooks/use-deal-record';
import { usePreferences } from '../../hooks/use-preferences';

interface Line { key: string; at: number; kind: string; text: string; about: string }

function wordsOf({ type, row }: TimelineEntry): string {
  if (type === 'note') return row.text;
  return type === 'gap' ? row.question : row.words;
}

/** Everything captured in a meeting and every answer of it, by the call's clock. */
export function Timeline({ meeting, board }: { meeting: Meeting; board: DealBoard | null }) {
  const t = useTranslations('library');
  const tc = useTranslations('common');
  const { language } = usePreferences();
  const entries = useLiveQuery(() => readTimeline(db, meeting.id), [meeting.id]);
  const topicOf = (topic: string | null): string => (topic === null ? '' : (board?.topics[topic]?.[language] ?? topic));
  const captured: Line[] = (entries ?? []).map((entry) => ({
    key: entry.row.id, at: entry.row.at, kind: tc(`kind.${entry.type === 'note' ? entry.row.kind : entry.type}`), text: wordsOf(entry), about: topicOf(entry.row.topic),
  }));
  const answers: Line[] = (board?.record.answers ?? []).filter((a) => a.meetingId === meeting.id).map((a) => ({
    key: a.id, at: a.at, kind: t('meeting.answer'), text: answerText(a, language) || (a.offRecord ? t('meeting.offRecord') : tc(`state.${a.state}`)), about: topicOf(a.topic),
  }));
  const lines = [...captured, ...answers].sort((a, b) => a.at - b.at || a.key.localeCompare(b.key));
  return (
    <section className="stack" aria-labelledby="meeting-line">
      <h2 id="meeting-line">{t('meeting.line')} ({lines.length})</h2>
      {entries && lines.length === 0 ? <p className="soft">{t('meeting.noLine')}</p> : null}
      <ol className="timeline">
        {lines.map((line) => (
          <li key={line.key}>
            <time className="soft number">{clockText(offsetOf(meeting, line.at))}</time>
            <span className="tag">{line.kind}</span>
            <span className="grow preline">{line.about ? <b>{showSafely(line.about)}: </b> : null}{showSafely(truncateText(line.text, 2000))}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function answerText(answer: Answer, language: 'ko' | 'en'): string {
  if (answer.offRecord) return '';
  const value = valueText(answer.value, language) || answer.raw;
  return answer.saidBy === '' || value === '' ? value : `${value} (${answer.saidBy})`;
}
