/** Chunks of the search index as they are stored: each with a revision beside it, so that a page reads only what changed. */
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import type { Chunk, ChunkData } from '../../search/chunk';
import { CHUNK_COUNT, readyChunk } from '../../search/chunk';
import { orderChunks } from '../../search/order';
import { parseChunk } from '../../search/parse-chunk';

const REVISION = 'rev:';

/** The rows that hold a chunk from now on. */
export function chunkRows(chunk: number, data: ChunkData): { id: string; data: unknown }[] {
  return [{ id: String(chunk), data }, { id: `${REVISION}${String(chunk)}`, data: newId() }];
}

interface Kept { revision: unknown; chunk: Chunk }
/** What this page has read already, by database and chunk. */
const kept = new WeakMap<BatonDatabase, Map<string, Kept>>();

/** All chunks, ready to be searched and in one order of time. Those of an earlier call are used again while they are true. */
export async function loadChunks(database: BatonDatabase): Promise<readonly Chunk[]> {
  const known = kept.get(database) ?? new Map<string, Kept>();
  kept.set(database, known);
  await database.transaction('r', database.searchChunks, async () => {
    const revisions = new Map((await database.searchChunks.where('id').startsWith(REVISION).toArray()).map((row) => [row.id.slice(REVISION.length), row.data]));
    for (const id of known.keys()) if (!revisions.has(id)) known.delete(id);
    const changed = [...revisions].filter(([id, revision]) => known.get(id)?.revision !== revision).map(([id]) => id);
    const rows = await database.searchChunks.bulkGet(changed);
    changed.forEach((id, i) => { known.set(id, { revision: revisions.get(id), chunk: readyChunk(parseChunk(rows[i]?.data)) }); });
  });
  const chunks = Array.from({ length: CHUNK_COUNT }, (_, i) => known.get(String(i))?.chunk).filter((chunk) => chunk !== undefined);
  orderChunks(chunks);
  return chunks;
}
