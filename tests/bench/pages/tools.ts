/** A page of the extension in which the bench runs product code by itself, and the baselines. */
import { Readability } from '@mozilla/readability';
import { db } from '@/utils/db/database';
import type { Chunk } from '@/utils/search/chunk';
import { searchChunks } from '@/utils/search/chunk';
import { parseQuery } from '@/utils/search/query';
import { openIndex } from '@/utils/services/search/open-index';

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

let chunks: readonly Chunk[] = [];
let texts: readonly string[] = [];

const tools = {
  /** Milliseconds that Readability alone needs for a page that is parsed already. */
  readability: async (html: string): Promise<number> => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    return timed(() => new Readability(page).parse());
  },
  /** Opens the search index as the library does, and keeps it; builds it when there is none. */
  openSearchIndex: async (): Promise<number> => timed(async () => { chunks = await openIndex(db); }),
  /** Keeps all texts of notes as they are, for the baseline. */
  readTexts: async (): Promise<number> => {
    texts = (await db.notes.toArray()).map((note) => note.text);
    return texts.length;
  },
  /** One query by the index and one by `includes`: milliseconds, and how many rows each finds. */
  search: async (query: string): Promise<{ index: number; includes: number; hits: number; plain: number }> => {
    let [hits, plain] = [0, 0];
    const index = await timed(() => { hits = searchChunks(chunks, parseQuery(query)).hits.length; });
    const includes = await timed(() => { plain = texts.filter((text) => text.includes(query)).length; });
    return { index, includes, hits, plain };
  },
};

export type Tools = typeof tools;

declare global {
  interface Window { benchTools: Tools }
}

window.benchTools = tools;
