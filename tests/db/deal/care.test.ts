/** What there is to look after, read over all deals of an account. */
import { expect, it } from 'vitest';
import { readCare } from '@/utils/db/customer/read-care';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { editAccount, mergeAccounts } from '@/utils/services/account/edit-account';
import { freshDatabase, someDeal } from '../rows';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 27, 3);
const TODAY = '2026-11-27';

async function shop() {
  const db = freshDatabase();
  const [first, second, other] = [await someDeal(db, 'A', '구축'), await someDeal(db, 'A', '고도화'), await someDeal(db, 'B', '남의 일')];
  const [a, b] = [(await db.deals.get(first))?.accountId ?? '', (await db.deals.get(other))?.accountId ?? ''];
  const say = async (dealId: string, line: string, part: object): Promise<string> => {
    const made = await captureLine(db, line, { meeting: null, dealId, focus: null, me: '', kind: null }, 1);
    await editLine(db, line.startsWith('!') ? 'commitments' : 'wants', made?.id ?? '', part, 2);
    return made?.id ?? '';
  };
  return { db, first, second, other, a, b, say };
}

it('is gathered from every deal of the account and from no other', async () => {
  const { db, first, second, other, a, b, say } = await shop();
  await db.accounts.update(a, { relationship: 'existing', watcher: '박서연' });
  await say(first, '! 매뉴얼', { due: '2026-11-20' });
  await say(second, '! 교육', { fulfilment: 'broken' });
  await say(other, '! 견적', { due: '2026-11-26' });
  const [later, planned] = [await say(first, '+ 다크 모드', { priority: 'later' }), await say(second, '+ 채팅', { priority: 'later' })];
  await say(second, '+ 바코드', { priority: 'must' });
  const row = { dealId: second, step: 'later' as const, text: '', dueOn: '2027-01-01', state: 'scheduled' as const, closedOn: null, outcome: '', at: 1, updatedAt: 1 };
  await db.followUps.put({ ...row, id: 'f', wantId: planned });
  const all = await readCare(db, TODAY);
  expect(all.get(a)?.reasons.map(({ kind, refs }) => [kind, refs.map(({ words }) => words)])).toEqual([['broken', ['교육']], ['overdue', ['매뉴얼']], ['later', ['다크 모드']]]);
  expect(all.get(b)?.reasons.map(({ kind }) => kind)).toEqual(['overdue']);
  expect([...(await readCare(db, TODAY, b)).keys()]).toEqual([b]);
  expect((await readCare(db, TODAY, a)).get(a)).toEqual(all.get(a));
  // What a lost deal promised nobody waits for.
  const lost = await db.deals.get(other);
  await db.deals.update(other, { course: [{ to: 'lost', on: '2026-11-27', why: '예산', at: 1 }] });
  expect((await readCare(db, TODAY, b)).get(b)?.reasons).toEqual([]);
  await db.deals.put({ ...lost, id: other } as never);
  // Done is not ahead any more: the want waits again.
  await db.followUps.update('f', { state: 'done', closedOn: TODAY });
  expect((await readCare(db, TODAY, a)).get(a)?.reasons.at(-1)?.refs.map(({ id }) => id).sort()).toEqual([later, planned].sort());
  expect((await readCare(db, TODAY, 'nobody')).size).toBe(0);
});

it('is quiet since the last meeting, call that was made, or signature, on any deal; what is planned is no contact yet', async () => {
  const { db, first, second, a } = await shop();
  await db.accounts.update(a, { relationship: 'existing', watcher: '박서연' });
  const days = async (): Promise<number> => (await readCare(db, TODAY, a)).get(a)?.reasons.find(({ kind }) => kind === 'quiet')?.days ?? 0;
  expect(await days()).toBe(0);
  await db.deals.update(first, { course: [{ to: 'contracted', on: '2026-01-01', why: '', at: 1 }] });
  expect(await days()).toBe(330);
  const meeting = { dealId: second, ordinal: 1, title: '', state: 'closed' as const, endedAt: null, utcOffset: 540, segments: [], participants: [], consents: [], aim: '', room: '', minutesEdits: {}, nextDate: null, updatedAt: 1 };
  await db.meetings.put({ ...meeting, id: 'm', startedAt: NOW - 200 * DAY });
  expect(await days()).toBe(200);
  await db.meetings.put({ ...meeting, id: 'ahead', startedAt: NOW + 5 * DAY });
  const row = { dealId: first, step: 'own' as const, text: '안부', dueOn: '2026-07-01', outcome: '', at: 1, updatedAt: 1 };
  await db.followUps.put({ ...row, id: 'f', state: 'skipped', closedOn: '2026-11-20' });
  expect(await days()).toBe(200);
  await db.followUps.put({ ...row, id: 'g', state: 'done', closedOn: '2026-08-01' });
  expect(await days()).toBe(118);
});

it('whoever watches over it is written down, and stays when two accounts become one', async () => {
  const { db, a, b } = await shop();
  const seen = async (id: string): Promise<number> => (await db.accounts.get(id))?.updatedAt ?? 0;
  await editAccount(db, b, { name: 'B', relationship: 'regular', watcher: '  한지우\n' }, await seen(b), 10);
  await editAccount(db, b, { name: 'B', relationship: 'regular' }, await seen(b), 11);
  expect((await db.accounts.get(b))?.watcher).toBe('한지우');
  await mergeAccounts(db, a, b, 12);
  expect((await db.accounts.get(a))?.watcher).toBe('한지우');
  const third = await someDeal(db, 'C', '셋');
  const c = (await db.deals.get(third))?.accountId ?? '';
  await editAccount(db, c, { name: 'C', relationship: 'prospect', watcher: '남' }, await seen(c), 13);
  await mergeAccounts(db, a, c, 14);
  expect((await db.accounts.get(a))?.watcher).toBe('한지우');
});
