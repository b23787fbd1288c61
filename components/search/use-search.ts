import { useLiveQuery } from 'dexie-react-hooks';
import { startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { db } from '@/utils/db/database';
import { loadTopics } from '@/utils/services/checklist/load-checklist';
import type { Asked, Asker, Shown } from '@/utils/services/search/ask-index';
import { Searcher } from '@/utils/services/search/ask-index';
import { openIndex } from '@/utils/services/search/open-index';

export interface SearchState {
  /** Null until the first answer. Of the query before until the next one's rows are there. */
  shown: Shown | null;
  /** The index is being prepared. */
  preparing: boolean;
  /** Share of the rows read while the index is built, 0 to 1. */
  progress: number;
  failed: boolean;
  /** Asks before the page is drawn with the query. */
  ask: (asked: Asked) => void;
}

/** The least that a result is high, in pixels. */
const ROW_PX = 80;
/** A page that is never idle reads the rows out of sight after this time. */
const IDLE_MS = 200;

const WINDOW: Pick<Asker, 'inSight' | 'whenDrawn'> = {
  inSight: () => Math.ceil(innerHeight / ROW_PX),
  // Before the next frame begins a page counts as idle too.
  whenDrawn: (work) => { requestAnimationFrame(() => { requestIdleCallback(work, { timeout: IDLE_MS }); }); },
};

/** What the query finds, live: rows written in another window are found without a reload. */
export function useSearch({ query, kind, limit }: Asked): SearchState {
  const [ready, setReady] = useState(false);
  const [progress, setProgress] = useState(0);
  const [failed, setFailed] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [broken, setBroken] = useState<{ by: unknown } | null>(null);
  const [searcher] = useState(() => new Searcher(db, {
    ...WINDOW,
    show: (next, part) => {
      if (part === 'none') setShown(next);
      else if (part === 'all') startTransition(() => { setShown(next); });
      // In the event of the last row read, not in a task after it.
      else flushSync(() => { setShown(next); });
    },
    fail: (by) => { setBroken({ by }); },
  }));
  const changed = useLiveQuery(async () => (await db.searchDirty.toCollection().primaryKeys()).join('\n'), []);
  useEffect(() => {
    if (changed === undefined) return;
    let alive = true;
    Promise.all([openIndex(db, (done, total) => { if (alive) setProgress(total === 0 ? 1 : done / total); }), loadTopics(db)])
      .then(([chunks, topics]) => {
        if (!alive) return;
        setReady(true);
        searcher.use({ chunks, topics });
      })
      .catch(() => { if (alive) setFailed(true); });
    return () => { alive = false; };
  }, [changed, searcher]);
  useLayoutEffect(() => { searcher.ask({ query, kind, limit }); }, [searcher, query, kind, limit]);
  useEffect(() => () => { searcher.close(); }, [searcher]);
  // A database that can't be read is said by the page around this one.
  if (broken) throw broken.by;
  return { shown, preparing: !ready, progress, failed, ask: (asked) => { searcher.ask(asked); } };
}
