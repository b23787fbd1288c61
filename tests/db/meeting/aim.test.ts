/** Whether a meeting reached its aim: said of the words that stand, gone with them. */
import { expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { continueMeeting } from '@/utils/services/meeting/continue-meeting';
import { editMeeting, sayAimResult } from '@/utils/services/meeting/edit-meeting';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { freshDatabase, someDeal } from '../rows';

const HOUR = 3_600_000;
const AT = 1_000 * HOUR;

async function held(db: BatonDatabase, dealId: string, aim: string, at = AT): Promise<string> {
  const { id } = await startManualMeeting(db, dealId, '', at);
  if (aim !== '') await editMeeting(db, id, { aim }, at + 1);
  await endMeeting(db, id, at + 2);
  return id;
}
const aimOf = async (db: BatonDatabase, id: string) => { const meeting = await db.meetings.get(id); return [meeting?.aim, meeting?.aimResult ?? null]; };

it('is kept, taken back by undo, and asked anew of another aim', async () => {
  const db = freshDatabase();
  const id = await held(db, await someDeal(db), '예산 확인');
  await sayAimResult(db, id, '예산 확인', 'partly', AT + 10);
  expect(await aimOf(db, id)).toEqual(['예산 확인', 'partly']);
  await editMeeting(db, id, { title: '2차', nextDate: '2026-12-01' }, AT + 11);
  await editMeeting(db, id, { aim: ' 예산 확인 ' }, AT + 12);
  expect((await aimOf(db, id))[1]).toBe('partly');
  await editMeeting(db, id, { aim: '결정권자 확인' }, AT + 13);
  expect(await aimOf(db, id)).toEqual(['결정권자 확인', null]);
  await undoNewest(db, id);
  expect((await aimOf(db, id))[1]).toBe('partly');
});

it('is not said of words that are others by now, in another window', async () => {
  const db = freshDatabase();
  const id = await held(db, await someDeal(db), '예산 확인');
  await editMeeting(db, id, { aim: '결정권자 확인' }, AT + 5);
  await expect(sayAimResult(db, id, '예산 확인', 'reached', AT + 6)).rejects.toMatchObject({ cause: 'gone' });
  expect(await aimOf(db, id)).toEqual(['결정권자 확인', null]);
});

it('stays with its aim when two meetings are one, and goes with the aim of a plan or the text', async () => {
  const db = freshDatabase();
  const [a, b] = [await someDeal(db), await someDeal(db)];
  for (const [aim, expected] of [['예산', ['예산', 'reached']], ['', ['기한', 'not_yet']]] as const) {
    const earlier = await held(db, a, aim);
    const later = await held(db, a, '기한', AT + HOUR);
    if (aim !== '') await sayAimResult(db, earlier, aim, 'reached', AT + HOUR + 5);
    await sayAimResult(db, later, '기한', 'not_yet', AT + HOUR + 6);
    await continueMeeting(db, later, earlier, AT + HOUR + 7);
    expect(await aimOf(db, earlier)).toEqual(expected);
  }
  const plan = (aim: string) => ({ title: '', startsAt: AT, endsAt: null, aim, room: null, url: '', people: [] });
  await planMeeting(db, a, plan('A의 목적'), AT - 1);
  const taken = await held(db, a, '');
  expect(await aimOf(db, taken)).toEqual(['A의 목적', null]);
  await sayAimResult(db, taken, 'A의 목적', 'reached', AT + 5);
  await planMeeting(db, b, plan('B의 목적'), AT + 6);
  await fileMeeting(db, taken, b, AT + 7);
  expect(await aimOf(db, taken)).toEqual(['B의 목적', null]);
  await sayAimResult(db, taken, 'B의 목적', 'reached', AT + 8);
  await purgeMeeting(db, taken, AT + 9);
  expect(await aimOf(db, taken)).toEqual(['', null]);
});
