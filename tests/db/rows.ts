import { BatonDatabase } from '@/utils/db/database';
import { createDeal } from '@/utils/services/deal/create-deal';

let count = 0;

/** A fresh, empty database of its own. */
export function freshDatabase(): BatonDatabase {
  count += 1;
  return new BatonDatabase(`test-${String(count)}-${String(Math.random())}`);
}

/** A deal to file things under. */
export async function someDeal(database: BatonDatabase, accountName = '가온식자재', dealName = '재고 시스템'): Promise<string> {
  return createDeal(database, {
    accountName, dealName, stage: 'estimate', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [],
  }, 1);
}
