import type { RefObject } from 'react';
import { useCallback } from 'react';

const FRAMES = 10;

/** Takes the keyboard from the box of a row to that of another, which is brought into the document first. Returns whose box that is, null at the ends. */
export function usePickKeys(list: RefObject<HTMLElement | null>, rows: { scrollToIndex: (index: number, options: { align: 'auto' }) => void }, ids: readonly string[], pickable: ReadonlySet<string>) {
  return useCallback((from: number, by: 1 | -1): string | null => {
    let to = from + by;
    while (to >= 0 && to < ids.length && !pickable.has(ids[to] ?? '')) to += by;
    const id = ids[to];
    if (id === undefined) return null;
    const go = (left: number): void => {
      const box = list.current?.querySelector<HTMLElement>(`[data-index="${String(to)}"] .pick input`);
      if (box) { box.focus({ preventScroll: true }); box.closest('li')?.scrollIntoView({ block: 'nearest', behavior: 'instant' }); return; }
      rows.scrollToIndex(to, { align: 'auto' });
      if (left > 0) requestAnimationFrame(() => { go(left - 1); });
    };
    go(FRAMES);
    return id;
  }, [list, rows, ids, pickable]);
}
