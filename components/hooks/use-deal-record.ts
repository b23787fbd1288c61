import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import type { Checklist, TopicCatalogue } from '@/utils/checklist/checklist';
import type { ItemView } from '@/utils/checklist/item-view';
import { viewChecklist } from '@/utils/checklist/item-view';
import { extraItems } from '@/utils/checklist/union';
import { db } from '@/utils/db/database';
import type { DealFacts } from '@/utils/db/read-deal';
import { readDealFacts } from '@/utils/db/read-deal';
import type { ChecklistPin } from '@/utils/deal/deal';
import { pinKey } from '@/utils/deal/deal';
import { loadChecklist, loadTopics } from '@/utils/services/checklist/load-checklist';
import { refusalOf } from '@/utils/services/trouble/refusal';

export interface DealBoard {
  record: DealFacts;
  checklist: Checklist;
  also: Checklist[];
  topics: TopicCatalogue;
  /** Items of the pinned checklist: what readiness counts. */
  views: ItemView[];
  /** Items that only the further checklists ask. */
  extra: ItemView[];
}

interface Lists { key: string; checklist: Checklist; also: Checklist[]; topics: TopicCatalogue }

/** Changes when a checklist of one's own does: a draft changes under the deals that have it. */
function useOwnStamp(): string {
  return useLiveQuery(async () => (await db.checklists.toArray()).map((own) => `${own.id} ${String(own.updatedAt)}`).join(' '), []) ?? '';
}

/** A deal whose checklist is not here can be opened still, to be given another; any other failure is not that. */
async function loadOrNone(pin: ChecklistPin): Promise<Checklist> {
  return loadChecklist(db, pin).catch((error: unknown): Checklist => {
    if (refusalOf(error) !== 'no_checklist') throw error;
    return { ...pin, code: '', status: 'draft', agreement: null, name: { ko: '', en: '' }, purpose: { ko: '', en: '' }, sections: [], items: [] };
  });
}

function useLists(pin: ChecklistPin | undefined, also: readonly ChecklistPin[]): Lists | null {
  const [lists, setLists] = useState<Lists | null>(null);
  const key = pin ? [pin, ...also].map(pinKey).join(' ') : '';
  const stamp = useOwnStamp();
  useEffect(() => {
    if (!pin) return;
    let alive = true;
    void Promise.all([loadOrNone(pin), Promise.all(also.map(loadOrNone)), loadTopics(db, [pin, ...also])]).then(([checklist, more, topics]) => {
      if (alive) setLists({ key, checklist, also: more, topics });
    });
    return () => { alive = false; };
    // The pins are compared by value: live queries hand out new objects on each change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, stamp]);
  return lists?.key === key ? lists : null;
}

/**
 * Everything a deal knows but its notes, live, with its checklist folded into item views. Undefined while loading,
 * null when there is no such deal.
 */
export function useDealBoard(dealId: string): DealBoard | null | undefined {
  const record = useLiveQuery(() => (dealId ? readDealFacts(db, dealId) : Promise.resolve(null)), [dealId]);
  const lists = useLists(record?.deal.checklist, record?.deal.alsoChecklists ?? []);
  return useMemo(() => {
    if (record === null) return null;
    if (!record || record.deal.id !== dealId || !lists) return undefined;
    const fold = (items: Checklist['items']) => viewChecklist(items, record.answers, record.contradictions);
    return { record, ...lists, views: fold(lists.checklist.items), extra: fold(extraItems(lists.checklist, lists.also)) };
  }, [record, lists, dealId]);
}
