/** Searching the index. */
import type { Chunk } from './chunk';
import type { Order } from './order';
import { Hits, orderChunks } from './order';
import type { QueryWord } from './query';
import { findWord, looserWords, stemsOf } from './query';

export interface Found { hits: Hits; words: QueryWord[] }

/** What a row is marked with: it has the word as it was typed, or the nearest thing that finds anything; it has it at least with another particle. */
const NEAR = 1;
const WIDE = 2;

/**
 * Rows that hold every word, and the words as they were found: for highlights. First come those that have them as they were typed
 * (or as the nearest thing that finds anything), then those that have them with another particle or ending; both newest first.
 */
export function searchChunks(chunks: readonly Chunk[], words: readonly QueryWord[]): Found {
  const order = orderChunks(chunks);
  const used: QueryWord[] = [];
  let all: Uint8Array | null = null;
  for (const word of words) {
    const marks = marksOf(order, word, used);
    if (!marks) return { hits: new Hits(order, new Uint32Array()), words: used };
    if (all) for (let rank = 0; rank < marks.length; rank += 1) marks[rank] = (marks[rank] ?? 0) & (all[rank] ?? 0);
    all = marks;
  }
  return { hits: new Hits(order, bestFirst(all ?? new Uint8Array())), words: used };
}

/** The rows with the word, each marked at its place in the order of time; notes what was found in `used`. Null: none has it. */
function marksOf(order: Order, word: QueryWord, used: QueryWord[]): Uint8Array | null {
  const marks = new Uint8Array(order.row.length);
  const nearest = [word, ...looserWords(word)].find((tried) => mark(order, tried, NEAR | WIDE, marks));
  if (!nearest) return null;
  used.push(nearest);
  for (const stem of stemsOf(word)) {
    if (used.at(-1)?.text !== stem.text && mark(order, stem, WIDE, marks)) used.push(stem);
  }
  return marks;
}

/** Marks the rows that hold the word; false when none does. */
function mark(order: Order, word: QueryWord, bits: number, marks: Uint8Array): boolean {
  let any = false;
  order.chunks.forEach(({ text, initials, starts }, c) => {
    const ranks = order.ranks[c];
    if (!ranks) return;
    let row = 0;
    let position = findWord(text, initials, word, 0);
    while (position !== -1) {
      while ((starts[row + 1] ?? Infinity) <= position) row += 1;
      const rank = ranks[row] ?? 0;
      marks[rank] = (marks[rank] ?? 0) | bits;
      any = true;
      // One is enough: on to the next row.
      position = findWord(text, initials, word, starts[row + 1] ?? Infinity);
    }
  });
  return any;
}

/** The places that are marked: first those marked as near, then the others. */
function bestFirst(marks: Uint8Array): Uint32Array {
  const ranks = new Uint32Array(marks.length);
  let count = 0;
  let wide = 0;
  for (let rank = 0; rank < marks.length; rank += 1) {
    const bits = marks[rank] ?? 0;
    if ((bits & NEAR) !== 0) ranks[count++] = rank;
    else wide += bits;
  }
  for (let rank = 0; rank < marks.length && wide > 0; rank += 1) if (marks[rank] === WIDE) ranks[count++] = rank;
  return ranks.slice(0, count);
}
