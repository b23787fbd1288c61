/** Where the words of a query stand in a text as it was written. */
import { foldWithMap, initialsOf } from './fold';
import type { QueryWord } from './query';
import { findWord } from './query';

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
