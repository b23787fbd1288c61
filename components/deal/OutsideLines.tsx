import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { OutsideLine } from '@/utils/db/library/read-lines';
import { readOutsideLines } from '@/utils/db/library/read-lines';
import { showSafely } from '@/utils/text/normalize';
import { useMomentText } from '../hooks/use-day-text';
import type { DealBoard } from '../hooks/use-deal-record';
import { LineList } from '../library/lines/LineList';
import { hrefOf } from '../library/route';
import { useDone } from '../undo/use-done';

/** What was caught for the deal outside its meetings: from the popup, the context menu, this page, or moved here. No meeting's time line has it. */
export function OutsideLines({ board }: { board: DealBoard }) {
  const t = useTranslations('deal.outside');
  const moment = useMomentText();
  const done = useDone();
  const dealId = board.record.deal.id;
  const lines = useLiveQuery(() => readOutsideLines(db, dealId), [dealId]);
  if (!lines) return null;
  const rows = lines.map((line) => ({ key: line.entry.row.id, entry: line.entry, time: moment(line.entry.row.at), from: <From line={line} /> }));
  return (
    <section className="stack tight" aria-labelledby="deal-outside">
      <h2 id="deal-outside">{t('title')} ({lines.length})</h2>
      {lines.length === 0 ? <p className="soft">{t('none')}</p> : null}
      <LineList rows={rows} label={t('title')} meeting={null} board={board} done={done} />
    </section>
  );
}

/** A line that was said in a meeting of another deal says in which. */
function From({ line: { entry, meeting } }: { line: OutsideLine }): ReactNode {
  const t = useTranslations();
  if (entry.row.meetingId === '') return null;
  if (!meeting) return <p className="soft">{t('deal.outside.fromGone')}</p>;
  return <p className="soft">{t('deal.outside.from')} <a href={hrefOf('meeting', meeting.id, { line: entry.row.id })}>{showSafely(meeting.title || t('library.untitled'))}</a></p>;
}
