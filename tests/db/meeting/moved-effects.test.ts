/** What a call's answers did to the "?" and the date of the deal it was wrongly filed under leaves with it, and holds for the deal that it goes to. */
import { beforeEach, describe, expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import type { AnswerValue } from '@/utils/checklist/answer';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Gap } from '@/utils/notes/records';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editDeal } from '@/utils/services/deal/create-deal';
import { endGap, noteAsked } from '@/utils/services/gap/own-gap';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import type { SomeCall } from '../rows';
import { someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const USERS = { id: 'A-01', topic: 'context.trigger' };
const NEXT = { id: 'F-01', topic: 'next.deadline' };
let call: SomeCall;
let other = '';

beforeEach(async () => {
  call = await someCall(AT);
  other = await someDeal(call.db, '다른 고객사', '포털');
});

async function ask(dealId: string, question: string, item: { id: string; topic: string } | null = USERS): Promise<string> {
  const id = (await captureLine(call.db, `? ${question}`, { meeting: null, dealId, focus: null, me: '박서연', kind: null }, AT - 5))?.id ?? '';
  if (item) await call.db.gaps.update(id, { itemId: item.id, topic: item.topic });
  return id;
}

async function say(raw: string, meeting: Meeting | null, at: number, { item = USERS, dealId = call.dealId, value = undefined as AnswerValue | undefined } = {}): Promise<string> {
  return recordAnswer(call.db, { dealId, item, meeting, state: 'answered', value: value ?? { kind: 'text', text: raw }, raw, remark: '', saidBy: '김도현', confidence: 'stated', relation: 'updates', reason: '', offRecord: false, sides: null, language: 'ko' }, at);
}

const gap = async (id: string): Promise<Pick<Gap, 'state' | 'outcome' | 'dealId'>> => {
  const { state, outcome, dealId } = (await call.db.gaps.get(id)) as Gap;
  return { state, outcome, dealId };
};
const due = async (dealId: string): Promise<string | null | undefined> => (await call.db.deals.get(dealId))?.customerDue;

describe('a "?" of an earlier day that the call had answered', () => {
  it('is open again, without the other customer’s words, and answered again by undo', async () => {
    const own = await ask(call.dealId, '왜 지금인가요');
    await say('남의 말', call.meeting, AT + 1);
    expect(await gap(own)).toMatchObject({ state: 'answered', outcome: '남의 말' });
    await fileMeeting(call.db, call.meeting.id, other, AT + 2);
    expect(await gap(own)).toEqual({ state: 'open', outcome: '', dealId: call.dealId });
    await undoNewest(call.db, call.meeting.id);
    expect(await gap(own)).toMatchObject({ state: 'answered', outcome: '남의 말' });
  });

  it('waits again when it had been asked, also where its end was typed by hand', async () => {
    const own = await ask(call.dealId, '왜 지금인가요');
    await noteAsked(call.db, own, '2026-11-20', AT - 1);
    await endGap(call.db, own, { state: 'answered', outcome: '남의 말', owner: '' }, { meeting: call.meeting, language: 'ko' }, AT + 1);
    await fileMeeting(call.db, call.meeting.id, other, AT + 2);
    expect(await gap(own)).toEqual({ state: 'waiting', outcome: '', dealId: call.dealId });
  });

  it('keeps what its own customer said of it since', async () => {
    const own = await ask(call.dealId, '왜 지금인가요');
    await say('남의 말', call.meeting, AT + 1);
    await say('우리 말', null, AT + 2);
    await fileMeeting(call.db, call.meeting.id, other, AT + 3);
    expect(await gap(own)).toMatchObject({ state: 'answered', outcome: '우리 말' });
  });

  it('stays when it ended in other words, and one of another item too', async () => {
    const [own, free] = [await ask(call.dealId, '왜 지금인가요'), await ask(call.dealId, '다른 것', null)];
    await endGap(call.db, own, { state: 'assumed', outcome: '우리가 가정', owner: '박서연' }, { meeting: null, language: 'ko' }, AT);
    await say('남의 말', call.meeting, AT + 1);
    await fileMeeting(call.db, call.meeting.id, other, AT + 2);
    expect(await gap(own)).toMatchObject({ outcome: '우리가 가정' });
    expect(await gap(free)).toMatchObject({ state: 'open' });
  });
});

describe('where the call goes', () => {
  it('its answers answer the "?" that waited there, unless something newer stands', async () => {
    const theirs = await ask(other, '왜 지금인가요');
    await say('이 고객의 말', call.meeting, AT + 1);
    await fileMeeting(call.db, call.meeting.id, other, AT + 2);
    expect(await gap(theirs)).toEqual({ state: 'answered', outcome: '이 고객의 말', dealId: other });
  });

  it('an older answer changes nothing, and what stands before and after it says so', async () => {
    await say('이 고객의 옛 말', call.meeting, AT + 1);
    await say('이 고객의 새 말', null, AT + 2, { dealId: other });
    await fileMeeting(call.db, call.meeting.id, other, AT + 3);
    expect((await call.db.answers.where({ dealId: other }).sortBy('at')).map(({ raw, relation }) => [raw, relation])).toEqual([['이 고객의 옛 말', 'first'], ['이 고객의 새 말', 'updates']]);
  });

  it('the date that the next step had set goes along, and one that was set by hand stays', async () => {
    const value: AnswerValue = { kind: 'date', parts: [{ date: '2026-12-04', firm: 'fixed', label: '12월 4일까지 제안서를 드리기로' }] };
    await say('12월 4일까지 제안서를 드리기로', call.meeting, AT + 1, { item: NEXT, value });
    expect(await due(call.dealId)).toBe('2026-12-04');
    await fileMeeting(call.db, call.meeting.id, other, AT + 2);
    expect([await due(call.dealId), await due(other)]).toEqual([null, '2026-12-04']);
    await editDeal(call.db, other, { customerDue: '2026-12-11' }, '', AT + 3);
    await fileMeeting(call.db, call.meeting.id, call.dealId, AT + 4);
    expect([await due(call.dealId), await due(other)]).toEqual(['2026-12-04', '2026-12-11']);
  });
});

describe('a "?" that a wrongly filed answer had answered, where the customer', () => {
  const sayAs = async (confidence: 'assumed' | 'stated', at: number): Promise<string> => recordAnswer(call.db, {
    dealId: call.dealId, item: USERS, meeting: null, state: 'answered', value: { kind: 'text', text: '우리 말' }, raw: '우리 말', remark: '', saidBy: '', confidence, relation: 'updates', reason: '', offRecord: false, sides: null, language: 'ko',
  }, at);

  it('is only assumed to have said something, is open again', async () => {
    const own = await ask(call.dealId, '왜 지금인가요');
    await say('남의 말', call.meeting, AT + 1);
    await sayAs('assumed', AT + 2);
    await fileMeeting(call.db, call.meeting.id, other, AT + 3);
    expect(await gap(own)).toMatchObject({ state: 'open', outcome: '' });
  });

  it('had said something before it was asked, is open again', async () => {
    await sayAs('stated', AT - 1000);
    const own = await ask(call.dealId, '왜 지금인가요');
    await say('남의 말', call.meeting, AT + 1);
    await fileMeeting(call.db, call.meeting.id, other, AT + 3);
    expect(await gap(own)).toMatchObject({ state: 'open', outcome: '' });
  });
});
