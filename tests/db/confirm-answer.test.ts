/** What an earlier meeting secured is confirmed in a moment, and never asked again. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '@/utils/checklist/answer';
import { isCarriedOver } from '@/utils/checklist/item-view';
import type { BatonDatabase } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import type { Meeting } from '@/utils/meeting/meeting';
import { confirmAnswer } from '@/utils/services/answer/confirm-answer';
import type { AnswerInput } from '@/utils/services/answer/record-answer';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someCall } from './rows';

const AT = Date.UTC(2026, 10, 24, 5);
const LATER = AT + 7 * 86_400_000;
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

const confirm = (current: Answer, at = LATER + 5000) => confirmAnswer(db, { current }, second, at);

describe('an answer of an earlier meeting', () => {
  it('is confirmed as it was said; the earlier one stays as history', async () => {
    const row = await db.answers.get(await confirm(first));
    expect(row).toMatchObject({ value: first.value, raw: '120명', remark: '지점 포함', saidBy: '김도현', state: 'answered', confidence: 'confirmed', meetingId: second.id, at: LATER + 5000, relation: 'updates' });
    expect(await db.answers.get(first.id)).toEqual(first);
    expect(await db.contradictions.count()).toBe(0);
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

  it('that no longer stands is not confirmed', async () => {
    await record(second, { raw: '150명', value: { kind: 'text', text: '150명' }, relation: 'corrects' }, LATER + 3000);
    await expect(confirm(first)).rejects.toMatchObject({ cause: 'gone' });
    expect(await db.answers.count()).toBe(2);
  });
});

describe('an item is carried over', () => {
  const view = (more: Partial<Answer>, state: 'answered' | 'partial' | 'declined' | 'conflict' = 'answered') => isCarriedOver({ state, current: { ...first, ...more } }, second.id);

  it('when it was answered before, or known before any meeting, and nobody confirmed it', () => {
    expect([view({}), view({ meetingId: null }), view({ confidence: null }), view({}, 'partial')]).toEqual([true, true, true, true]);
    expect([view({ meetingId: second.id }), view({ confidence: 'confirmed' }), view({ offRecord: true }), view({}, 'declined'), view({}, 'conflict'), isCarriedOver({ state: 'answered', current: null }, second.id)]).toEqual([false, false, false, false, false, false]);
  });
});
