/** What an earlier meeting secured is confirmed in a moment, and never asked again. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '@/utils/checklist/answer';
import { isCarriedOver } from '@/utils/checklist/item-view';
import type { BatonDatabase } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import type { Meeting } from '@/utils/meeting/meeting';
import { confirmAnswer } from '@/utils/services/answer/confirm-answer';
import type { Gap } from '@/utils/notes/records';
import type { AnswerInput } from '@/utils/services/answer/record-answer';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { someCall, someDeal } from './rows';

const AT = Date.UTC(2026, 10, 24, 5);
const LATER = AT + 7 * 86_400_000;
/** What the review made of the item while there was only hearsay. */
const GAP: Omit<Gap, 'dealId' | 'itemId' | 'topic' | 'at' | 'updatedAt'> = { id: 'owned', meetingId: '', offsetMs: null, origin: 'partial', question: '몇 명이 씁니까', route: 'ask_customer', owner: '박서연', askWhom: '', due: '2026-12-01', blocksEstimate: false, state: 'routed', askedOn: [], outcome: '' };
const ITEM = { id: 'A-07', topic: 'users.count' };
let db: BatonDatabase;
let dealId: string;
let second: Meeting;
let first: Answer;

async function record(meeting: Meeting | null, more: Partial<AnswerInput>, at: number): Promise<Answer> {
  const input: AnswerInput = { dealId, item: ITEM, meeting, state: 'answered', value: { kind: 'text', text: '120명' }, raw: '120명', remark: '지점 포함', saidBy: '김도현', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language: 'ko', ...more };
  const row = await db.answers.get(await recordAnswer(db, input, at));
  if (!row) throw new Error('no answer');
  return row;
}

beforeEach(async () => {
  const call = await someCall(AT);
  ({ db, dealId } = call);
  first = await record(call.meeting, {}, AT + 1000);
  await endMeeting(db, call.meeting.id, AT + 60_000);
  second = await startManualMeeting(db, dealId, '2차', LATER);
});

const confirm = (current: Answer, at = LATER + 5000) => confirmAnswer(db, { current }, second, 'ko', at);

describe('an answer of an earlier meeting', () => {
  it('is confirmed as it was said; the earlier one stays as history', async () => {
    const row = await db.answers.get((await confirm(first)) ?? '');
    expect(row).toMatchObject({ value: first.value, raw: '120명', remark: '지점 포함', saidBy: '김도현', state: 'answered', confidence: 'confirmed', meetingId: second.id, at: LATER + 5000, relation: 'updates' });
    expect(await db.answers.get(first.id)).toEqual(first);
    expect(await db.contradictions.count()).toBe(0);
  });

  it.each<[string, string | null, string | null]>([['2026-12-10', null, '2026-12-10'], ['2026-12-01', null, null], ['2026-12-10', '2026-12-15', '2026-12-15']])('that names the next meeting, %s, sets it when it is still to come and none was set (%s)', async (date, set, next) => {
    const said = await record(null, { item: { id: 'A-35', topic: 'next.deadline' }, value: { kind: 'date', parts: [{ date, firm: 'fixed', label: '2차 미팅' }] }, raw: '' }, AT + 2_000);
    await db.meetings.update(second.id, { nextDate: set });
    await confirm(said);
    expect((await db.meetings.get(second.id))?.nextDate).toBe(next);
    await undoNewest(db, second.id);
    expect((await db.meetings.get(second.id))?.nextDate).toBe(set);
  });

  it('leaves open what is asked beside it, and what is being typed', async () => {
    await captureLine(db, '? 동시 접속은', { meeting: second, dealId, focus: { itemId: ITEM.id, topic: ITEM.topic, blocksEstimate: true }, me: '박서연', kind: null }, LATER + 2000);
    await db.drafts.put({ key: `answer:${dealId}:A-07`, meetingId: second.id, text: '{"raw":"13', updatedAt: LATER });
    await confirm(first);
    expect((await db.gaps.toArray()).map((gap) => gap.state)).not.toContain('answered');
    expect(await db.drafts.count()).toBe(1);
  });

  it('is as it was after one step back', async () => {
    await confirm(first);
    await undoNewest(db, second.id);
    expect(await db.answers.toArray()).toEqual([first]);
  });

  it('that no longer stands is not confirmed: what stands is on the screen in a moment, and nothing is said', async () => {
    await record(second, { raw: '150명', value: { kind: 'text', text: '150명' }, relation: 'corrects' }, LATER + 3000);
    expect(await confirm(first)).toBeNull();
    expect(await db.answers.count()).toBe(2);
  });

  it('is confirmed once, however often the key is pressed', async () => {
    expect((await Promise.all([confirm(first), confirm(first, LATER + 5030)])).map((id) => id !== null)).toEqual([true, false]);
    expect(await db.answers.count()).toBe(2);
  });

  it('that is gone is said to be gone', async () => {
    await db.answers.delete(first.id);
    await expect(confirm(first)).rejects.toMatchObject({ cause: 'gone' });
  });

  it('was hearsay: what its item still had to ask is answered, a question of its own is not', async () => {
    const heard = await record(null, { confidence: 'indirect', relation: 'updates' }, AT + 70_000);
    await db.gaps.add({ ...GAP, dealId, itemId: ITEM.id, topic: ITEM.topic, at: AT + 80_000, updatedAt: AT + 80_000 });
    await captureLine(db, '? 동시 접속은', { meeting: second, dealId, focus: { itemId: ITEM.id, topic: ITEM.topic, blocksEstimate: true }, me: '박서연', kind: null }, LATER + 2000);
    await confirm(heard);
    expect((await db.gaps.toCollection().sortBy('at')).map((gap) => [gap.origin, gap.state, gap.outcome])).toEqual([['partial', 'answered', '120명'], ['note', 'open', '']]);
  });
});

describe('confirmed in a call that was under the wrong deal', () => {
  it('says nothing about the right one, and comes back with the step', async () => {
    const right = await someDeal(db, '다온물류', '배차');
    await confirm(first);
    await record(second, { item: { id: 'A-02', topic: 'goal.why' }, raw: '배차 지연', value: { kind: 'text', text: '배차 지연' } }, LATER + 6000);
    await fileMeeting(db, second.id, right, LATER + 9000);
    expect((await db.answers.where({ dealId: right }).toArray()).map((a) => a.raw)).toEqual(['배차 지연']);
    expect((await db.answers.where({ dealId }).toArray()).map((a) => a.id)).toEqual([first.id]);
    await undoNewest(db, second.id);
    expect(await db.answers.where({ dealId }).count()).toBe(3);
  });
});

describe('an item is carried over', () => {
  const view = (more: Partial<Answer>, state: 'answered' | 'partial' | 'declined' | 'conflict' = 'answered') => isCarriedOver({ state, current: { ...first, ...more } }, second);

  it('when it was answered before, or known before any meeting, and nobody confirmed it', () => {
    expect([view({}), view({ meetingId: null }), view({ confidence: null }), view({}, 'partial')]).toEqual([true, true, true, true]);
    expect([view({ meetingId: second.id, at: LATER + 1 }), view({ confidence: 'confirmed' }), view({ offRecord: true }), view({}, 'declined'), view({}, 'conflict'), isCarriedOver({ state: 'answered', current: null }, second)]).toEqual([false, false, false, false, false, false]);
  });

  it('not in an earlier meeting that is looked at again, nor when it was written while the meeting ran', async () => {
    const later = await record(second, { relation: 'updates' }, LATER + 3000);
    const earlier = await db.meetings.get(first.meetingId ?? '');
    expect(earlier && isCarriedOver({ state: 'answered', current: later }, earlier)).toBe(false);
    expect(view({ meetingId: null, at: LATER + 1 })).toBe(false);
  });
});
