/** Keeps the stored search index true to the rows, and loads it. */
import type { BatonDatabase } from '../../db/database';
import type { TopicCatalogue } from '../../checklist/checklist';
import type { Chunk, SearchDoc } from '../../search/chunk';
import { CHUNK_COUNT, chunkOf, emptyChunk, rewriteChunk } from '../../search/chunk';
import type { SearchRows } from '../../search/docs';
import type { SearchTable } from '../../search/tables';
import { docOf } from '../../search/docs';
import { parseKey, SEARCH_TABLES } from '../../search/tables';
import { parseChunk } from '../../search/parse-chunk';
import { loadTopics } from '../checklist/load-checklist';
import { chunkRows, loadChunks } from './stored-chunks';

/** The row that says that the index was built; it changes when what is searched changes. */
const BUILT = 'built:4';
/** Rows read at a time: folding them takes a few milliseconds, then the page breathes. */
const BATCH = 400;
const ANY = ':*';

export type Progress = (done: number, total: number) => void;

/**
 * The index as of now, ready to be searched. Builds it when there is none (after an upgrade or a
 * restore) and brings it up to date otherwise. Any number of tabs may do this at once.
 */
export async function openIndex(database: BatonDatabase, onProgress: Progress = () => undefined): Promise<readonly Chunk[]> {
  const topics = await loadTopics(database);
  // A table that is emptied while it is read starts it again; that happens once, if ever.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (!(await isBuilt(database))) await build(database, topics, onProgress);
    if (await refresh(database, topics)) return loadChunks(database);
  }
  throw new Error('the search index could not be built');
}

async function isBuilt(database: BatonDatabase): Promise<boolean> {
  return (await database.searchChunks.get(BUILT)) !== undefined;
}

async function build(database: BatonDatabase, topics: TopicCatalogue, onProgress: Progress): Promise<void> {
  await database.searchDirty.filter((d) => d.key.endsWith(ANY)).delete();
  const docs: SearchDoc[][] = Array.from({ length: CHUNK_COUNT }, () => []);
  const counts = await Promise.all(SEARCH_TABLES.map((t) => database.table(t).count()));
  const total = counts.reduce((a, b) => a + b, 0);
  let done = 0;
  for (const table of SEARCH_TABLES) {
    let last = '';
    for (;;) {
      const rows = await database.table<SearchRows[SearchTable] & { id: string }, string>(table).where('id').above(last).limit(BATCH).toArray();
      for (const row of rows) {
        const doc = docOf(table, row.id, row, topics);
        if (doc) docs[chunkOf(doc.key)]?.push(doc);
        last = row.id;
      }
      done += rows.length;
      onProgress(done, total);
      if (rows.length < BATCH) break;
    }
  }
  const chunks: { id: string; data: unknown }[] = [];
  for (const [i, part] of docs.entries()) {
    chunks.push(...chunkRows(i, rewriteChunk(emptyChunk(), new Set(), part)));
    await new Promise((resolve) => { setTimeout(resolve, 0); });
  }
  await database.transaction('rw', database.tables, async () => {
    // Another tab was faster: its index is as good, and rows may have changed since ours was read.
    if (await isBuilt(database)) return;
    await database.searchChunks.clear();
    await database.searchChunks.bulkPut([...chunks, { id: BUILT, data: null }]);
    await refresh(database, topics);
  });
}

/** Reads the changed rows again. False when everything has to be read again. */
async function refresh(database: BatonDatabase, topics: TopicCatalogue): Promise<boolean> {
  if ((await database.searchDirty.count()) === 0 && (await isBuilt(database))) return true;
  return database.transaction('rw', database.tables, async () => {
    if (!(await isBuilt(database))) return false;
    const dirty = (await database.searchDirty.toArray()).map((d) => d.key);
    if (dirty.some((key) => key.endsWith(ANY))) {
      await database.searchChunks.clear();
      return false;
    }
    const byChunk = new Map<number, string[]>();
    for (const key of dirty) byChunk.set(chunkOf(key), [...(byChunk.get(chunkOf(key)) ?? []), key]);
    for (const [chunk, keys] of byChunk) {
      const stored = await database.searchChunks.get(String(chunk));
      const data = rewriteChunk(parseChunk(stored?.data), new Set(keys), await readDocs(database, keys, topics));
      await database.searchChunks.bulkPut(chunkRows(chunk, data));
    }
    await database.searchDirty.bulkDelete(dirty);
    return true;
  });
}

async function readDocs(database: BatonDatabase, keys: readonly string[], topics: TopicCatalogue): Promise<SearchDoc[]> {
  const docs: SearchDoc[] = [];
  for (const key of keys) {
    const place = parseKey(key);
    if (!place) continue;
    const row = await database.table<SearchRows[SearchTable], string>(place.table).get(place.id);
    const doc = row ? docOf(place.table, place.id, row, topics) : null;
    if (doc) docs.push(doc);
  }
  return docs;
}
