/** Where the words of a query stand in a text as it was written. */
import { foldWithMap, initialsOf } from './fold';
import type { QueryWord } from './query';
import { findWord } from './query';

const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });

export interface Range { from: number; to: number }

/** Ranges of the text to be marked, in order, apart from each other; never a part of a reader's character. */
export function highlight(text: string, words: readonly QueryWord[]): Range[] {
  const { folded, starts, ends } = foldWithMap(text);
  const initials = initialsOf(folded);
  const ranges: Range[] = [];
  for (const word of words) {
    let at = findWord(folded, initials, word, 0);
    while (at !== -1) {
      const last = at + word.text.length - 1;
      ranges.push({ from: starts[at] ?? 0, to: ends[last] ?? text.length });
      at = findWord(folded, initials, word, last + 1);
    }
  }
  ranges.sort((a, b) => a.from - b.from);
  const apart: Range[] = [];
  for (const range of ranges) {
    const before = apart.at(-1);
    if (before && range.from <= before.to) before.to = Math.max(before.to, range.to);
    else apart.push({ ...range });
  }
  return apart;
}

export interface Piece { text: string; marked: boolean }

/** Characters shown before the first mark, and altogether. */
const BEFORE = 50;
const SHOWN = 240;

/** The text around its first mark, in pieces to be shown one after the other; what was cut is `…`. */
export function snippet(text: string, ranges: readonly Range[]): Piece[] {
  const first = ranges[0]?.from ?? 0;
  const start = first <= BEFORE ? 0 : cutAt(text, first - BEFORE, first);
  const end = text.length <= start + SHOWN ? text.length : Math.max(cutAt(text, start + SHOWN - 20, start + SHOWN), ranges[0]?.to ?? 0);
  const pieces: Piece[] = [];
  const add = (from: number, to: number, marked: boolean): void => {
    if (from < to) pieces.push({ text: text.slice(from, to), marked });
  };
  if (start > 0) pieces.push({ text: '…', marked: false });
  let at = start;
  for (const range of ranges.filter((r) => r.to <= end)) {
    add(at, range.from, false);
    add(range.from, range.to, true);
    at = range.to;
  }
  add(at, end, false);
  if (end < text.length) pieces.push({ text: '…', marked: false });
  return pieces;
}

/** A place between `from` and `to` where a reader's character ends, after a space if there is one. */
function cutAt(text: string, from: number, to: number): number {
  const space = text.slice(from, to).indexOf(' ');
  if (space !== -1) return from + space + 1;
  const near = Math.max(0, from - 40);
  for (const { index } of SEGMENTER.segment(text.slice(near, to))) if (near + index >= from) return near + index;
  return to;
}
