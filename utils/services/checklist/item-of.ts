/** The item that a record hangs on, as the deal's checklists ask it. */
import type { ChecklistItem } from '../../checklist/checklist';
import { isOn } from '../../checklist/item-view';
import type { BatonDatabase } from '../../db/database';
import { loadChecklist } from './load-checklist';

/** By its topic, else by its id (`isOn`); null when no checklist of the deal asks it any more. Call it outside a transaction: a checklist is loaded from the package. */
export async function itemOf(database: BatonDatabase, { dealId, itemId, topic }: { dealId: string; itemId: string | null; topic: string | null }): Promise<ChecklistItem | null> {
  if (itemId === null && topic === null) return null;
  const deal = await database.deals.get(dealId);
  const lists = deal ? await Promise.all([deal.checklist, ...deal.alsoChecklists].map((pin) => loadChecklist(database, pin))) : [];
  return lists.flatMap((list) => list.items).find((item) => isOn({ itemId, topic }, item)) ?? null;
}
