/** Lists of lines of which only the rows near what is seen are in the document: in the panel and in the library. */
import type { Range } from '@tanstack/react-virtual';
import { defaultRangeExtractor } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';

/** Up to here all lines are in the document, where the browser's own search finds them; more would slow down every key. */
const ALL_SHOWN = 60;
export const ROW_PX = 72;
/** Rows kept ready above and below what is seen: Tab goes on to the next one. */
export const READY = 8;

/** Indices of the rows in the document, in order. */
export function shownOf(range: Range, kept: readonly number[]): number[] {
  if (range.count <= ALL_SHOWN) return Array.from({ length: range.count }, (_, i) => i);
  return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b);
}

/** A row with the focus or an open form stays in the document wherever the list is scrolled to. */
export function useKeptRows(list: RefObject<HTMLElement | null>, ids: readonly string[]) {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<number | null>(null);
  const onBusy = useCallback((id: string, is: boolean): void => {
    setBusy((now) => (is ? new Set([...now, id]) : new Set([...now].filter((one) => one !== id))));
  }, []);
  const kept = useMemo(() => {
    const open = ids.flatMap((id, i) => (busy.has(id) ? [i] : []));
    return focused === null || focused >= ids.length ? open : [...open, focused];
  }, [ids, busy, focused]);
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

/** A form that was just opened is seen as a whole where there is room: it is higher than the line that it stands for. */
export function useOpenedInView(rows: { scrollToIndex: (index: number, options: { align: 'auto' }) => void }, ids: readonly string[], opened: string | null): void {
  const show = useEffectEvent(() => {
    const at = opened === null ? -1 : ids.indexOf(opened);
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  });
  useEffect(() => {
    if (opened === null) return;
    // The row is measured in the first frame, and the list is as long as it needs to be in the second.
    let frame = requestAnimationFrame(() => { frame = requestAnimationFrame(() => { show(); }); });
    return () => { cancelAnimationFrame(frame); };
  }, [opened]);
}
