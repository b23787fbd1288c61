import { expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import { draftKey } from '@/utils/db/drafts/draft-keys';
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

it('a person who is half typed at the account that goes is typed on at the one that stays', async () => {
  const db = freshDatabase();
  const [id, otherId] = await Promise.all(['한빛', '한빛 (주)'].map(async (name) => (await db.deals.get(await someDeal(db, name)))?.accountId ?? ''));
  if (!id || !otherId) throw new Error('no accounts');
  const typed = (name: string) => ({ meetingId: '', updatedAt: 1, text: JSON.stringify({ name, accountId: otherId }) });
  await db.drafts.bulkPut([{ key: draftKey('form:new_contact', otherId), ...typed('이수민') }, { key: draftKey('form:new_contact', ''), ...typed('김도현') }]);
  await mergeAccounts(db, id, otherId, 12);
  expect((await db.drafts.toArray()).map(({ key, text }) => [key, text])).toEqual([
    [draftKey('form:new_contact', ''), JSON.stringify({ name: '김도현', accountId: id })], [draftKey('form:new_contact', id), JSON.stringify({ name: '이수민', accountId: id })],
  ]);
});
