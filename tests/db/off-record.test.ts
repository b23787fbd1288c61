/** Off the record is nowhere: also where the words stand in other words, in other rows, or were put away. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine, moveLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { editMinutes } from '@/utils/services/meeting/edit-meeting';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { makePacket } from '@/utils/services/packet/make-packet';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { itemOn } from '../unit/packet/fixture';
import { someCall, someDeal } from './rows';

const AT = Date.UTC(2026, 10, 24, 5);
let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;

beforeEach(async () => { ({ db, dealId, meeting } = await someCall(AT)); });

async function say(words: string, table: 'notes' | 'gaps' = 'notes'): Promise<string> {
  const line = await captureLine(db, `${table === 'gaps' ? '? ' : ''}${words}`, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + 1000);
  return line?.id ?? '';
}

async function packet(redaction: 'internal' | 'customer_safe' | 'anonymised' = 'internal', language: 'ko' | 'en' = 'ko'): Promise<string> {
  const made = await makePacket(db, dealId, meeting.id, { purpose: 'estimate', language, redaction, request: DEFAULT_REQUEST, sendAnywayReason: '', createdBy: '박서연' }, AT + 60_000);
  return made.packet.packet.id;
}

async function answered(topic: string, raw: string, value: object, at: number, offRecord = false): Promise<void> {
  await recordAnswer(db, {
    dealId, item: itemOn(topic), meeting, state: 'answered', value: value as never, raw, remark: '', saidBy: '김도현', confidence: 'stated', relation: 'updates',
    reason: '', offRecord, sides: null, language: 'ko',
  }, at);
}

const everything = async (): Promise<string> => JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

describe('a line off the record', () => {
  it('leaves a packet that holds it under other names: anonymised', async () => {
    await db.meetings.update(meeting.id, { participants: [{ name: '김도현', side: 'customer', role: '팀장', self: false, joinedAt: AT, leftAt: null }] });
    const id = await say('! 김도현 팀장이 곧 이직한다고 귀띔');
    const kept = await packet('anonymised');
    expect((await db.packets.get(kept))?.json).toContain('이직한다고');
    await takeOffRecord(db, 'commitments', id);
    expect(await everything()).not.toContain('이직');
  });

  it('leaves a packet that was made before the line was edited', async () => {
    const id = await say('사장 아들이 반대함');
    await packet();
    await editLine(db, 'notes', id, { text: '내부 반대' }, AT + 70_000);
    await takeOffRecord(db, 'notes', id);
    expect(await everything()).not.toMatch(/아들이|내부 반대/);
  });

  it('leaves minutes and drafts that hold what it said before it was edited', async () => {
    const id = await say('사장 아들이 반대함');
    await editLine(db, 'notes', id, { text: '내부 반대' }, AT + 70_000);
    await db.meetings.update(meeting.id, { minutesEdits: { notes: '- 사장 아들이 반대함' } });
    await db.drafts.put({ key: 'capture:popup', meetingId: '', text: '사장 아들이 반대함!', updatedAt: 1 });
    await takeOffRecord(db, 'notes', id);
    expect(await everything()).not.toContain('아들이');
  });

  it('leaves a packet in the bin, and the undo step of putting it there; the packet’s number stays', async () => {
    const id = await say('그가 "절대 안 산다"고\n말했다');
    const other = await say('기록에 남는 말');
    const kept = await packet();
    await deleteToBin(db, 'packet', kept, '#1', AT + 70_000);
    await takeOffRecord(db, 'notes', id);
    expect(await everything()).not.toContain('절대');
    expect((await db.bin.toArray())[0]?.rows[0]?.row).toMatchObject({ id: kept, number: 1, json: '' });
    expect(await db.notes.get(other)).toBeDefined();
  });

  it('leaves the packets of the deal it was filed under before', async () => {
    const id = await say('합병 소문이 있음');
    await packet();
    await moveLine(db, 'notes', id, await someDeal(db, '한빛물류', '차량 관제'), AT + 70_000);
    await takeOffRecord(db, 'notes', id);
    expect(await everything()).not.toContain('합병');
  });

  it('leaves what a gap found out, too', async () => {
    const id = await say('예산 누가 정하나', 'gaps');
    await editLine(db, 'gaps', id, { outcome: '회장 사위가 정한다' }, AT + 70_000);
    await db.meetings.update(meeting.id, { minutesEdits: { gaps: '회장 사위가 정한다' } });
    await takeOffRecord(db, 'gaps', id);
    expect(await everything()).not.toContain('사위');
  });

  it('leaves the minutes of a meeting that lies in the bin, whose other sections stay', async () => {
    const id = await say('사장 아들이 반대함');
    const later = await startManualMeeting(db, dealId, '2차', AT + 86_400_000);
    await editMinutes(db, later.id, 'notes', '- 지난번: 사장 아들이 반대함', AT + 86_400_001);
    await editMinutes(db, later.id, 'next', '다음 주에 만남', AT + 86_400_002);
    await endMeeting(db, later.id, AT + 86_400_003);
    await deleteToBin(db, 'meeting', later.id, '2차', AT + 86_400_004);
    await takeOffRecord(db, 'notes', id);
    expect(await everything()).not.toContain('아들이');
    expect((await db.bin.toArray())[0]?.rows[0]?.row).toMatchObject({ minutesEdits: { next: '다음 주에 만남' } });
  });

  it('keeps what only stands near it: other lines, other packets', async () => {
    await say('기록에 남는 말');
    const before = await packet();
    const id = await say('나중에 한 말');
    await takeOffRecord(db, 'notes', id);
    expect((await db.packets.get(before))?.json).toContain('기록에 남는 말');
  });
});

describe('an answer off the record', () => {
  it('leaves packets however short it was typed and however it was read', async () => {
    await answered('budget.range', '3억', { kind: 'money', parts: [{ min: 300_000_000, currency: 'KRW', vat: 'unknown', per: 'once' }] }, AT + 2000);
    const kept = await packet('internal', 'en');
    expect((await db.packets.get(kept))?.json).toContain('300000000');
    await answered('budget.range', '', null as never, AT + 70_000, true);
    expect(await everything()).not.toMatch(/300000000|3억/);
  });

  it('leaves packets of the topic only when they told it', async () => {
    await answered('tech.api_access', '문서 없음', { kind: 'text', text: '문서 없음' }, AT + 2000);
    const kept = await packet();
    await answered('budget.range', '3억', { kind: 'text', text: '3억' }, AT + 80_000);
    await answered('budget.range', '', null as never, AT + 90_000, true);
    expect((await db.packets.get(kept))?.json).toContain('문서 없음');
  });

  it('leaves the minutes of an earlier meeting and the forms that were being filled in', async () => {
    await answered('budget.range', '3억 이내로만', { kind: 'text', text: '3억 이내로만' }, AT + 2000);
    await db.meetings.update(meeting.id, { minutesEdits: { answers: '예산은 3억 이내로만' } });
    const { id: itemId } = itemOn('budget.range');
    await db.drafts.put({ key: `gap:${dealId}:${itemId}`, meetingId: meeting.id, text: '{"owner":"3억"}', updatedAt: 1 });
    meeting = await startManualMeeting(db, dealId, '2차', AT + 86_400_000);
    await answered('budget.range', '', null as never, AT + 86_400_000 + 1, true);
    expect(await everything()).not.toContain('3억');
  });
});
