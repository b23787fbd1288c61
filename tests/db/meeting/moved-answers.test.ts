/** A meeting that was filed under the wrong customer's deal leaves with all it said: neither deal quotes the other's answers. */
import { expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import type { Meeting } from '@/utils/meeting/meeting';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import type { SomeCall } from '../rows';
import { someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);

async function say({ db, dealId }: SomeCall, raw: string, meeting: Meeting | null, at: number): Promise<void> {
  const item = { id: 'A-01', topic: 'context.trigger' };
  await recordAnswer(db, {
    dealId, item, meeting, state: 'answered', value: { kind: 'text', text: raw }, raw, remark: '', saidBy: '김도현', confidence: 'stated', relation: 'differs', reason: '', offRecord: false, sides: null, language: 'ko',
  }, at);
}

it.each([['the call before the mail', true], ['the mail before the call', false]] as const)('%s', async (_order, callFirst) => {
  const call = await someCall(AT);
  const { db, dealId, meeting } = call;
  await say(call, callFirst ? '남의 말' : '우리 말', callFirst ? meeting : null, AT + 1);
  await say(call, callFirst ? '우리 말' : '남의 말', callFirst ? null : meeting, AT + 2);
  expect(await db.contradictions.count()).toBe(1);
  const other = await someDeal(db, '다른 고객사', '포털');
  await fileMeeting(db, meeting.id, other, AT + 3);
  const of = async (id: string): Promise<unknown[]> => (await db.answers.where({ dealId: id }).toArray()).map(({ raw, state, relation }) => ({ raw, state, relation }));
  expect(await db.contradictions.count()).toBe(0);
  expect([await of(dealId), await of(other)]).toEqual([[{ raw: '우리 말', state: 'answered', relation: 'first' }], [{ raw: '남의 말', state: 'answered', relation: 'first' }]]);
  await undoNewest(db, meeting.id);
  expect([await db.contradictions.count(), (await of(dealId)).length]).toEqual([1, 2]);
  expect((await of(dealId)).filter((row) => (row as { state: string }).state === 'conflict')).toHaveLength(1);
});
