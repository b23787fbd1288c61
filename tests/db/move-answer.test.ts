/** One answer that was caught on the wrong deal goes to the right one, with what it had done, and leaves nothing behind. */
import { beforeEach, expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import type { Answer } from '@/utils/checklist/answer';
import type { Meeting } from '@/utils/meeting/meeting';
import { coverAnswers } from '@/utils/services/answer/cover-answers';
import { moveAnswer } from '@/utils/services/answer/move-answer';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { takeStep } from '@/utils/services/deal/take-step';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { createDeal } from '@/utils/services/deal/create-deal';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import type { SomeCall } from './rows';
import { someCall, someDeal } from './rows';

const AT = Date.UTC(2026, 10, 24, 5);
/** Asked by both checklists, under another number. */
const ITEM = { id: 'A-05', topic: 'goal.metric' };
let call: SomeCall;
let other = '';

beforeEach(async () => {
  call = await someCall(AT);
  other = await someDeal(call.db, '다른 고객사', '포털');
});

async function say(raw: string, at: number, { meeting = null as Meeting | null, dealId = call.dealId, relation = undefined as Answer['relation'] | undefined, item = ITEM } = {}): Promise<string> {
  return recordAnswer(call.db, { dealId, item, meeting, state: 'answered', value: { kind: 'text', text: raw }, raw, remark: '', saidBy: '', confidence: 'stated', relation: relation ?? 'updates', reason: '', offRecord: false, sides: null, language: 'ko' }, at);
}

const of = async (dealId: string): Promise<string[]> => (await call.db.answers.where({ dealId }).sortBy('at')).map(({ raw, state, relation }) => `${raw} ${state} ${relation}`);

it('goes alone, keeps its meeting, and comes back by one undo', async () => {
  const [own, wrong] = [await say('우리 목표', AT + 1, { meeting: call.meeting }), await say('남의 목표', AT + 2, { meeting: call.meeting, relation: 'differs' })];
  expect(await call.db.contradictions.count()).toBe(1);
  await moveAnswer(call.db, wrong, other, AT + 3);
  expect([await of(call.dealId), await of(other)]).toEqual([['우리 목표 answered first'], ['남의 목표 answered first']]);
  expect(await call.db.contradictions.count()).toBe(0);
  expect(await call.db.answers.get(wrong)).toMatchObject({ meetingId: call.meeting.id, dealId: other });
  // The meeting goes to a third deal: what was filed elsewhere on purpose stays there.
  const third = await someDeal(call.db, '셋째', '셋째');
  await fileMeeting(call.db, call.meeting.id, third, AT + 4);
  expect([await of(third), await of(other)]).toEqual([['우리 목표 answered first'], ['남의 목표 answered first']]);
  await undoNewest(call.db, call.meeting.id);
  await undoNewest(call.db, call.meeting.id);
  expect([(await call.db.answers.get(own))?.dealId, (await call.db.answers.get(wrong))?.dealId, await call.db.contradictions.count()]).toEqual([call.dealId, call.dealId, 1]);
});

it('stands behind a newer one that is there, and before an older one', async () => {
  const early = await say('먼저 한 말', AT + 1);
  await say('나중 말', AT + 2, { dealId: other });
  await moveAnswer(call.db, early, other, AT + 3);
  expect(await of(other)).toEqual(['먼저 한 말 answered first', '나중 말 answered updates']);
});

it('goes to the item of a checklist that asks the same under another number, and to none that does not ask it', async () => {
  const saas = await createDeal(call.db, { accountName: '사스', dealName: '사스', stage: 'first', customerDue: null, checklist: { id: 'solution-saas', version: 1 }, alsoChecklists: [] }, AT);
  const shared = { id: 'A-01', topic: 'context.trigger' };
  const id = await say('왜 지금', AT + 1, { item: shared });
  await moveAnswer(call.db, id, saas, AT + 2);
  const lists = (await import('@/utils/services/checklist/load-checklist')).loadChecklist;
  const items = (await lists(call.db, { id: 'solution-saas', version: 1 })).items;
  const row = await call.db.answers.get(id);
  expect(items.find((item) => item.id === row?.itemId)?.topic).toBe('context.trigger');
  const only = (await lists(call.db, { id: 'custom-development', version: 1 })).items.find((item) => !items.some((one) => one.topic === item.topic));
  const stays = await say('여기서만 묻는 것', AT + 3, { item: { id: only?.id ?? '', topic: only?.topic ?? '' } });
  await expect(moveAnswer(call.db, stays, saas, AT + 4)).rejects.toThrow();
  expect((await call.db.answers.get(stays))?.dealId).toBe(call.dealId);
});

it('of one that went off the record there is nothing to move', async () => {
  const id = await say('비밀', AT + 1);
  await coverAnswers(call.db, { dealId: call.dealId, topic: ITEM.topic }, 'ko', AT + 2);
  await expect(moveAnswer(call.db, id, other, AT + 3)).rejects.toThrow();
});

it('takes along who answers for the two answers that differ, and leaves the reason with no other customer', async () => {
  const wrong = await recordAnswer(call.db, {
    dealId: call.dealId, item: ITEM, meeting: call.meeting, state: 'conflict', value: { kind: 'text', text: '둘' }, raw: '둘', remark: '', saidBy: '', confidence: 'stated', relation: 'first', reason: '', offRecord: false,
    sides: { a: { text: '하나', saidBy: '' }, b: { text: '둘', saidBy: '' } }, language: 'ko',
  }, AT + 1);
  const [conflict] = await call.db.contradictions.toArray();
  await takeStep(call.db, call.dealId, { to: 'contracted', on: '2026-11-24', why: '', risks: [{ kind: 'conflict', ref: conflict?.id ?? '', by: '박서연', why: '남의 사정' }] }, { at: AT + 2, today: '2026-11-24', days: { holidays: new Set(), workdays: new Set([1, 2, 3, 4, 5]) } });
  await moveAnswer(call.db, wrong, other, AT + 3);
  expect((await call.db.contradictions.get(conflict?.id ?? ''))?.dealId).toBe(other);
  expect((await call.db.deals.get(call.dealId))?.risksAccepted).toEqual([]);
  await undoNewest(call.db, call.meeting.id);
  expect((await call.db.deals.get(call.dealId))?.risksAccepted).toMatchObject([{ by: '박서연' }]);
});

it('takes the date of a next meeting back that it had set in a meeting which stays, and none that was set by hand', async () => {
  const next = { id: 'F-01', topic: 'next.deadline' };
  const words = '12월 8일 2차 미팅';
  const value = { kind: 'date' as const, parts: [{ date: '2026-12-08', firm: 'fixed' as const, label: words }] };
  const record = async (at: number): Promise<string> => recordAnswer(call.db, {
    dealId: call.dealId, item: next, meeting: call.meeting, state: 'answered', value, raw: words, remark: '', saidBy: '', confidence: 'stated', relation: 'updates', reason: '', offRecord: false, sides: null, language: 'ko',
  }, at);
  const date = async (): Promise<string | null | undefined> => (await call.db.meetings.get(call.meeting.id))?.nextDate;
  const first = await record(AT + 1);
  expect(await date()).toBe('2026-12-08');
  await moveAnswer(call.db, first, other, AT + 2);
  expect(await date()).toBeNull();
  const second = await record(AT + 3);
  await editMeeting(call.db, call.meeting.id, { nextDate: '2026-12-15' }, AT + 4);
  await moveAnswer(call.db, second, other, AT + 5);
  expect(await date()).toBe('2026-12-15');
});
