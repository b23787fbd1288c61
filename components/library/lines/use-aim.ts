/** The line that the address leads to (`?line=`): whatever list of the page has it shows it, marked and with the keyboard. */
import type { RefObject } from 'react';
import { createContext, useContext, useEffect, useRef } from 'react';

export interface Aim {
  /** Its id; '' for none. */
  line: string;
  /** Of an answer, the topic: a list of one answer a topic marks that. Null while it is looked for, and for other lines. */
  topic: string | null;
  /** Called by the list that has it, once it is in the document. */
  reach: (row: HTMLElement) => void;
  /** Counts how often the line was asked for. */
  asked: number;
}

export const AimContext = createContext<Aim>({ line: '', topic: null, reach: () => undefined, asked: 0 });

/** What the row of the line has that others don't: it can be focused, and is the current one to ears and eyes. */
const MARK = { tabIndex: -1, 'aria-current': true } as const;

interface Row { className: string; tabIndex?: -1; 'aria-current'?: true }

/** What a row that is or is not the line has. */
export function rowMark(aimed: boolean, className = ''): Row {
  return aimed ? { ...MARK, className: `${className} aimed`.trim() } : { className };
}

/** For a row that is in the document with its list: what to spread on it. */
export function useAimedRow<E extends HTMLElement>(id: string, className = '', topic: string | null = null): Row & { ref: RefObject<E | null> } {
  const aim = useContext(AimContext);
  const ref = useRef<E>(null);
  const aimed = aim.line !== '' && (aim.line === id || (topic !== null && aim.topic === topic));
  const { reach, asked } = aim;
  useEffect(() => { if (aimed && ref.current) reach(ref.current); }, [aimed, reach, asked]);
  return { ref, ...rowMark(aimed, className) };
}

/** Longer than a list takes to put a row into the document. */
const FRAMES = 60;

/** For a list that keeps only rows near what is seen: brings the row into the document first. Returns its place, -1 for none. */
export function useAimedIndex(list: RefObject<HTMLElement | null>, rows: { scrollToIndex: (index: number, options: { align: 'center' }) => void }, ids: readonly string[]): number {
  const { line, reach, asked } = useContext(AimContext);
  const index = line === '' ? -1 : ids.indexOf(line);
  const there = index >= 0;
  const at = useRef(index);
  useEffect(() => { at.current = index; });
  useEffect(() => {
    if (!there) return;
    let frame = 0;
    const look = (left: number): void => {
      const row = list.current?.querySelector<HTMLElement>(`[data-index="${String(at.current)}"]`);
      if (row) { reach(row); return; }
      rows.scrollToIndex(at.current, { align: 'center' });
      if (left > 0) frame = requestAnimationFrame(() => { look(left - 1); });
    };
    look(FRAMES);
    return () => { cancelAnimationFrame(frame); };
    // Once for each time the line is asked for: rows that come and go later don't pull the page back.
  }, [there, line, asked, list, reach, rows]);
  return index;
}
