/** Runs queries and reads what they found, the newest query only. */
import type { Subscription } from 'dexie';
import Dexie, { liveQuery } from 'dexie';
import type { TopicCatalogue } from '../../checklist/checklist';
import type { BatonDatabase } from '../../db/database';
import { KnownPlaces } from '../../db/library/known-places';
import type { FoundRow } from '../../db/library/read-found';
import { readFound } from '../../db/library/read-found';
import type { Chunk } from '../../search/chunk';
import type { QueryWord } from '../../search/query';
import { parseQuery } from '../../search/query';
import type { Found } from '../../search/search';
import { searchChunks } from '../../search/search';

export interface Asked {
  query: string;
  /** Only rows of this table; '' for all. */
  kind: string;
  /** Rows to be read at most. */
  limit: number;
}

/** What a query found: how many, the first of them, and the words to be marked; one query's throughout. */
export interface Shown extends Pick<Asked, 'query' | 'kind'> { count: number; rows: readonly FoundRow[]; words: readonly QueryWord[] }

/** Nothing, found without reading; the first rows, that somebody waits for; all of them, which may wait for the next key. */
export type Part = 'none' | 'first' | 'all';

export interface Index { chunks: readonly Chunk[]; topics: TopicCatalogue }

/** A query that takes longer waits until no further key is pressed: keys come first. */
const SLOW_MS = 50;

/** Where the answers go, and what only the page knows. */
export interface Asker {
  show: (shown: Shown, part: Part) => void;
  fail: (error: unknown) => void;
  /** How many rows the window shows: these are read first. */
  inSight: () => number;
  /** Calls when what was shown is on the screen. */
  whenDrawn: (work: () => void) => void;
}

/** One page's searches. A query that is asked for ends the one before: an answer to that never comes after. */
export class Searcher {
  readonly #database: BatonDatabase;
  readonly #known: KnownPlaces;
  readonly #asker: Asker;
  #index: Index | null = null;
  #asked: Asked | null = null;
  #found: (Found & { query: string }) | null = null;
  /** What was shown last; its rows stay until those of the next query are there. */
  #shown: Shown | null = null;
  /** Ends what is under way for the query before. */
  #stop = new AbortController();
  #took = 0;

  constructor(database: BatonDatabase, asker: Asker) {
    this.#database = database;
    this.#known = new KnownPlaces(database);
    this.#asker = asker;
  }

  /** The index as it is from now on: what was asked is asked again. */
  use(index: Index): void {
    // Without it everything is read when it is asked for.
    if (!this.#index) void this.#known.warm().catch(() => undefined);
    this.#index = index;
    this.#found = null;
    if (this.#asked) this.#run(this.#asked);
  }

  /** Asks at once, in the event of the key itself: its answer is read while the page draws the key. The same again does nothing. */
  ask(asked: Asked): void {
    const before = this.#asked;
    if (before?.query === asked.query && before.kind === asked.kind && before.limit === asked.limit) return;
    this.#asked = asked;
    if (this.#took <= SLOW_MS) {
      this.#run(asked);
      return;
    }
    const { signal } = this.#begin();
    setTimeout(() => { if (!signal.aborted) this.#run(asked); }, 0);
  }

  /** Nobody looks any more. */
  close(): void {
    this.#stop.abort();
    this.#known.close();
    this.#asked = null;
  }

  #begin(): AbortController {
    this.#stop.abort();
    this.#stop = new AbortController();
    return this.#stop;
  }

  #run(asked: Asked): void {
    const { signal } = this.#begin();
    if (!this.#index) return;
    const { hits, words } = this.#search(this.#index, asked.query);
    const wanted = asked.kind === '' ? hits : hits.of(asked.kind);
    const keys = wanted.slice(0, asked.limit).map((hit) => hit.key);
    const show = (rows: readonly FoundRow[], part: Part): void => {
      if (signal.aborted) return;
      this.#shown = { query: asked.query, kind: asked.kind, count: wanted.length, rows, words };
      this.#asker.show(this.#shown, part);
    };
    if (keys.length === 0) {
      show([], 'none');
      return;
    }
    const watch = (): void => { this.#watch(keys, signal, show); };
    // More of the same, or the same after a change: what is there stays while it is read.
    if (this.#shown?.query === asked.query && this.#shown.kind === asked.kind) {
      watch();
      return;
    }
    readFound(this.#database, keys.slice(0, this.#asker.inSight()), this.#index.topics, this.#known).then((rows) => {
      // The rows are there before their transaction has ended, and nothing that is drawn may read in it.
      Dexie.ignoreTransaction(() => { show(rows, 'first'); });
      // Read before these are on the screen, the others would hold them up.
      this.#asker.whenDrawn(watch);
    }, watch);
  }

  #search({ chunks }: Index, query: string): Found {
    if (this.#found?.query === query) return this.#found;
    const began = performance.now();
    this.#found = { query, ...searchChunks(chunks, parseQuery(query)) };
    this.#took = performance.now() - began;
    return this.#found;
  }

  /** Reads all the rows, and again whenever one of them changes. */
  #watch(keys: readonly string[], signal: AbortSignal, show: (rows: readonly FoundRow[], part: Part) => void): void {
    if (signal.aborted) return;
    const topics = this.#index?.topics ?? {};
    const live: Subscription = liveQuery(async () => readFound(this.#database, keys, topics)).subscribe({ next: (rows) => { show(rows, 'all'); }, error: this.#asker.fail });
    signal.addEventListener('abort', () => { live.unsubscribe(); });
  }
}
