import { BatonDatabase } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { createDeal } from '@/utils/services/deal/create-deal';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';

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

export interface SomeCall { db: BatonDatabase; dealId: string; meeting: Meeting }

/** A fresh database with one deal, and a call about it that began at `at`. */
export async function someCall(at: number): Promise<SomeCall> {
  const db = freshDatabase();
  const dealId = await someDeal(db);
  return { db, dealId, meeting: await startManualMeeting(db, dealId, '1차', at) };
}
