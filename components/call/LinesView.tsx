import type { Range, Virtualizer } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { lineDraftKeys } from '@/utils/db/line-drafts';
import { TABLE_OF } from '@/utils/db/read-meeting';
import type { Meeting } from '@/utils/meeting/meeting';
import { useOpenDrafts } from '../hooks/use-form-draft';
import type { DealBoard } from '../hooks/use-deal-record';
import { LineRecord } from './LineRecord';
import type { ShownLine } from './use-lines';
import { useLines } from './use-lines';

/** Up to here all lines are in the document, where the browser's own search finds them; more would slow down every key. */
const ALL_SHOWN = 60;
const ROW_PX = 72;
/** Rows kept ready above and below what is seen: Tab goes on to the next one. */
const READY = 8;

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
  const { kept, opened, onBusy } = useKeptRows(list, lines);
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
  useOpenedInView(rows, lines, opened);
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

/** Indices of the rows in the document, in order. */
function shownOf(range: Range, kept: readonly number[]): number[] {
  if (range.count <= ALL_SHOWN) return Array.from({ length: range.count }, (_, i) => i);
  return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b);
}

/** A row with the focus or an open form stays in the document wherever the list is scrolled to. */
function useKeptRows(list: RefObject<HTMLElement | null>, lines: readonly ShownLine[]) {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<number | null>(null);
  const onBusy = useCallback((id: string, is: boolean): void => {
    setBusy((now) => (is ? new Set([...now, id]) : new Set([...now].filter((one) => one !== id))));
  }, []);
  const kept = useMemo(() => {
    const open = lines.flatMap(({ entry }, i) => (busy.has(entry.row.id) ? [i] : []));
    return focused === null || focused >= lines.length ? open : [...open, focused];
  }, [lines, busy, focused]);
  // Heard of from the whole page: a button that goes away with the focus tells nobody that it lost it.
  useEffect(() => {
    const onFocus = (e: FocusEvent): void => {
      const row = e.target instanceof Element && list.current?.contains(e.target) ? e.target.closest('li') : null;
      setFocused(row ? Number(row.dataset.index) : null);
    };
    document.addEventListener('focusin', onFocus);
    return () => { document.removeEventListener('focusin', onFocus); };
  }, [list]);
  return { kept, opened: [...busy].at(-1) ?? null, onBusy };
}

/** Frames until all rows at the end of a list have been measured: until then its end is somewhere else each time, and one command may miss it. */
const FRAMES = 4;
const NEAR_END_PX = 400;

/** In a running call the list opens at its end, and a line from the box comes into view. */
function useNewestInView(rows: Virtualizer<HTMLElement, Element>, lines: readonly ShownLine[], live: boolean): void {
  const last = lines.length - 1;
  const opened = useRef(false);
  const frame = useRef(0);
  const sent = lines[last]?.pending ?? false;
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

/** A form that was just opened is seen as a whole where there is room: it is higher than the line that it stands for. */
function useOpenedInView(rows: Virtualizer<HTMLElement, Element>, lines: readonly ShownLine[], opened: string | null): void {
  const show = useEffectEvent(() => {
    const at = lines.findIndex(({ entry }) => entry.row.id === opened);
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  });
  useEffect(() => {
    if (opened === null) return;
    // The row is measured in the first frame, and the list is as long as it needs to be in the second.
    let frame = requestAnimationFrame(() => { frame = requestAnimationFrame(() => { show(); }); });
    return () => { cancelAnimationFrame(frame); };
  }, [opened]);
}
