import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { FoundRow } from '@/utils/db/library/read-found';
import type { Range } from '@/utils/search/highlight';
import { highlight, snippet } from '@/utils/search/highlight';
import type { QueryWord } from '@/utils/search/query';
import { showSafely } from '@/utils/text/normalize';
import { isoAt } from '@/utils/time/plain-date';
import { useDayText } from '../hooks/use-day-text';
import { hrefOf } from '../library/route';

/** Where a result leads: to the line itself, in a page kept as evidence to the passage (`found`: its words as they stand there). */
function hrefOfRow(row: FoundRow, found: string): string {
  if (row.listed) return hrefOf(row.listed.page, row.listed.id, { line: row.id });
  if (row.replied) return hrefOf('reply', row.id);
  if (row.table === 'followUps') return hrefOf('deal', row.dealId, { line: row.id });
  if (row.table === 'clips') return hrefOf('clip', row.id, { find: found });
  if (row.table === 'accounts' || row.table === 'contacts') return hrefOf('account', row.accountId);
  if (row.meetingId !== '' && row.table !== 'packets') return hrefOf('meeting', row.meetingId);
  return row.dealId === '' ? hrefOf('meetings') : hrefOf('deal', row.dealId);
}

/** A text with what was searched marked, cut around the first mark. */
function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  return <>{snippet(text, ranges).map(({ text: said, marked }, i) => (marked ? <mark key={i}>{said}</mark> : said))}</>;
}

/** One result: what was said, and under it where and when. Not drawn again while the next key is typed. */
export const ResultRow = memo(OneRow);

function OneRow({ row, words }: { row: FoundRow; words: readonly QueryWord[] }) {
  const t = useTranslations('search');
  const day = useDayText();
  const texts = [...new Set(row.texts.map(showSafely))].map((text) => ({ text, ranges: highlight(text, words) }));
  const shown = texts.filter(({ ranges }, i) => i === 0 || ranges.length > 0).slice(0, 3);
  const first = texts.find(({ ranges }) => ranges.length > 0);
  const found = first?.text.slice(first.ranges[0]?.from, first.ranges[0]?.to) ?? '';
  const date = day(isoAt(row.at, row.utcOffset));
  const where = [row.accountName, row.dealName, row.meetingTitle].filter((name) => name !== '' && !shown.some(({ text }) => text === name));
  return (
    <a className="search-result" href={hrefOfRow(row, found)}>
      <span className="search-kind">{t(`kinds.${row.table}`)}</span>
      {shown.map(({ text, ranges }, i) => <span key={i} className="search-text" dir="auto"><Marked text={text} ranges={ranges} /></span>)}
      <span className="search-where">{[...where.map(showSafely), date].join(' · ')}</span>
    </a>
  );
}
