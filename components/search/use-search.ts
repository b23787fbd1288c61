import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { db } from '@/utils/db/database';
import type { FoundRow } from '@/utils/db/library/read-found';
import { readFound } from '@/utils/db/library/read-found';
import type { Chunk, Found } from '@/utils/search/chunk';
import { searchChunks } from '@/utils/search/chunk';
import type { QueryWord } from '@/utils/search/query';
import { parseQuery } from '@/utils/search/query';
import { loadTopics } from '@/utils/services/checklist/load-checklist';
import { openIndex } from '@/utils/services/search/open-index';

/** What a query found, and which query that was: the field may be ahead of it. */
export interface FoundFor extends Found { query: string }

export interface SearchState {
  /** Null while the index is being prepared. */
  found: FoundFor | null;
  /** Share of the rows read while the index is built, 0 to 1. */
  progress: number;
  failed: boolean;
}

/** What the query finds, live: rows written in another window are found without a reload. */
export function useSearch(query: string): SearchState {
  const [chunks, setChunks] = useState<readonly Chunk[] | null>(null);
  const [progress, setProgress] = useState(0);
  const [failed, setFailed] = useState(false);
  const changed = useLiveQuery(async () => (await db.searchDirty.toCollection().primaryKeys()).join('\n'), []);
  useEffect(() => {
    if (changed === undefined) return;
    let alive = true;
    openIndex(db, (done, total) => { if (alive) setProgress(total === 0 ? 1 : done / total); })
      .then((ready) => { if (alive) setChunks(ready); })
      .catch(() => { if (alive) setFailed(true); });
    return () => { alive = false; };
  }, [changed]);
  const found = useMemo(() => (chunks ? { query, ...searchChunks(chunks, parseQuery(query)) } : null), [chunks, query]);
  return { found, progress, failed };
}

/** Rows and the words to be marked in them, as they belong together. */
export interface Shown { rows: FoundRow[]; words: readonly QueryWord[]; place: string }

/** As many as a window shows: these are read and drawn first. */
const IN_SIGHT = 15;
const NONE: readonly string[] = [];

function useRows(keys: readonly string[], words: readonly QueryWord[], place: string): Shown | undefined {
  return useLiveQuery(async () => ({ rows: await readFound(db, keys, await loadTopics()), words, place }), [place, keys.join('\n')]);
}

/**
 * The rows of some keys with where they were said, live: those in sight first, the others when these are there.
 * Undefined while the first are read; later the rows of the query before stay until the next are there.
 */
export function useFoundRows(keys: readonly string[], words: readonly QueryWord[], place: string): Shown | undefined {
  const first = useRows(keys.slice(0, IN_SIGHT), words, place);
  const others = useRows(first?.place === place ? keys.slice(IN_SIGHT) : NONE, words, place);
  return useMemo(() => {
    if (!first || others?.place !== first.place) return first;
    // Found meanwhile, a row moves others down: for a moment one may be in both.
    const shown = new Set(first.rows.map((row) => row.key));
    return { ...first, rows: [...first.rows, ...others.rows.filter((row) => !shown.has(row.key))] };
  }, [first, others]);
}
