/** What a costing begins with: delivery's estimate, and the rates that the team already knows. */
import type { Currency } from '../../checklist/answer';
import type { DeliveryEstimate } from '../../deal/costing/costing-summary';
import type { CostRate } from '../../deal/costing/costing';
import { withRates } from '../../deal/costing/costing';
import { deliveryEstimate } from '../../reply/estimate';
import type { BatonDatabase } from '../database';

export interface CostingSources { estimate: DeliveryEstimate | null; /** Of all deals that were costed in a currency, the newest of each role. */ rates: Partial<Record<Currency, CostRate[]>> }

/** Reads both. */
export async function readCostingSources(database: BatonDatabase, dealId: string): Promise<CostingSources> {
  const [packets, deals] = await Promise.all([database.packets.where({ dealId }).toArray(), database.deals.toArray()]);
  const rates: CostingSources['rates'] = {};
  for (const { costing } of deals.filter((deal) => deal.costing).toSorted((a, b) => a.updatedAt - b.updatedAt)) {
    if (costing) rates[costing.currency] = withRates(rates[costing.currency] ?? [], costing.rates);
  }
  return { estimate: deliveryEstimate(packets), rates };
}
