/** Who answers for something at the signature answers for it where it is: with the deal that it turns out to belong to. */
import { expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import { captureLine } from '@/utils/services/capture/capture-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { takeStep } from '@/utils/services/deal/take-step';
import { continueMeeting } from '@/utils/services/meeting/continue-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import type { SomeCall } from '../rows';
import { someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const TIME = { at: AT + 3000, today: '2026-11-24', days: { holidays: new Set<string>(), workdays: new Set([1, 2, 3, 4, 5]) } };

interface Signed extends SomeCall { other: string; gap: string; promise: string }

async function setUp(both: boolean): Promise<Signed> {
  const call = await someCall(AT);
  const { db, dealId, meeting } = call;
  const other = await someDeal(db, '한빛물류', '차량 관제');
  const say = async (raw: string): Promise<string> => (await captureLine(db, raw, { meeting, dealId, focus: null, me: '', kind: null }, AT + 1000))?.id ?? '';
  const [gap, promise] = [await say('? 배차는 누가 정하나'), await say('! 단말기를 드린다')];
  const risks = [{ kind: 'gap' as const, ref: gap, by: '박서연', why: '배차 팀장이 곧 정한다고 함' }, { kind: 'promise' as const, ref: promise, by: '이수민', why: '' }, { kind: 'acceptance' as const, ref: '', by: '박서연', why: '착수 때' }];
  await takeStep(db, dealId, { to: 'contracted', on: '2026-11-24', why: '', risks }, TIME);
  if (both) await takeStep(db, other, { to: 'contracted', on: '2026-11-24', why: '', risks: [{ kind: 'acceptance', ref: '', by: '최현우', why: '' }] }, TIME);
  return { ...call, other, gap, promise };
}

const names = async ({ db, dealId, other }: Signed): Promise<(string[] | undefined)[]> =>
  (await db.deals.bulkGet([dealId, other])).map((deal) => deal?.risksAccepted?.map(({ kind, by }) => `${kind} ${by}`));

it.each([['signed', true, ['acceptance 최현우', 'gap 박서연']], ['not signed', false, undefined]] as const)('goes with a "?" that is filed under a deal that is %s, and comes back with it', async (_what, both, there) => {
  const all = await setUp(both);
  const before = await names(all);
  await moveLine(all.db, 'gaps', all.gap, all.other, AT + 5000);
  expect(await names(all)).toEqual([['promise 이수민', 'acceptance 박서연'], there]);
  expect(JSON.stringify(await all.db.deals.get(all.dealId))).not.toContain('배차 팀장');
  await undoNewest(all.db, all.meeting.id);
  expect(await names(all)).toEqual(before);
});

it('goes with the whole meeting that was filed under the wrong deal', async () => {
  const all = await setUp(true);
  const before = await names(all);
  await fileMeeting(all.db, all.meeting.id, all.other, AT + 5000);
  expect(await names(all)).toEqual([['acceptance 박서연'], ['acceptance 최현우', 'gap 박서연', 'promise 이수민']]);
  await undoNewest(all.db, all.meeting.id);
  expect(await names(all)).toEqual(before);
});

it('goes with a meeting that turns out to be part of another deal’s', async () => {
  const all = await setUp(true);
  const whole = await startManualMeeting(all.db, all.other, '관제 1차', AT - 3_600_000);
  await continueMeeting(all.db, all.meeting.id, whole.id, AT + 5000);
  expect(await names(all)).toEqual([['acceptance 박서연'], ['acceptance 최현우', 'gap 박서연', 'promise 이수민']]);
});

it('stays where its "?" stays, and where it was deleted', async () => {
  const all = await setUp(true);
  const before = await names(all);
  await all.db.gaps.delete(all.gap);
  const note = (await captureLine(all.db, '메모', { meeting: all.meeting, dealId: all.dealId, focus: null, me: '', kind: null }, AT + 4000))?.id ?? '';
  await moveLine(all.db, 'notes', note, all.other, AT + 5000);
  expect(await names(all)).toEqual(before);
});
