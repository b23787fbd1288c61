/** A stored chunk, or an empty one when it isn't one of this version's. */
import type { ChunkData } from './chunk';
import { emptyChunk } from './chunk';

/** Reads what the table holds; its rows are our own, so only their outline is checked. */
export function parseChunk(data: unknown): ChunkData {
  if (typeof data !== 'object' || data === null || !('text' in data) || typeof data.text !== 'string') return emptyChunk();
  if (!('keys' in data) || !Array.isArray(data.keys) || !('lengths' in data) || !Array.isArray(data.lengths)) return emptyChunk();
  return data as ChunkData;
}
