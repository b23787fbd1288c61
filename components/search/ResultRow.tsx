import { useFormatter, useTranslations } from 'use-intl';
import type { FoundRow } from '@/utils/db/library/read-found';
import { highlight, snippet } from '@/utils/search/highlight';
import type { QueryWord } from '@/utils/search/query';
import { showSafely } from '@/utils/text/normalize';
import { hrefOf } from '../library/route';

function hrefOfRow(row: FoundRow): string {
  if (row.table === 'clips') return hrefOf('clip', row.id);
  if (row.table === 'accounts' || row.table === 'contacts') return hrefOf('account', row.accountId);
  if (row.meetingId !== '' && row.table !== 'packets') return hrefOf('meeting', row.meetingId);
  return row.dealId === '' ? hrefOf('meetings') : hrefOf('deal', row.dealId);
}

/** A text with what was searched marked, cut around the first mark. */
function Marked({ text, words }: { text: string; words: readonly QueryWord[] }) {
  const part = snippet(text, highlight(text, words));
  return <>{part.map(({ text: said, marked }, i) => (marked ? <mark key={i}>{said}</mark> : <span key={i}>{said}</span>))}</>;
}

/** One result: what was said, and under it where and when. */
export function ResultRow({ row, words }: { row: FoundRow; words: readonly QueryWord[] }) {
  const t = useTranslations('search');
  const format = useFormatter();
  const texts = row.texts.map(showSafely);
  const holding = texts.filter((text) => highlight(text, words).length > 0);
  const shown = [...new Set([texts[0] ?? '', ...holding])].slice(0, 3);
  const date = format.dateTime(new Date(row.at + row.utcOffset * 60_000), { year: 'numeric', month: 'short', day: 'numeric' });
  const where = [row.accountName, row.dealName, row.meetingTitle].filter((name) => name !== '' && !shown.includes(name));
  return (
    <a className="search-result" href={hrefOfRow(row)}>
      <span className="search-kind">{t(`kinds.${row.table}`)}</span>
      {shown.map((text, i) => <span key={i} className="search-text" dir="auto"><Marked text={text} words={words} /></span>)}
      <span className="search-where">{[...where.map(showSafely), date].join(' · ')}</span>
    </a>
  );
}
