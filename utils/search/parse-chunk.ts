/** A stored chunk, or an empty one when it isn't one of this version's. */
import type { ChunkData } from './chunk';
import { emptyChunk } from './chunk';

/** Reads what the table holds; its rows are our own, so only their outline is checked. */
export function parseChunk(data: unknown): ChunkData {
  if (typeof data !== 'object' || data === null) return emptyChunk();
  const { text, keys, at, lengths }: { [F in keyof ChunkData]?: unknown } = data;
  return typeof text === 'string' && [keys, at, lengths].every((list) => Array.isArray(list)) ? (data as ChunkData) : emptyChunk();
}
