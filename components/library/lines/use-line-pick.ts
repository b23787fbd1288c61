/** Picking several lines of a list, one by one or from here to there. */
import { useMemo, useState } from 'react';

export interface LinePick {
  /** Those that are picked and still there. */
  picked: ReadonlySet<string>;
  /** Picks a line or lets it go; with `range`, all from the line before it on. */
  toggle: (id: string, range: boolean) => void;
  /** Picks these, and no others. */
  only: (ids: readonly string[]) => void;
}

/** All between two lines, both included, whichever comes first. */
export function between(order: readonly string[], from: string, to: string): string[] {
  const [a, b] = [order.indexOf(from), order.indexOf(to)];
  return a < 0 || b < 0 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** `order`: the lines that can be picked, as the list shows them. */
export function useLinePick(order: readonly string[]): LinePick {
  const [state, setState] = useState<{ picked: readonly string[]; last: string }>({ picked: [], last: '' });
  const picked = useMemo(() => {
    const there = new Set(order);
    return new Set(state.picked.filter((id) => there.has(id)));
  }, [order, state]);
  const toggle = (id: string, range: boolean): void => {
    const these = range && state.last !== '' ? between(order, state.last, id) : [id];
    // As a list of files: what is clicked says what becomes of all of them.
    const next = picked.has(id) ? [...picked].filter((one) => !these.includes(one)) : [...new Set([...picked, ...these])];
    setState({ picked: next, last: id });
  };
  return { picked, toggle, only: (ids) => { setState({ picked: ids, last: '' }); } };
}
