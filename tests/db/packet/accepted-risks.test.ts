/** What was accepted at the signature goes into packets, and leaves those that are stored once its words are forgotten. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import type { AcceptedRisk } from '@/utils/deal/accepted-risk';
import type { Meeting } from '@/utils/meeting/meeting';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import type { PacketRisk } from '@/utils/packet/schema';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteLine, editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { takeStep } from '@/utils/services/deal/take-step';
import { makePacket } from '@/utils/services/packet/make-packet';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const CHOICES = { purpose: 'handoff', language: 'ko', redaction: 'internal', request: DEFAULT_REQUEST, sendAnywayReason: '', createdBy: '박서연' } as const;
const BUDGET = { id: 'A-27', topic: 'budget.range' };
let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;

beforeEach(async () => { ({ db, dealId, meeting } = await someCall(AT)); });

async function blocking(question: string): Promise<string> {
  const id = (await captureLine(db, `? ${question}`, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + 1000))?.id ?? '';
  await editLine(db, 'gaps', id, { blocksEstimate: true }, AT + 2000);
  return id;
}
async function sign(risks: Omit<AcceptedRisk, 'at'>[]): Promise<void> {
  await takeStep(db, dealId, { to: 'contracted', on: '2026-11-24', why: '', risks }, { at: AT + 3000, today: '2026-11-24', days: { holidays: new Set(), workdays: new Set([1, 2, 3, 4, 5]) } });
}
const told = async (): Promise<PacketRisk[]> => (await makePacket(db, dealId, meeting.id, CHOICES, AT + 60_000)).packet.acceptedRisks ?? [];
const stored = async (): Promise<string> => JSON.stringify(await db.packets.toArray());

describe('a packet made after the signature', () => {
  it('carries a name and a reason for each of two gaps that blocked, also once one is settled', async () => {
    const [first, second] = [await blocking('서버는 누가 준비'), await blocking('이관 대상은 몇 건')];
    await sign([{ kind: 'gap', ref: first, by: '박서연', why: '고객이 준비하기로 함' }, { kind: 'gap', ref: second, by: '김대리', why: '착수 뒤 실사' }]);
    await editLine(db, 'gaps', second, { state: 'closed' }, AT + 4000);
    expect((await told()).map((r) => [r.text, r.acceptedBy, r.why, r.open])).toEqual([['서버는 누가 준비', '박서연', '고객이 준비하기로 함', true], ['이관 대상은 몇 건', '김대리', '착수 뒤 실사', false]]);
  });

  it.each([
    ['off the record', (id: string) => takeOffRecord(db, 'gaps', id)],
    ['deleted', (id: string) => deleteLine(db, 'gaps', id, AT + 70_000)],
    ['with another deal', async (id: string) => moveLine(db, 'gaps', id, await someDeal(db, '한빛물류', '차량 관제'), AT + 70_000)],
    ['gone with its meeting’s text', () => purgeMeeting(db, meeting.id, AT + 70_000)],
  ])('tells nothing of a gap that is %s since, nor why it was accepted', async (_how, forget) => {
    const id = await blocking('사장 아들의 반대');
    await sign([{ kind: 'gap', ref: id, by: '박서연', why: '아들을 따로 설득' }]);
    expect(await told()).toHaveLength(1);
    await forget(id);
    const made = await makePacket(db, dealId, meeting.id, CHOICES, AT + 80_000);
    expect(made.packet.acceptedRisks).toEqual([]);
    expect(JSON.stringify(made)).not.toContain('아들');
  });
});

describe('a packet that is stored', () => {
  it('loses its content when a gap that was accepted goes off the record', async () => {
    const id = await blocking('사장 아들의 반대');
    await sign([{ kind: 'gap', ref: id, by: '박서연', why: '아들을 따로 설득' }]);
    await told();
    await takeOffRecord(db, 'gaps', id);
    expect(await stored()).not.toContain('아들');
  });

  it('loses it when the topic is covered of which only the reason told anything', async () => {
    const id = await blocking('예산은 얼마');
    await editLine(db, 'gaps', id, { itemId: BUDGET.id, topic: BUDGET.topic }, AT + 2500);
    await sign([{ kind: 'gap', ref: id, by: '박서연', why: '전무가 8천까지 본다고 함' }]);
    expect(await told()).toMatchObject([{ why: '전무가 8천까지 본다고 함', topic: 'budget.range' }]);
    await recordAnswer(db, { dealId, item: BUDGET, meeting, state: 'answered', value: null, raw: '', remark: '', saidBy: '', confidence: null, relation: 'first', reason: '', offRecord: true, sides: null, language: 'ko' }, AT + 70_000);
    expect(await told()).toMatchObject([{ text: '예산은 얼마', acceptedBy: '박서연', why: '', offRecord: true }]);
    expect(await stored()).not.toContain('전무가');
  });
});
