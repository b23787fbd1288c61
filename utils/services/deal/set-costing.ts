/** What a deal costs and leaves is written down, as one change that undo takes back. */
import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/undo/change';
import type { Costing } from '../../deal/costing/costing';
import { cleanName } from '../../text/normalize';
import type { Refusal } from '../trouble/refusal';

/** Keeps the costing of a deal. Throws when the deal is gone. */
export async function setCosting(database: BatonDatabase, dealId: string, costing: Costing, at: number): Promise<void> {
  const clean = <T extends { role: string }>(lines: readonly T[]): T[] => lines.map((line) => ({ ...line, role: cleanName(line.role) }));
  const kept = { ...costing, effort: costing.effort && clean(costing.effort), rates: clean(costing.rates) };
  await change(database, 'deal', { meetingId: '', dealId, at }, async (writer) => {
    const deal = await database.deals.get(dealId);
    if (!deal) throw new Error('no such deal', { cause: 'gone' satisfies Refusal });
    await writer.put('deals', { ...deal, costing: kept, updatedAt: at });
  });
}
