/** The index: the folded texts of many rows in one string per chunk, searched with indexOf. */
import { fold, initialsOf } from './fold';
import type { QueryWord } from './query';
import { findWord, looserWords } from './query';

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

function rowAt(starts: readonly number[], position: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rows of a chunk that hold the word. */
function rowsWith(chunk: Chunk, word: QueryWord): Set<number> {
  const rows = new Set<number>();
  let row = 0;
  let position = findWord(chunk.text, chunk.initials, word, 0);
  while (position !== -1) {
    row = rowAt(chunk.starts, position, row);
    rows.add(row);
    const next = (chunk.starts[row] ?? 0) + (chunk.lengths[row] ?? 0);
    position = next < chunk.text.length ? findWord(chunk.text, chunk.initials, word, next) : -1;
  }
  return rows;
}

export interface Found { hits: Hit[]; words: QueryWord[] }

/** Rows that hold every word, newest first, and the words as they were found: for highlights. */
export function searchChunks(chunks: readonly Chunk[], words: readonly QueryWord[]): Found {
  if (words.length === 0) return { hits: [], words: [] };
  const used: QueryWord[] = [];
  const perWord = words.map((word) => {
    for (const tried of [word, ...looserWords(word)]) {
      const sets = chunks.map((c) => rowsWith(c, tried));
      if (sets.some((s) => s.size > 0)) {
        used.push(tried);
        return sets;
      }
    }
    return null;
  });
  const hits: Hit[] = [];
  chunks.forEach((chunk, c) => {
    const [first, ...rest] = perWord.map((sets) => sets?.[c]);
    for (const row of first ?? []) {
      if (rest.every((set) => set?.has(row))) hits.push({ key: chunk.keys[row] ?? '', at: chunk.at[row] ?? 0 });
    }
  });
  return { hits: hits.sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1)), words: used };
}
