import type { Virtualizer } from '@tanstack/react-virtual';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { lineDraftKeys } from '@/utils/db/drafts/draft-keys';
import { TABLE_OF } from '@/utils/db/read-entries';
import type { Meeting } from '@/utils/meeting/meeting';
import { useOpenDrafts } from '../hooks/use-form-draft';
import type { DealBoard } from '../hooks/use-deal-record';
import { READY, ROW_PX, shownOf, useKeptRows, useOpenedInView } from './kept-rows';
import { LineRecord } from './LineRecord';
import type { ShownLine } from './use-lines';
import { useLines } from './use-lines';

interface Props { meeting: Meeting; board: DealBoard | null }

/** Everything captured in this meeting, oldest first, each line editable in place. */
export function LinesView({ meeting, board }: Props) {
  const t = useTranslations('call');
  const lines = useLines(meeting.id);
  if (!lines) return null;
  if (lines.length === 0) return <p className="soft pad">{t('lines.empty')}</p>;
  return <Rows lines={lines} meeting={meeting} board={board} />;
}

/** The rows near what is seen, and those that someone works in. */
function Rows({ lines, meeting, board }: Props & { lines: readonly ShownLine[] }) {
  const t = useTranslations('call');
  const list = useRef<HTMLOListElement>(null);
  const drafts = useOpenDrafts();
  const ids = useMemo(() => lines.map(({ entry }) => entry.row.id), [lines]);
  const { kept, opened, onBusy } = useKeptRows(list, ids);
  // It is meant to give other rows at each rendering; nothing here keeps what it gave.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current?.closest<HTMLElement>('.call-body') ?? list.current?.parentElement ?? null,
    getItemKey: (i) => lines[i]?.entry.row.id ?? i,
    estimateSize: () => ROW_PX,
    overscan: READY,
    rangeExtractor: (range) => shownOf(range, kept),
  });
  useNewestInView(rows, lines, meeting.state === 'live');
  useOpenedInView(rows, ids, opened);
  return (
    <ol className="records placed" aria-label={t('lines.label')} ref={list} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start }) => {
        const line = lines[index];
        if (!line) return null;
        const { entry, pending } = line;
        return (
          <li
            key={entry.row.id} ref={rows.measureElement} className={`record ${pending ? 'pending' : ''}`} aria-busy={pending || undefined}
            data-index={index} aria-posinset={index + 1} aria-setsize={lines.length} style={{ insetBlockStart: start }}
          >
            <LineRecord entry={entry} meeting={meeting} board={board} pending={pending} unsaved={lineDraftKeys(TABLE_OF[entry.type], entry.row.id).some((key) => drafts.has(key))} onBusy={onBusy} />
          </li>
        );
      })}
    </ol>
  );
}

/** Frames until all rows at the end of a list have been measured: until then its end is somewhere else each time, and one command may miss it. */
const FRAMES = 4;
const NEAR_END_PX = 400;

/** In a running call the list opens at its end, and a line from the box comes into view. */
function useNewestInView(rows: Virtualizer<HTMLElement, Element>, lines: readonly ShownLine[], live: boolean): void {
  const last = lines.length - 1;
  const opened = useRef(false);
  const frame = useRef(0);
  const sent = lines[last]?.fresh ?? false;
  useEffect(() => {
    if (sent || (live && !opened.current)) {
      cancelAnimationFrame(frame.current);
      const again = (left: number): void => {
        const of = rows.scrollElement;
        // Further from the end than its rows can have grown: somebody has scrolled away.
        if (left === 0 || !of || of.scrollHeight - of.clientHeight - of.scrollTop > NEAR_END_PX) return;
        rows.scrollToIndex(last, { align: 'end' });
        frame.current = requestAnimationFrame(() => { again(left - 1); });
      };
      rows.scrollToIndex(last, { align: 'end' });
      frame.current = requestAnimationFrame(() => { again(FRAMES); });
    }
    opened.current = true;
  }, [rows, last, sent, live]);
  useEffect(() => () => { cancelAnimationFrame(frame.current); }, []);
}
