import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { db } from '@/utils/db/database';
import type { FoundRow } from '@/utils/db/library/read-found';
import { readFound } from '@/utils/db/library/read-found';
import type { Chunk, Found } from '@/utils/search/chunk';
import { searchChunks } from '@/utils/search/chunk';
import { parseQuery } from '@/utils/search/query';
import { loadTopics } from '@/utils/services/checklist/load-checklist';
import { openIndex } from '@/utils/services/search/open-index';

export interface SearchState {
  /** Null while the index is being prepared. */
  found: Found | null;
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
  const found = useMemo(() => (chunks ? searchChunks(chunks, parseQuery(query)) : null), [chunks, query]);
  return { found, progress, failed };
}

/** The rows of some keys with where they were said, live. Undefined while they are read. */
export function useFoundRows(keys: readonly string[]): FoundRow[] | undefined {
  return useLiveQuery(async () => readFound(db, keys, await loadTopics()), [keys.join('\n')]);
}
