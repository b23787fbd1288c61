import { expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import { mergeAccounts } from '@/utils/services/account/edit-account';
import { freshDatabase, someDeal } from './rows';

it.each([['prospect', 'regular', 'regular'], ['advocate', 'existing', 'advocate'], ['existing', 'existing', 'existing']] as const)('a %s account that takes in a %s one is %s: tidying up demotes nobody', async (own, other, after) => {
  const db = freshDatabase();
  const [id, otherId] = await Promise.all(['한빛', '한빛 (주)'].map(async (name) => (await db.deals.get(await someDeal(db, name)))?.accountId ?? ''));
  if (!id || !otherId) throw new Error('no accounts');
  await db.accounts.update(id, { relationship: own });
  await db.accounts.update(otherId, { relationship: other });
  await mergeAccounts(db, id, otherId, 12);
  expect((await db.accounts.toArray()).map((a) => [a.name, a.relationship])).toEqual([['한빛', after]]);
  await undoNewest(db, '', { holds: otherId });
  expect([(await db.accounts.get(id))?.relationship, (await db.accounts.get(otherId))?.relationship]).toEqual([own, other]);
});
