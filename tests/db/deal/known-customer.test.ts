import { expect, it } from 'vitest';
import { readCustomer, readStanding } from '@/utils/db/customer/read-customer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { freshDatabase, someDeal } from '../rows';

it('a customer is known since the first signature, by all deals that were signed, and by what is still owed, overdue first', async () => {
  const db = freshDatabase();
  const [late, early, open, other] = [await someDeal(db, 'A', '고도화'), await someDeal(db, 'A', '구축'), await someDeal(db, 'A', '제안'), await someDeal(db, 'B', '남의 일')];
  const signed = (on: string) => ({ course: [{ to: 'contracted' as const, on, why: '', at: 1 }] });
  await db.deals.update(late, signed('2026-05-01'));
  await db.deals.update(early, signed('2025-03-04'));
  await db.deals.update(other, signed('2020-01-01'));
  const promise = async (dealId: string, words: string, part: object): Promise<void> => {
    const line = await captureLine(db, `! ${words}`, { meeting: null, dealId, focus: null, me: '', kind: null }, 1);
    await editLine(db, 'commitments', line?.id ?? '', part, 2);
  };
  await promise(open, '나중', { due: '2027-01-05' });
  await promise(early, '지남', { due: '2026-01-05' });
  await promise(late, '지킴', { fulfilment: 'done', fulfilledOn: '2026-01-05' });
  await promise(late, '어김', { fulfilment: 'broken' });
  await promise(other, '남의 약속', {});
  const accountId = (await db.deals.get(late))?.accountId ?? '';
  const known = await readCustomer(db, accountId, '2026-12-01');
  expect([known.since, known.signed, known.promises.map((one) => one.words)]).toEqual(['2025-03-04', ['구축', '고도화'], ['지남', '나중']]);
  const standing = await readStanding(db, accountId);
  expect([standing.deals.length, standing.broken]).toEqual([3, 1]);
  await db.deals.bulkDelete([late, early]);
  expect(await readCustomer(db, accountId, '2026-12-01')).toMatchObject({ since: null, signed: [] });
});
