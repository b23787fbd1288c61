/** Takes rows out of the stored search index at once: what went off the record is in no store. */
import type { BatonDatabase } from '../../db/database';
import { chunkOf, rewriteChunk } from '../../search/chunk';
import { SEARCH_TABLES } from '../../search/tables';
import { parseChunk } from '../../search/parse-chunk';
import { chunkRows } from './stored-chunks';

/**
 * Rewrites the chunks that hold one of the rows, and notes the rows as changed: those that are still
 * there come back, with what they hold now, when the index is next opened. Call it inside a transaction.
 */
export async function forgetInIndex(database: BatonDatabase, ids: readonly string[]): Promise<void> {
  const keys = new Set(ids.flatMap((id) => SEARCH_TABLES.map((table) => `${table}:${id}`)));
  for (const chunk of new Set([...keys].map(chunkOf))) {
    const stored = await database.searchChunks.get(String(chunk));
    const data = parseChunk(stored?.data);
    if (!data.keys.some((key) => keys.has(key))) continue;
    await database.searchDirty.bulkPut(data.keys.filter((key) => keys.has(key)).map((key) => ({ key })));
    await database.searchChunks.bulkPut(chunkRows(chunk, rewriteChunk(data, keys, [])));
  }
}
