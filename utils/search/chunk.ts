/** The index: the folded texts of many rows in one string per chunk, searched with indexOf. */
import { fold, initialsOf } from './fold';
import type { QueryWord } from './query';
import { findWord, looserWords, stemsOf } from './query';

/** A row as search sees it. */
export interface SearchDoc {
  /** `table:id`. */
  key: string;
  at: number;
  texts: readonly string[];
}

/** As it is stored; `lengths` are those of each row's part of `text`. */
export interface ChunkData { keys: string[]; at: number[]; lengths: number[]; text: string }

export interface Chunk extends ChunkData { initials: string; starts: number[] }

export interface Hit { key: string; at: number }

/** Chunks are chosen by key, so that a row's text is in one known place and can be taken out of it. */
export const CHUNK_COUNT = 64;
/** Ends each text: no folded text holds one, so that nothing is found across two. */
const END = '\n';

/** The chunk a row belongs to. */
export function chunkOf(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
  return (hash >>> 0) % CHUNK_COUNT;
}

/** A chunk without the rows of `gone`, and with `docs`. */
export function rewriteChunk(data: ChunkData, gone: ReadonlySet<string>, docs: readonly SearchDoc[]): ChunkData {
  const next: ChunkData = { keys: [], at: [], lengths: [], text: '' };
  const parts: string[] = [];
  const add = (key: string, at: number, text: string): void => {
    next.keys.push(key);
    next.at.push(at);
    next.lengths.push(text.length);
    parts.push(text);
  };
  let start = 0;
  data.keys.forEach((key, i) => {
    const end = start + (data.lengths[i] ?? 0);
    if (!gone.has(key)) add(key, data.at[i] ?? 0, data.text.slice(start, end));
    start = end;
  });
  for (const doc of docs) add(doc.key, doc.at, doc.texts.map((t) => fold(t) + END).join(''));
  next.text = parts.join('');
  return next;
}

export function emptyChunk(): ChunkData {
  return { keys: [], at: [], lengths: [], text: '' };
}

/** A stored chunk made ready for searching. */
export function readyChunk(data: ChunkData): Chunk {
  let start = 0;
  const starts = data.lengths.map((length) => {
    start += length;
    return start - length;
  });
  return { ...data, initials: initialsOf(data.text), starts };
}

/** For each row of a chunk whether it holds the word; null when none does. */
function rowsWith(chunk: Chunk, word: QueryWord): Uint8Array | null {
  let rows: Uint8Array | null = null;
  let row = 0;
  let position = findWord(chunk.text, chunk.initials, word, 0);
  while (position !== -1) {
    rows ??= new Uint8Array(chunk.keys.length);
    while ((chunk.starts[row + 1] ?? Infinity) <= position) row += 1;
    rows[row] = 1;
    const next = chunk.starts[row + 1];
    position = next === undefined ? -1 : findWord(chunk.text, chunk.initials, word, next);
  }
  return rows;
}

/** Every row of the chunks, newest first, and where each row of a chunk stands in it: hits need no sorting. */
interface Order { ranks: Uint32Array[]; chunk: Uint32Array; row: Uint32Array }

const orders = new WeakMap<readonly Chunk[], Order>();

/** Works out the order of all rows once for this list of chunks; a search does it when nobody has. */
export function orderChunks(chunks: readonly Chunk[]): Order {
  const known = orders.get(chunks);
  if (known) return known;
  const count = chunks.reduce((sum, c) => sum + c.keys.length, 0);
  const times = new Float64Array(count);
  let i = 0;
  for (const c of chunks) for (let row = 0; row < c.keys.length; row += 1) times[i++] = -(c.at[row] ?? 0);
  times.sort();
  const taken = new Uint32Array(count);
  const order: Order = { ranks: [], chunk: new Uint32Array(count), row: new Uint32Array(count) };
  chunks.forEach((c, index) => {
    const ranks = new Uint32Array(c.keys.length);
    for (let row = 0; row < ranks.length; row += 1) {
      const first = firstAt(times, -(c.at[row] ?? 0));
      // Rows of the same moment stand in the order of the chunks.
      const rank = first + (taken[first] ?? 0);
      taken[first] = (taken[first] ?? 0) + 1;
      ranks[row] = rank;
      order.chunk[rank] = index;
      order.row[rank] = row;
    }
    order.ranks.push(ranks);
  });
  orders.set(chunks, order);
  return order;
}

/** The first place of a value in a sorted list that holds it. */
function firstAt(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Found { hits: Hit[]; words: QueryWord[] }

/** The rows with one word, chunk by chunk; null where a chunk has none. */
type Sets = (Uint8Array | null)[];

/**
 * Rows that hold every word, and the words as they were found: for highlights. First come those that have them as they were typed
 * (or as the nearest thing that finds anything), then those that have them with another particle or ending; both newest first.
 */
export function searchChunks(chunks: readonly Chunk[], words: readonly QueryWord[]): Found {
  if (words.length === 0) return { hits: [], words: [] };
  const used: QueryWord[] = [];
  const near: Sets[] = [];
  const wide: Sets[] = [];
  for (const word of words) {
    const sets = firstSets(chunks, word, used);
    if (!sets) return { hits: [], words: used };
    near.push(sets);
    wide.push(withStems(chunks, word, sets, used));
  }
  const hits = hitsOf(chunks, near);
  if (wide.every((sets, i) => sets === near[i])) return { hits, words: used };
  const typed = new Set(hits.map((hit) => hit.key));
  return { hits: [...hits, ...hitsOf(chunks, wide).filter((hit) => !typed.has(hit.key))], words: used };
}

/** The rows with the word, or with the nearest thing it may mean; notes what was found in `used`. */
function firstSets(chunks: readonly Chunk[], word: QueryWord, used: QueryWord[]): Sets | null {
  for (const tried of [word, ...looserWords(word)]) {
    const sets = chunks.map((c) => rowsWith(c, tried));
    if (!sets.some((s) => s !== null)) continue;
    used.push(tried);
    return sets;
  }
  return null;
}

/** `sets` and the rows with a stem of the word: the same object when that adds no row. */
function withStems(chunks: readonly Chunk[], word: QueryWord, sets: Sets, used: QueryWord[]): Sets {
  let wide = sets;
  for (const stem of stemsOf(word)) {
    if (used.at(-1)?.text === stem.text) continue;
    const found = chunks.map((c) => rowsWith(c, stem));
    if (!found.some((s) => s !== null)) continue;
    used.push(stem);
    wide = wide.map((rows, i) => union(rows, found[i] ?? null));
  }
  return wide;
}

function union(a: Uint8Array | null, b: Uint8Array | null): Uint8Array | null {
  return a && b ? a.map((one, i) => one | (b[i] ?? 0)) : (a ?? b);
}

function hitsOf(chunks: readonly Chunk[], perWord: readonly Sets[]): Hit[] {
  const order = orderChunks(chunks);
  const marked = new Uint8Array(order.row.length);
  chunks.forEach((chunk, c) => {
    const flags = perWord.map((sets) => sets[c] ?? null).filter((f) => f !== null);
    if (flags.length < perWord.length) return;
    const ranks = order.ranks[c];
    for (let row = 0; row < chunk.keys.length; row += 1) if (flags.every((f) => f[row] === 1)) marked[ranks?.[row] ?? 0] = 1;
  });
  const hits: Hit[] = [];
  for (let rank = marked.indexOf(1); rank !== -1; rank = marked.indexOf(1, rank + 1)) {
    const row = order.row[rank] ?? 0;
    const chunk = chunks[order.chunk[rank] ?? 0];
    hits.push({ key: chunk?.keys[row] ?? '', at: chunk?.at[row] ?? 0 });
  }
  return hits;
}
