/** A page of the extension in which the bench runs product code by itself, and the baselines. */
import { Readability } from '@mozilla/readability';
import { db } from '@/utils/db/database';
import type { Chunk } from '@/utils/search/chunk';
import { searchChunks } from '@/utils/search/search';
import { parseQuery } from '@/utils/search/query';
import { filesOf } from '@/utils/packet/export';
import { parsePacket } from '@/utils/packet/parse';
import { zipFiles } from '@/utils/packet/zip';
import { openIndex } from '@/utils/services/search/open-index';
import { bareDatabase, putStrict } from './put-strict';

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
    const index = await timed(() => {
      const found = searchChunks(chunks, parseQuery(query)).hits;
      hits = found.slice(0, 50).length;
    });
    const includes = await timed(() => { plain = texts.filter((text) => text.includes(query)).length; });
    return { index, includes, hits, plain };
  },
  /** JSON of every row of Baton's database, which is read before the clock starts. */
  stringifyAll: async (): Promise<number> => {
    const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray() as unknown[]] as const));
    return timed(() => JSON.stringify(tables));
  },
  /** The newest packet of the database as JSON and packed, and nothing else: milliseconds, and how much text its files are. */
  zipNewest: async (): Promise<{ plain: number; kb: number }> => {
    const row = (await db.packets.toArray()).at(-1);
    const parsed = parsePacket(JSON.parse(row?.json ?? 'null'));
    if (!parsed.ok) throw new Error('There is no packet that can be read.');
    const { files } = filesOf(parsed.packet);
    const plain = await timed(() => { JSON.stringify(parsed.packet); zipFiles(files); });
    return { plain, kb: Object.values(files).reduce((sum, text) => sum + text.length, 0) / 1000 };
  },
  /** One row of a line's size into a bare database, until it is durable. */
  strictPut: async (): Promise<number> => {
    await bareDatabase;
    return timed(() => putStrict({ id: crypto.randomUUID(), dealId: 'd000001', meetingId: 'm000001', at: Date.now(), text: '운영팀 재고 수량이 두 시스템에서 서로 다르게 나옴. Finance wants a demo first of returns' }));
  },
};

export type Tools = typeof tools;

declare global {
  interface Window { benchTools: Tools }
}

window.benchTools = tools;
