/** The index: the folded texts of many rows in one string per chunk, searched with indexOf. */
import { fold, initialsOf } from './fold';

/** A row as search sees it. */
export interface SearchDoc {
  /** `table:id`. */
  key: string;
  at: number;
  texts: readonly string[];
}

/** As it is stored; `lengths` are those of each row's part of `text`. */
export interface ChunkData { keys: string[]; at: number[]; lengths: number[]; text: string }

/** Ready for searching: `starts` says where each row's text begins, and behind the last where all of it ends. */
export interface Chunk extends ChunkData { initials: string; starts: Int32Array }

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
  const starts = new Int32Array(data.lengths.length + 1);
  data.lengths.forEach((length, i) => { starts[i + 1] = (starts[i] ?? 0) + length; });
  return { ...data, initials: initialsOf(data.text), starts };
}
