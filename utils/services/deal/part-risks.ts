/** Who answers for what was open at a signature, where that turns out to belong to another deal. */
import type { BatonDatabase } from '../../db/database';
import type { AcceptedRisk } from '../../deal/accepted-risk';
import { sameRisk } from '../../deal/accepted-risk';
import { isContracted } from '../../deal/course';
import type { Deal } from '../../deal/deal';
import { RISK_TABLES } from './risk-record';

/**
 * Names and reasons of a deal go where what they are about has been moved: to that deal if it is signed too, else they are void, since
 * its own signature asks for them. What is said of one customer stays with no other. Call it after the move, inside its transaction.
 */
export async function partRisks(database: BatonDatabase, put: (deal: Deal) => Promise<unknown>, from: string, at: number): Promise<void> {
  const deal = await database.deals.get(from);
  if (!deal?.risksAccepted) return;
  const stays: AcceptedRisk[] = [];
  const goes = new Map<string, AcceptedRisk[]>();
  for (const risk of deal.risksAccepted) {
    const row = risk.kind === 'acceptance' ? undefined : await database.table<{ dealId: string }, string>(RISK_TABLES[risk.kind]).get(risk.ref);
    if (!row || row.dealId === from) stays.push(risk);
    else goes.set(row.dealId, [...(goes.get(row.dealId) ?? []), risk]);
  }
  if (goes.size === 0) return;
  await put({ ...deal, risksAccepted: stays, updatedAt: at });
  for (const [dealId, risks] of goes) {
    const to = await database.deals.get(dealId);
    if (!to || !isContracted(to)) continue;
    const known = to.risksAccepted ?? [];
    await put({ ...to, risksAccepted: [...known, ...risks.filter((risk) => !known.some((one) => sameRisk(one, risk)))], updatedAt: at });
  }
}
