/** Version 1 → 2: a want gets the fields it is judged by (domain.md §2, R-05 … R-08). */
import type { Transaction } from 'dexie';

export async function completeWants(transaction: Transaction): Promise<void> {
  await transaction.table('wants').toCollection().modify((want: Record<string, unknown>) => {
    want.painId ??= null;
    want.trigger ??= '';
    want.feasibility ??= 'unknown';
    want.thenHow ??= '';
  });
}
