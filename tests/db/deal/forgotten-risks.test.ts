/** What led to words that are gone, where it waits: in forms that are half typed, and in steps that brought something back from the bin. */
import { describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { captureLine } from '@/utils/services/capture/capture-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { takeOffRecord } from '@/utils/services/capture/edit-line';
import { coverAnswers } from '@/utils/services/answer/cover-answers';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { makePacket } from '@/utils/services/packet/make-packet';
import { takeStep } from '@/utils/services/deal/take-step';
import { addFollowUp } from '@/utils/services/followup/keep-follow-up';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import type { SomeCall } from '../rows';
import { someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const TIME = { at: AT + 3000, today: '2026-11-24', days: { holidays: new Set<string>(), workdays: new Set([1, 2, 3, 4, 5]) } };

async function said({ db, dealId, meeting }: SomeCall, raw: string): Promise<string> {
  return (await captureLine(db, raw, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + 1000))?.id ?? '';
}
async function stored(db: BatonDatabase): Promise<string> {
  return JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
}

describe('a form that is half typed', () => {
  it.each([
    ['off the record', (call: SomeCall, gap: string, want: string) => takeOffRecord(call.db, 'gaps', gap).then(() => takeOffRecord(call.db, 'wants', want))],
    ['gone with its meeting’s text', ({ db, meeting }: SomeCall) => purgeMeeting(db, meeting.id, AT + 9000)],
  ])('loses what it says of a risk or a want that is %s', async (_how, forget) => {
    const call = await someCall(AT);
    const { db, dealId } = call;
    const [gap, want] = [await said(call, '? 사장 아들의 반대'), await said(call, '+ 비밀 화면')];
    const asking = (await addFollowUp(db, dealId, { text: '', dueOn: '2026-12-03', wantId: want }, AT + 2000)) ?? '';
    await db.drafts.bulkPut([
      { key: draftKey('form:step', dealId, 'contracted'), meetingId: '', text: JSON.stringify({ whys: { [`gap:${gap}`]: '따로 설득', 'promise:p': '다음 주' } }), updatedAt: AT + 2500 },
      { key: draftKey('form:step', dealId, 'lost'), meetingId: '', text: JSON.stringify({ why: '가격 차이' }), updatedAt: AT + 2500 },
      { key: draftKey('form:follow_up', asking), meetingId: '', text: JSON.stringify({ outcome: '비공개라 함' }), updatedAt: AT + 2500 },
      { key: draftKey('add:follow_up', dealId, want), meetingId: '', text: JSON.stringify({ dueOn: '2026-12-04' }), updatedAt: AT + 2500 },
    ]);
    await forget(call, gap, want);
    expect((await db.drafts.toArray()).map((draft) => draft.text)).toEqual(['{"whys":{"promise:p":"다음 주"}}', '{"why":"가격 차이"}']);
  });

  it('loses its reason for signing without criteria when these are covered', async () => {
    const { db, dealId } = await someCall(AT);
    const topic = 'acceptance.criteria';
    await recordAnswer(db, {
      dealId, item: { id: 'A-30', topic }, meeting: null, state: 'answered', value: null, raw: '오류율 1 % 아래', remark: '', saidBy: '', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language: 'ko',
    }, AT + 1000);
    const step = (of: string, text: object) => ({ key: draftKey('form:step', of, 'contracted'), meetingId: '', text: JSON.stringify(text), updatedAt: AT + 2500 });
    const other = await someDeal(db, '한빛물류', '차량 관제');
    await db.drafts.bulkPut([step(dealId, { on: '2026-11-24', by: { 'acceptance:': '김대리' }, whys: { 'acceptance:': '내부 사정', 'gap:x': '다음 주' } }), step(other, { whys: { 'acceptance:': '착수 회의' } })]);
    await coverAnswers(db, { dealId, topic }, 'ko', AT + 3000);
    expect(Object.fromEntries((await db.drafts.toArray()).map(({ key, text }) => [key.split(':')[2], text]))).toEqual({ [dealId]: '{"on":"2026-11-24","whys":{"gap:x":"다음 주"}}', [other]: '{"whys":{"acceptance:":"착수 회의"}}' });
  });
});

it('a form that was typed in faster than its draft was read loses the reason as well, and nothing else', async () => {
  const call = await someCall(AT);
  const gap = await said(call, '? 사장 아들의 반대');
  const key = draftKey('form:step', call.dealId, 'contracted');
  await call.db.drafts.put({ key, meetingId: '', text: `${JSON.stringify({ whys: { [`gap:${gap}`]: '따로 설득' } })}\n{"on":"2026-11-24"}`, updatedAt: AT });
  await takeOffRecord(call.db, 'gaps', gap);
  expect((await call.db.drafts.get(key))?.text).toBe('{"on":"2026-11-24"}');
});

describe('a reason for an item that nobody knew', () => {
  const item = { id: 'A-27', topic: 'budget.range' };
  const answered = ({ db, dealId }: SomeCall) => recordAnswer(db, {
    dealId, item, meeting: null, state: 'partial', value: null, raw: '대표 개인 돈', remark: '', saidBy: '', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language: 'ko',
  }, AT + 1000);
  const accepted = [['budget.range', '대표 사정'], ['people.decider', '대표 사정'], ['scope.must', '착수 뒤']].map(([topic = '', why = '']) => ({ topic, by: '박서연', why }));
  const sign = ({ db, dealId }: SomeCall) => takeStep(db, dealId, { to: 'contracted', on: '2026-11-24', why: '', items: accepted }, TIME);
  const kept = async ({ db, dealId }: SomeCall) => (await db.deals.get(dealId))?.itemsAccepted?.map(({ by, why }) => `${by} ${why}`);

  it('goes when the item is covered, with others that have the same words; the names stay, and undo brings nothing back', async () => {
    const call = await someCall(AT);
    await answered(call);
    await sign(call);
    await coverAnswers(call.db, { dealId: call.dealId, topic: item.topic }, 'ko', AT + 9000);
    expect(await kept(call)).toEqual(['박서연 ', '박서연 ', '박서연 착수 뒤']);
    expect(await stored(call.db)).not.toContain('대표 사정');
    expect((await call.db.deals.get(call.dealId))?.risksAccepted).toEqual([]);
  });

  it('stays when another item, or the same item of another deal, is covered', async () => {
    const call = await someCall(AT);
    await sign(call);
    await coverAnswers(call.db, { dealId: await someDeal(call.db, '한빛', '관제'), topic: item.topic }, 'ko', AT + 9000);
    await recordAnswer(call.db, { dealId: call.dealId, item: { id: 'A-01', topic: 'context.trigger' }, meeting: null, state: 'answered', value: null, raw: '', remark: '', saidBy: '', confidence: null, relation: 'first', reason: '', offRecord: true, sides: null, language: 'ko' }, AT + 9500);
    expect(await kept(call)).toEqual(['박서연 대표 사정', '박서연 대표 사정', '박서연 착수 뒤']);
  });

  it('is not taken where the item was covered in another window meanwhile', async () => {
    const call = await someCall(AT);
    await answered(call);
    await coverAnswers(call.db, { dealId: call.dealId, topic: item.topic }, 'ko', AT + 2000);
    await sign(call);
    expect(await kept(call)).toEqual(['박서연 ', '박서연 ', '박서연 착수 뒤']);
  });

  it('leaves a form that is half typed, with that of the row it may stand in; other reasons stay', async () => {
    const call = await someCall(AT);
    await answered(call);
    const whys = { 'item:budget.range': '대표 사정', 'items:rest': '대표 사정', 'item:scope.must': '착수 뒤', 'gap:g': '다음 주' };
    await call.db.drafts.put({ key: draftKey('form:step', call.dealId, 'contracted'), meetingId: '', text: JSON.stringify({ whys, by: { 'items:rest': '김대리' } }), updatedAt: AT + 2500 });
    await coverAnswers(call.db, { dealId: call.dealId, topic: item.topic }, 'ko', AT + 3000);
    expect((await call.db.drafts.toArray()).map((draft) => JSON.parse(draft.text) as unknown)).toEqual([{ whys: { 'item:scope.must': '착수 뒤', 'gap:g': '다음 주' } }]);
  });

  it('goes from a packet that left with it', async () => {
    const call = await someCall(AT);
    await answered(call);
    await sign(call);
    await makePacket(call.db, call.dealId, call.meeting.id, { purpose: 'handoff', language: 'ko', redaction: 'internal', request: DEFAULT_REQUEST, sendAnywayReason: '', createdBy: '박서연' }, AT + 5000);
    expect(await stored(call.db)).toContain('대표 사정');
    await coverAnswers(call.db, { dealId: call.dealId, topic: item.topic }, 'ko', AT + 9000);
    expect(await stored(call.db)).not.toContain('대표 사정');
  });
});

describe('a step of undo that brought something back from the bin', () => {
  it('of a follow-up has its want’s words in the title it had there, and goes with them', async () => {
    const call = await someCall(AT);
    const { db, dealId } = call;
    const want = await said(call, '+ 다음 달에 합병을 발표한 뒤 두 회사의 창고를 하나로 합치는 화면');
    const asking = (await addFollowUp(db, dealId, { text: '', dueOn: '2026-12-03', wantId: want }, AT + 2000)) ?? '';
    const bin = await deleteToBin(db, 'follow_up', asking, '다시 여쭙기: 다음 달에 합병을 발표한 뒤…', AT + 3000);
    await restoreFromBin(db, bin ?? '', AT + 4000);
    await takeOffRecord(db, 'wants', want);
    expect(await stored(db)).not.toContain('합병');
  });

  it('of a deal has the reasons it was signed with, and goes with them also where their "?" is with another deal', async () => {
    const call = await someCall(AT);
    const { db, dealId } = call;
    const gap = await said(call, '? 서버는 누가 준비');
    await takeStep(db, dealId, { to: 'contracted', on: '2026-11-24', why: '', risks: [{ kind: 'gap', ref: gap, by: '박서연', why: '전무가 따로 약속' }] }, TIME);
    await moveLine(db, 'gaps', gap, await someDeal(db, '한빛물류', '차량 관제'), AT + 4000);
    await db.meetings.clear();
    const bin = await deleteToBin(db, 'deal', dealId, '재고 시스템', AT + 5000);
    await restoreFromBin(db, bin ?? '', AT + 6000);
    await takeOffRecord(db, 'gaps', gap);
    expect(await stored(db)).not.toContain('전무');
  });
});

describe('a form that was open in another window', () => {
  it('keeps no reason for a risk whose record went off the record or to another deal meanwhile', async () => {
    const call = await someCall(AT);
    const { db, dealId } = call;
    const [gone, moved, kept] = [await said(call, '? 사장 아들의 반대'), await said(call, '! 이번 주 견적'), await said(call, '? 서버는 누가 준비')];
    await moveLine(db, 'commitments', moved, await someDeal(db, '한빛물류', '차량 관제'), AT + 2000);
    await takeOffRecord(db, 'gaps', gone);
    const risks = ([['gap', gone], ['promise', moved], ['gap', kept], ['acceptance', '']] as const).map(([kind, ref]) => ({ kind, ref, by: '박서연', why: `이유 ${kind}` }));
    await takeStep(db, dealId, { to: 'contracted', on: '2026-11-24', why: '', risks }, TIME);
    expect((await db.deals.get(dealId))?.risksAccepted?.map((risk) => risk.ref)).toEqual([kept, '']);
  });

  it('writes down no follow-up about a want that is gone, or another customer’s by now', async () => {
    const call = await someCall(AT);
    const { db, dealId } = call;
    const [gone, moved] = [await said(call, '+ 비밀 화면'), await said(call, '+ 바코드')];
    await takeOffRecord(db, 'wants', gone);
    await moveLine(db, 'wants', moved, await someDeal(db, '한빛물류', '차량 관제'), AT + 2000);
    for (const wantId of [gone, moved]) await expect(addFollowUp(db, dealId, { text: '', dueOn: '2026-12-03', wantId }, AT + 3000)).rejects.toMatchObject({ cause: 'gone' });
    expect(await db.followUps.count()).toBe(0);
  });
});
