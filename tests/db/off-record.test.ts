/** Off the record is nowhere: also where the words stand in other words, in other rows, or were put away. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { undoNewest } from '@/utils/db/undo/change';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteLine, editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { editMinutes } from '@/utils/services/meeting/edit-meeting';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { makePacket } from '@/utils/services/packet/make-packet';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { markdownOf } from '@/utils/packet/render/minutes-text';
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

  it('leaves minutes that hold it as Markdown, their undo steps, a half-written section and a packet with them', async () => {
    const words = '대표가 "R&D는\n내년" $50k, kim@hanla.co.kr';
    const id = await say(words);
    await editMinutes(db, meeting.id, 'notes', markdownOf('- 대표가 "R&D는 / 내년" $50k, kim@hanla.co.kr'), AT + 2000);
    const kept = await packet();
    // What remains in the packet is the minutes alone: the line itself was moved away before it was made.
    await db.packets.update(kept, { json: JSON.stringify({ ...(JSON.parse((await db.packets.get(kept))?.json ?? '{}') as object), notes: [] }).replaceAll(id, 'x') });
    await editMinutes(db, meeting.id, 'notes', '- 다른 말', AT + 3000);
    await editMinutes(db, meeting.id, 'risks', markdownOf('대표가 "R&D는 / 내년" $50k, kim@hanla.co.kr'), AT + 4000);
    await db.drafts.put({ key: `minutes:${meeting.id}:aim`, meetingId: meeting.id, text: JSON.stringify({ words: '- 대표가 "R&D는 / 내년" $50k, kim@hanla.co.kr!' }), updatedAt: 1 });
    await takeOffRecord(db, 'notes', id);
    expect(await everything()).not.toMatch(/내년|50k/);
    expect((await db.meetings.get(meeting.id))?.minutesEdits).toEqual({ notes: '- 다른 말' });
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
  it('leaves what lies in the bin: its earlier answers, what they differed from, what a gap found out, and lines noted on it', async () => {
    const first = await startManualMeeting(db, dealId, '0차', AT - 86_400_000);
    await recordAnswer(db, {
      dealId, item: itemOn('budget.range'), meeting: first, state: 'answered', value: { kind: 'text', text: '몰래 3억' }, raw: '몰래 3억', remark: '', saidBy: '김도현', confidence: 'stated', relation: 'updates',
      reason: '', offRecord: false, sides: null, language: 'ko',
    }, AT - 80_000_000);
    const row = { dealId, meetingId: first.id, itemId: itemOn('budget.range').id, topic: 'budget.range', at: AT - 70_000_000, offsetMs: 1, updatedAt: 1 };
    await db.notes.add({ ...row, id: 'n', kind: 'note', text: '몰래 적은 줄' });
    await db.gaps.add({ ...row, id: 'g', question: '예산 범위', origin: 'note', route: null, owner: '', askWhom: '', due: null, blocksEstimate: false, state: 'answered', askedOn: [], outcome: '몰래 3억' });
    await db.contradictions.add({ ...row, id: 'c', a: { text: '몰래 3억', saidBy: '', at: 1, answerId: null }, b: { text: '5억', saidBy: '', at: 1, answerId: null }, status: 'open', kept: '', why: '', resolvedAt: null });
    await endMeeting(db, first.id, AT - 60_000_000);
    await deleteToBin(db, 'meeting', first.id, '0차', AT);
    await answered('budget.range', '', {}, AT + 2000, true);
    expect(await everything()).not.toContain('몰래');
    const [bin] = await db.bin.toArray();
    expect(bin?.rows.map(({ table }) => table).toSorted()).toEqual(['answers', 'gaps', 'meetings']);
    await restoreFromBin(db, bin?.id ?? '', AT + 3000);
    expect(await db.gaps.get('g')).toMatchObject({ question: '예산 범위', outcome: '' });
    expect((await db.answers.toArray()).every((answer) => answer.offRecord)).toBe(true);
  });

  it('leaves packets however short it was typed and however it was read', async () => {
    await answered('budget.range', '3억', { kind: 'money', parts: [{ min: 300_000_000, currency: 'KRW', vat: 'unknown', per: 'once' }] }, AT + 2000);
    const kept = await packet('internal', 'en');
    expect((await db.packets.get(kept))?.json).toContain('300000000');
    await answered('budget.range', '', null as never, AT + 70_000, true);
    expect(await everything()).not.toMatch(/300000000|3억/);
  });

  it('takes a line of its item that was deleted out of the bin, and no undo brings it back', async () => {
    const focus = { itemId: itemOn('budget.range').id, topic: 'budget.range', blocksEstimate: false };
    const line = await captureLine(db, '예산은 삼억이라고 하심', { meeting, dealId, focus, me: '박서연', kind: null }, AT + 1000);
    await deleteLine(db, 'notes', line?.id ?? '', AT + 2000);
    const other = await say('남는 메모');
    await deleteLine(db, 'notes', other, AT + 2500);
    expect(await db.bin.count()).toBe(2);
    await answered('budget.range', '', null as never, AT + 3000, true);
    const all = async (): Promise<string> => JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    expect([(await all()).includes('삼억'), await db.bin.count()]).toEqual([false, 1]);
    await undoNewest(db, meeting.id);
    await undoNewest(db, meeting.id);
    expect((await all()).includes('삼억')).toBe(false);
  });

  it('takes the lines noted on its item with it: nothing of them comes back with the next answer', async () => {
    const focus = { itemId: itemOn('budget.range').id, topic: 'budget.range', blocksEstimate: false };
    for (const words of ['회장이 몰래 말한 3억', '+ 분할 납부를 은근히 바람', '이 줄은 곧 고침']) await captureLine(db, words, { meeting, dealId, focus, me: '박서연', kind: null }, AT + 1000);
    const [edited] = await db.notes.filter((n) => n.text === '이 줄은 곧 고침').toArray();
    await editLine(db, 'notes', edited?.id ?? '', { text: '고친 줄' }, AT + 1500);
    await db.meetings.update(meeting.id, { minutesEdits: { notes: '- 이 줄은 곧 고침' } });
    const kept = await say('다른 항목의 말');
    await answered('budget.range', '', null as never, AT + 2000, true);
    expect(await everything()).not.toMatch(/몰래|은근히|고친 줄|곧 고침/);
    await answered('budget.range', '1억', { kind: 'text', text: '1억' }, AT + 3000);
    const again = await packet();
    expect((await db.packets.get(again))?.json).not.toMatch(/몰래|은근히/);
    expect((await db.notes.toArray()).map((n) => n.id)).toEqual([kept]);
  });

  it('takes back the dates that followed from the next step, and no other', async () => {
    const due = (date: string) => ({ kind: 'date', parts: [{ date, firm: 'fixed', label: '견적 제출' }] });
    await answered('next.deadline', '12월 10일까지 견적', due('2026-12-10'), AT + 2000);
    await db.meetings.update(meeting.id, { nextDate: '2026-12-03' });
    expect((await db.deals.get(dealId))?.customerDue).toBe('2026-12-10');
    await answered('next.deadline', '', null as never, AT + 3000, true);
    expect((await db.deals.get(dealId))?.customerDue).toBeNull();
    // It was set by hand.
    expect((await db.meetings.get(meeting.id))?.nextDate).toBe('2026-12-03');
    await db.deals.update(dealId, { customerDue: '2027-01-05' });
    await answered('next.deadline', '12월 10일까지 견적', due('2026-12-10'), AT + 4000);
    await answered('next.deadline', '', null as never, AT + 5000, true);
    expect((await db.deals.get(dealId))?.customerDue).toBe('2027-01-05');
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
