import { describe, expect, it } from 'vitest';
import { viewItem } from '@/utils/checklist/item-view';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { readDeal } from '@/utils/db/read-deal';
import { undoNewest } from '@/utils/db/undo/change';
import type { AnswerInput } from '@/utils/services/answer/record-answer';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { addContradiction, settleContradiction } from '@/utils/services/answer/settle-contradiction';
import { attachGap, endGap, noteAsked, ownItemGap, reopenGap } from '@/utils/services/gap/own-gap';
import { captureLine } from '@/utils/services/capture/capture-line';
import { takeOffRecord } from '@/utils/services/capture/edit-line';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { item } from '../unit/checklist/builders';
import { freshDatabase, someDeal } from './rows';

const users = item({ id: 'A-07', topic: 'users.count', type: 'number', by: 'estimate', estimate: 'blocks' });
const next = item({ id: 'A-35', topic: 'next.deadline', type: 'date' });

async function setUp() {
  const db = freshDatabase();
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, 'call', 1_000_000);
  const record = (part: Partial<AnswerInput>, at: number) => recordAnswer(db, {
    dealId, item: users, meeting, state: 'answered', value: null, raw: '', remark: '', saidBy: '김도현', confidence: 'stated', relation: 'updates',
    reason: '', offRecord: false, sides: null, language: 'ko', ...part,
  }, at);
  const view = async (it = users) => {
    const deal = await readDeal(db, dealId);
    return viewItem(it, deal?.answers ?? [], deal?.contradictions ?? []);
  };
  return { db, dealId, meeting, record, view };
}

const HERE = { meeting: null, language: 'ko' } as const;
const text = (t: string) => ({ value: { kind: 'text' as const, text: t }, raw: t });

describe('recording answers', () => {
  it('keeps every earlier value', async () => {
    const { record, view } = await setUp();
    await record(text('32곳'), 10);
    await record(text('27곳'), 20);
    const v = await view();
    expect(v.current?.raw).toBe('27곳');
    expect(v.earlier.map((a) => a.raw)).toEqual(['32곳']);
    expect(v.contradictions).toEqual([]);
  });

  it('takes the draft of its item along and no other', async () => {
    const { db, dealId, record } = await setUp();
    const keys = [draftKey('answer', dealId, users.topic), draftKey('answer', dealId, next.topic)];
    await db.drafts.bulkPut(keys.map((key) => ({ key, meetingId: '', text: '32', updatedAt: 1 })));
    await record(text('32곳'), 10);
    expect((await db.drafts.toArray()).map((draft) => draft.key)).toEqual([keys[1]]);
  });

  it('a correction leaves a settled contradiction with both speakers', async () => {
    const { record, view } = await setUp();
    await record(text('32곳'), 10);
    await record({ ...text('27곳'), saidBy: '최민재', relation: 'corrects' }, 20);
    const v = await view();
    expect(v.state).toBe('answered');
    expect(v.contradictions[0]).toMatchObject({ status: 'resolved', kept: '27곳', a: { text: '32곳', saidBy: '김도현' }, b: { text: '27곳', saidBy: '최민재' } });
  });

  it('a different answer makes a conflict until one is settled', async () => {
    const { db, record, view } = await setUp();
    await record(text('3월 1일'), 10);
    await record({ ...text('3월 10일'), relation: 'differs', saidBy: '최민재' }, 20);
    expect((await view()).state).toBe('conflict');
    const [c] = await db.contradictions.toArray();
    await settleContradiction(db, c?.id ?? '', { status: 'resolved', kept: '3월 10일', why: '상무' }, 'ko', 30);
    expect((await view()).state).toBe('answered');
    expect((await view()).current).toMatchObject({ raw: '3월 10일', saidBy: '최민재', remark: '상무' });
  });

  it('what is kept stays typed: the answer that said it, or words read as the item asks', async () => {
    const { db, record, view } = await setUp();
    const of = (value: number, label: string) => ({ value: { kind: 'number' as const, parts: [{ value, unit: '곳', label }] }, raw: label });
    const settle = async (kept: string, at: number) => settleContradiction(db, (await db.contradictions.filter((c) => c.status === 'open').first())?.id ?? '', { status: 'resolved', kept, why: '' }, 'ko', at);
    await record(of(32, '지점 32곳'), 10);
    await record({ ...of(27, '지점 27곳'), relation: 'differs', saidBy: '최민재' }, 20);
    await settle('지점 32곳', 30);
    expect((await view()).current).toMatchObject({ ...of(32, '지점 32곳'), saidBy: '김도현', state: 'answered' });
    await record({ state: 'conflict', sides: { a: { text: '32곳', saidBy: '김' }, b: { text: '27곳', saidBy: '이' } } }, 40);
    await settle('27곳', 50);
    expect((await view()).current).toMatchObject({ value: { kind: 'number', parts: [{ value: 27, unit: '곳' }] }, saidBy: '이' });
  });

  it('a first answer never contradicts anything, and a conflict needs its two sides', async () => {
    const { db, record, view } = await setUp();
    await record({ ...text('x'), relation: 'corrects' }, 10);
    expect(await db.contradictions.count()).toBe(0);
    await record({ state: 'conflict', sides: { a: { text: '8천', saidBy: '김' }, b: { text: '7천', saidBy: '이' } } }, 20);
    expect((await view()).contradictions.at(-1)).toMatchObject({ status: 'open', a: { text: '8천' }, b: { text: '7천' } });
  });

  it('off the record keeps the state and no content', async () => {
    const { db, record, view } = await setUp();
    await record({ ...text('재작년에 외주'), remark: '비밀', offRecord: true }, 10);
    expect((await view()).state).toBe('answered');
    expect(JSON.stringify(await Promise.all(db.tables.map((t) => t.toArray())))).not.toMatch(/재작년|비밀/);
  });

  it('off the record empties what was said before: answers, contradictions, undo steps, minutes, packets', async () => {
    const { db, dealId, meeting, record, view } = await setUp();
    await record({ ...text('재작년에 외주로 만들다 중단'), saidBy: '김' }, 10);
    await record({ ...text('작년에 외주로 중단'), relation: 'differs' }, 20);
    await db.meetings.update(meeting.id, { minutesEdits: { answers: '재작년에 외주로 만들다 중단', decisions: '다른 것' } });
    await db.packets.add({ id: 'p', dealId, meetingId: null, number: 1, purpose: 'estimate', language: 'ko', redaction: 'internal', createdAt: 1, fileName: 'x', contentHash: 'h', json: '{"raw":"재작년에 외주로 만들다 중단"}' });
    await record({ offRecord: true }, 30);
    const everything = JSON.stringify(await Promise.all(db.tables.map((t) => t.toArray())));
    expect(everything).not.toMatch(/재작년|작년에/);
    expect((await db.meetings.get(meeting.id))?.minutesEdits).toEqual({ decisions: '다른 것' });
    expect(await db.packets.get('p')).toMatchObject({ number: 1, contentHash: 'h', json: '' });
    expect((await view()).state).toBe('answered');
    expect((await view()).earlier.map((a) => a.state)).toEqual(['conflict', 'answered']);
  });

  it('fills the gap of its item; hearsay does not', async () => {
    const { db, dealId, meeting, record, view } = await setUp();
    await ownItemGap(db, dealId, meeting, await view(), { question: '몇 명?', route: 'ask_customer', owner: '박', askWhom: '', due: '2026-12-03', blocksEstimate: true }, 5);
    await record({ ...text('120명'), confidence: 'indirect' }, 10);
    expect((await db.gaps.toArray())[0]?.state).toBe('routed');
    await record(text('120명'), 20);
    expect((await db.gaps.toArray())[0]).toMatchObject({ state: 'answered', outcome: '120명' });
    await undoNewest(db, meeting.id);
    expect((await db.gaps.toArray())[0]?.state).toBe('routed');
  });

  it('the next step sets the deal’s due date and the next meeting, and moves them when it moves', async () => {
    const { db, dealId, meeting, record } = await setUp();
    const value = (due: string) => ({ kind: 'date' as const, parts: [{ date: due, firm: 'unknown' as const, label: '개산 견적' }, { date: '2026-12-03', time: '14:00', firm: 'unknown' as const, label: '2차 미팅' }] });
    await record({ item: next, value: value('2026-12-10'), raw: 'x' }, 10);
    expect((await db.deals.get(dealId))?.customerDue).toBe('2026-12-10');
    expect((await db.meetings.get(meeting.id))?.nextDate).toBe('2026-12-03');
    await record({ item: next, value: value('2026-12-14'), raw: 'y' }, 20);
    expect((await db.deals.get(dealId))?.customerDue).toBe('2026-12-14');
    await db.deals.update(dealId, { customerDue: '2026-12-20' });
    await record({ item: next, value: value('2026-12-15'), raw: 'z' }, 30);
    expect((await db.deals.get(dealId))?.customerDue).toBe('2026-12-20');
  });

  it('what a customer promised sets no date of the deal', async () => {
    const { db, dealId, meeting, record } = await setUp();
    await db.meetings.update(meeting.id, { participants: [{ name: '이수민 과장', side: 'customer', role: '', self: false, joinedAt: 1, leftAt: null }] });
    const part = (date: string, label: string) => ({ date, firm: 'unknown' as const, label });
    await record({ item: next, value: { kind: 'date', parts: [part('2026-11-27', '이수민 자료'), part('2026-11-30', '2차 미팅')] }, raw: 'x' }, 10);
    expect((await db.deals.get(dealId))?.customerDue).toBeNull();
    await record({ item: next, value: { kind: 'date', parts: [part('2026-11-27', '김 팀장님이 까지 ERP 문서 주시기로'), part('2026-12-02', '우리는 까지 견적')] }, raw: 'y' }, 20);
    expect((await db.deals.get(dealId))?.customerDue).toBe('2026-12-02');
  });
});

describe('gaps', () => {
  const fields = { question: '몇 명?', route: 'ask_customer' as const, owner: '박', askWhom: '', due: '2026-12-03', blocksEstimate: true };

  it('an item has one gap: owning it again updates it', async () => {
    const { db, dealId, meeting, view } = await setUp();
    const id = await ownItemGap(db, dealId, meeting, await view(), fields, 5);
    expect(await ownItemGap(db, dealId, meeting, await view(), { ...fields, due: null }, 6)).toBe(id);
    expect(await db.gaps.toArray()).toMatchObject([{ origin: 'not_asked', state: 'open', due: null }]);
  });

  it('a typed "?" attached to an item becomes its gap, or joins the one it has', async () => {
    const { db, dealId, meeting, view } = await setUp();
    const say = (raw: string) => captureLine(db, raw, { meeting, dealId, focus: null, me: '박', kind: null }, 2_000_000);
    const typed = await say('? 동시 접속 인원');
    await attachGap(db, typed?.id ?? '', await view(), 6);
    expect(await db.gaps.toArray()).toMatchObject([{ itemId: 'A-07', blocksEstimate: true, owner: '박' }]);
    const more = await say('? 전체 사용자 수');
    await attachGap(db, more?.id ?? '', await view(), 7);
    expect(await db.gaps.toArray()).toMatchObject([{ question: '동시 접속 인원 / 전체 사용자 수' }]);
    await undoNewest(db, meeting.id);
    expect(await db.gaps.count()).toBe(2);
  });

  it('counts how often it was asked and never ends without an outcome', async () => {
    const { db, dealId, meeting, view } = await setUp();
    const id = await ownItemGap(db, dealId, meeting, await view(), fields, 5);
    await noteAsked(db, id, '2026-11-24', 6);
    await noteAsked(db, id, '2026-11-24', 7);
    await noteAsked(db, id, '2026-12-03', 8);
    expect(await db.gaps.get(id)).toMatchObject({ askedOn: ['2026-11-24', '2026-12-03'], state: 'waiting' });
    await expect(endGap(db, id, { state: 'answered', outcome: '  ', owner: '박서연' }, HERE, 9)).rejects.toThrow();
    for (const state of ['assumed', 'dropped'] as const) await expect(endGap(db, id, { state, outcome: '120명', owner: ' ' }, HERE, 9)).rejects.toThrow();
    const { owner } = (await db.gaps.get(id)) ?? {};
    await endGap(db, id, { state: 'answered', outcome: '120명', owner: '' }, HERE, 9);
    expect(await db.gaps.get(id)).toMatchObject({ state: 'answered', owner });
    await endGap(db, id, { state: 'assumed', outcome: '120명으로 보고 견적', owner: '팀장' }, HERE, 10);
    expect(await db.gaps.get(id)).toMatchObject({ state: 'assumed', owner: '팀장' });
  });

  it('an ended gap can be looked after again, and keeps what was found out', async () => {
    const { db, dealId, meeting, view } = await setUp();
    const id = await ownItemGap(db, dealId, meeting, await view(), fields, 5);
    for (const state of ['answered', 'assumed', 'dropped'] as const) {
      await endGap(db, id, { state, outcome: '120명', owner: '박' }, HERE, 9);
      await reopenGap(db, id, 10);
      expect(await db.gaps.get(id)).toMatchObject({ state: 'routed', outcome: '120명' });
    }
  });

  it('an answered gap answers its item, as the item asks it', async () => {
    const { db, dealId, meeting } = await setUp();
    const ask = async (part: Partial<Parameters<typeof ownItemGap>[4]>, at: number) => ownItemGap(db, dealId, meeting, viewItem(users, [], []), { ...fields, ...part }, at);
    const first = await ask({ askWhom: '김도현' }, 5);
    await endGap(db, first, { state: 'answered', outcome: '동시 120명', owner: '' }, { meeting, language: 'ko' }, 9);
    const [answer] = await db.answers.toArray();
    expect(answer).toMatchObject({ itemId: 'A-07', state: 'answered', saidBy: '김도현', confidence: 'stated', meetingId: meeting.id, value: { kind: 'number', parts: [{ value: 120, unit: '명' }] } });
    expect((await db.gaps.get(first))?.state).toBe('answered');
    // What is answered is not replaced by a detail.
    await endGap(db, first, { state: 'answered', outcome: '200명', owner: '' }, HERE, 10);
    expect(await db.answers.count()).toBe(1);
    // One step takes both back.
    await undoNewest(db, meeting.id);
    await undoNewest(db, meeting.id);
    expect(await db.answers.count()).toBe(0);
    expect((await db.gaps.get(first))?.state).toBe('routed');
  });

  it('an answered gap settles no contradiction: that is asked for by itself', async () => {
    const { db, dealId, meeting, view } = await setUp();
    await addContradiction(db, { dealId, meetingId: null, item: users, a: { text: '32곳', saidBy: '김' }, b: { text: '27곳', saidBy: '최' } }, 4);
    const id = await ownItemGap(db, dealId, meeting, await view(), fields, 5);
    await endGap(db, id, { state: 'answered', outcome: '30곳', owner: '' }, HERE, 9);
    expect(await db.answers.count()).toBe(0);
    expect((await view()).state).toBe('conflict');
  });

  it('words that are not what the item asks, and answers to a question of our own, are a part of it; what we looked up nobody said', async () => {
    const { db, dealId, meeting } = await setUp();
    const end = async (gapId: string, outcome: string) => {
      await endGap(db, gapId, { state: 'answered', outcome, owner: '' }, HERE, 9);
      return (await db.answers.toArray()).at(-1);
    };
    const odd = await ownItemGap(db, dealId, meeting, viewItem(users, [], []), { ...fields, route: 'self_study' }, 5);
    expect(await end(odd, '아직 모른다고 함')).toMatchObject({ state: 'partial', raw: '아직 모른다고 함', confidence: 'indirect' });
    await db.answers.clear();
    const typed = await captureLine(db, '? 지점까지 세는지', { meeting, dealId, focus: { itemId: 'A-07', topic: 'users.count', blocksEstimate: false }, me: '박', kind: null }, 2_000_000);
    expect(await end(typed?.id ?? '', '27명')).toMatchObject({ state: 'partial', value: { kind: 'number' } });
  });

  it('a gap that went off the record meanwhile does not come back', async () => {
    const { db, dealId, meeting, view } = await setUp();
    const id = await ownItemGap(db, dealId, meeting, await view(), fields, 5);
    const results = await Promise.allSettled([noteAsked(db, id, '2026-11-24', 6), takeOffRecord(db, 'gaps', id)]);
    expect(results[1]?.status).toBe('fulfilled');
    expect(await db.gaps.count()).toBe(0);
    await expect(endGap(db, id, { state: 'answered', outcome: '120명', owner: '' }, HERE, 9)).rejects.toThrow();
  });

  it('by hand: two answers heard on one item; what stands in the end is its answer', async () => {
    const { db, dealId, record, view } = await setUp();
    const heard = (at: number) => addContradiction(db, { dealId, meetingId: null, item: users, a: { text: '32곳', saidBy: '김' }, b: { text: '27곳', saidBy: '최' } }, at);
    const settle = async (id: string, kept: string, at: number) => settleContradiction(db, id, { status: 'resolved', kept, why: '' }, 'ko', at);
    const first = await heard(5);
    expect((await view()).state).toBe('conflict');
    await settle(first, '27곳', 6);
    expect((await view())).toMatchObject({ state: 'answered', current: { raw: '27곳', saidBy: '최', relation: 'first', value: { kind: 'number', parts: [{ value: 27 }] } } });
    await record({ ...text('32곳'), state: 'answered' }, 10);
    await settle(await heard(11), '32곳', 12);
    // It says so already: nothing is added.
    expect((await view()).earlier).toHaveLength(1);
    await settle(await heard(13), '27곳', 14);
    expect(await view()).toMatchObject({ state: 'answered', current: { raw: '27곳', saidBy: '최', relation: 'updates' } });
    expect((await view()).earlier.map((a) => a.raw)).toEqual(['32곳', '27곳']);
    const [one, other] = [await heard(20), await heard(21)];
    await settle(one, '32곳', 22);
    // As long as another two answers stand side by side, none of them is the item's.
    expect((await view())).toMatchObject({ state: 'conflict', current: { raw: '27곳' } });
    await settle(other, '32곳', 23);
    expect((await view())).toMatchObject({ state: 'answered', current: { raw: '32곳' } });
    await settle(await heard(24), '27곳', 25);
    const both = await heard(30);
    await settleContradiction(db, both, { status: 'both_true', kept: '', why: '지점과 창고' }, 'ko', 31);
    expect((await view()).current?.raw).toBe('27곳');
  });
});
