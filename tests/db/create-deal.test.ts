import { expect, it } from 'vitest';
import { createDeal } from '@/utils/services/deal/create-deal';
import { freshDatabase } from './rows';

it('a customer who is asked about maintenance is an existing one; what is known of an account stays', async () => {
  const db = freshDatabase();
  const create = (accountName: string, id: string) => createDeal(db, { accountName, dealName: 'd', stage: 'first', customerDue: null, checklist: { id, version: 1 }, alsoChecklists: [] }, 1);
  await create('New', 'first-call');
  await create('Old', 'existing-customer');
  await create('New', 'existing-customer');
  expect((await db.accounts.toArray()).map((one) => [one.name, one.relationship]).sort()).toEqual([['New', 'prospect'], ['Old', 'existing']]);
});
