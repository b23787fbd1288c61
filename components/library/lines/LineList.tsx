import { useWindowVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode, RefObject } from 'react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { lineDraftKeys } from '@/utils/db/drafts/draft-keys';
import type { TimelineEntry } from '@/utils/db/read-entries';
import { TABLE_OF } from '@/utils/db/read-entries';
import type { Meeting } from '@/utils/meeting/meeting';
import type { NoteKind } from '@/utils/notes/records';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { LineRecord } from '../../call/LineRecord';
import type { LineDone } from '../../call/LineTools';
import { wordsOf } from '../../call/LineTools';
import { READY, ROW_PX, shownOf, useKeptRows, useOpenedInView } from '../../call/kept-rows';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useOpenDrafts } from '../../hooks/use-form-draft';
import { DoneLine } from '../../undo/DoneLine';
import type { Done } from '../../undo/use-done';
import { PickBox } from './PickBox';
import { rowMark, useAimedIndex } from './use-aim';
import type { LinePick } from './use-line-pick';
import { usePickKeys } from './use-pick-keys';
import '../../call/call.css';

/** A captured line, with when it was said and, below it, where it comes from; or a row of another kind, drawn by the page. */
export type ListedRow = { key: string; entry: TimelineEntry; time: string; from?: ReactNode } | { key: string; other: ReactNode };

interface Props {
  rows: readonly ListedRow[];
  label: string;
  /** The meeting that the list is of; null for lines of a deal. */
  meeting: Meeting | null;
  board: DealBoard | null;
  done: Done;
  /** Notes that become of such a kind leave the list, which is said; `'ended'`: so does a "?" that has ended. */
  leaves?: (kind: NoteKind | 'ended') => boolean;
  /** Several lines are being picked: each row has a box instead of its tools. `onNext`: all are. */
  pick?: (LinePick & { onNext: () => void }) | undefined;
}

const noneLeaves = (): boolean => false;

/** Lines in the library, each with the tools that it has in a call. Of many, only those near what is seen are in the document. */
export function LineList({ rows: listed, label, meeting, board, done, leaves = noneLeaves, pick }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const drafts = useOpenDrafts();
  const ids = useMemo(() => listed.map(({ key }) => key), [listed]);
  const { kept, opened, onBusy } = useKeptRows(list, ids);
  const onDone = useSayDone(done, leaves);
  const top = useTop(list, listed.length);
  // It is meant to give other rows at each rendering; nothing here keeps what it gave.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useWindowVirtualizer({
    count: listed.length, getItemKey: (i) => ids[i] ?? i, estimateSize: () => ROW_PX, overscan: READY, scrollMargin: top, rangeExtractor: (range) => shownOf(range, kept),
  });
  useOpenedInView(rows, ids, opened);
  const aimed = useAimedIndex(list, rows, ids);
  const lines = useMemo(() => new Set(listed.flatMap((row) => ('entry' in row ? [row.key] : []))), [listed]);
  const goFrom = usePickKeys(list, rows, ids, lines);
  return (
    <>
      {listed.length === 0 ? null : <ol className={pick ? 'records placed picking' : 'records placed'} aria-label={label} ref={list} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const row = listed[index];
          if (!row) return null;
          return (
            <li key={row.key} ref={rows.measureElement} {...rowMark(index === aimed, pick?.picked.has(row.key) ? 'record picked' : 'record')} data-index={index} aria-posinset={index + 1} aria-setsize={listed.length} style={{ insetBlockStart: start - top }}>
              {pick ? <PickBox id={row.key} words={'entry' in row ? wordsOf(row.entry) : null} picked={pick.picked} toggle={pick.toggle} onGo={(by) => goFrom(index, by)} onNext={pick.onNext} /> : null}
              {'other' in row ? row.other : (
                <>
                  <LineRecord entry={row.entry} meeting={meeting} board={board} pending={pick !== undefined} time={row.time} onBusy={onBusy} onDone={onDone} unsaved={lineDraftKeys(TABLE_OF[row.entry.type], row.key).some((key) => drafts.has(key))} />
                  {row.from}
                </>
              )}
            </li>
          );
        })}
      </ol>}
      <DoneLine done={done} sticky />
    </>
  );
}

const everyLeaves = (): boolean => true;

/** Says what was done with a line, in the words of the page. Of a changed kind only where the line leaves the list by it. */
export function useSayDone({ say }: Done, leaves: (kind: NoteKind | 'ended') => boolean = everyLeaves): (done: LineDone) => void {
  const t = useTranslations('library.lines');
  const tk = useTranslations('common.kind');
  return useCallback(({ what, id, meetingId, words, kind, at }) => {
    if ((kind && !leaves(kind)) || (what === 'ended' && !leaves(what))) return;
    const text = t(what, { words: showSafely(truncateText(words, 80)), kind: kind ? tk(kind) : '' });
    say(what === 'offRecord' ? { text, holds: null } : { text, meetingId, holds: id, at });
  }, [say, t, tk, leaves]);
}

/** Where the list begins on the page, which scrolls as a whole; forms above it open and close. */
function useTop(list: RefObject<HTMLElement | null>, count: number): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const look = (): void => { if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + scrollY)); };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(document.body);
    const page = list.current?.closest('main');
    if (page) watch.observe(page);
    return () => { watch.disconnect(); };
  }, [list, count]);
  return top;
}
