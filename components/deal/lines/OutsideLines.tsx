import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { OutsideLine } from '@/utils/db/library/read-lines';
import { readOutsideLines } from '@/utils/db/library/read-lines';
import { useMomentText } from '../../hooks/use-day-text';
import type { DealBoard } from '../../hooks/use-deal-record';
import { LineList } from '../../library/lines/LineList';
import { useDone } from '../../undo/use-done';
import { GapEnd } from './OpenGaps';
import { SaidElsewhere } from './Origin';

/** A line that becomes a pain goes to the list of these. */
const isPain = (kind: string): boolean => kind === 'pain';

/** What else was caught for the deal outside its meetings: from the popup, the context menu, or moved here. No meeting's time line has it, and none of the deal's own lists. A "?" stands among the open ones until it has ended. */
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
      <LineList rows={rows} label={t('title')} meeting={null} board={board} done={done} leaves={isPain} />
    </section>
  );
}

function From({ line: { entry: { row, type }, meeting } }: { line: OutsideLine }): ReactNode {
  return (
    <>
      {row.meetingId === '' ? null : <p className="soft"><SaidElsewhere meeting={meeting} lineId={row.id} /></p>}
      {type === 'gap' ? <GapEnd gap={row} /> : null}
    </>
  );
}
