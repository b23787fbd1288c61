/** What a reply leaves behind goes where the words go that it is about. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import type { Meeting } from '@/utils/meeting/meeting';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { hashOfReply } from '@/utils/reply/parse';
import type { Reply } from '@/utils/reply/schema';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { coverAnswers } from '@/utils/services/answer/cover-answers';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { loadChecklist } from '@/utils/services/checklist/load-checklist';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { makePacket } from '@/utils/services/packet/make-packet';
import { applyReply } from '@/utils/services/reply/apply-reply';
import { readReply } from '@/utils/services/reply/read-reply';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { aReply } from '../../unit/reply/small-reply';
import { asUsual, installWorker } from '../packet/worker';
import { someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const CHOICES = { purpose: 'estimate', language: 'ko', redaction: 'internal', request: { ...DEFAULT_REQUEST, respondBy: '2026-11-30' }, sendAnywayReason: '', createdBy: '박서연' } as const;
let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;
let item: { id: string; topic: string };

async function say(words: string): Promise<string> {
  return (await captureLine(db, words, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + 1_000))?.id ?? '';
}
async function send(redaction: 'internal' | 'customer_safe' = 'internal'): Promise<Partial<Reply>> {
  const { packet } = await makePacket(db, dealId, meeting.id, { ...CHOICES, redaction }, AT + 60_000);
  return { packetId: packet.packet.id, packetNumber: packet.packet.number, contentHash: packet.packet.contentHash };
}
async function weighed(reply: Reply) {
  const read = await readReply(db, reply, hashOfReply(reply));
  if (typeof read === 'string') throw new Error(read);
  return read.weighed;
}
async function apply(reply: Reply, at = AT + 120_000) {
  const keys = new Set((await weighed(reply)).effects.map((effect) => effect.key));
  return applyReply(db, { reply, id: hashOfReply(reply), keys, owner: '박서연', needInfo: (want) => `“${want}”: 무엇이 더 필요한지` }, at);
}
const everything = async (): Promise<string> => JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

// The worker is a global, and the files of this stage share theirs.
afterEach(() => { vi.unstubAllGlobals(); });

beforeEach(async () => {
  installWorker(asUsual);
  ({ db, dealId, meeting } = await someCall(AT));
  const [first] = (await loadChecklist({ id: 'custom-development', version: 1 })).items.filter((one) => one.type === 'text');
  if (!first) throw new Error('no item');
  item = first;
  await recordAnswer(db, {
    dealId, item, meeting, state: 'answered', value: { kind: 'text', text: '창고는 세 곳' }, raw: '창고는 세 곳', remark: '', saidBy: '이수민', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language: 'ko',
  }, AT + 500);
});

describe('an answer that delivery can’t use', () => {
  const unusable = async () => apply(aReply({ ...(await send()), items: [{ itemId: item.id, verdict: 'not_usable', text: '몇 평?' }] }));
  const close = () => db.meetings.update(meeting.id, { state: 'closed', endedAt: AT + 90_000 });

  it('goes with the text of its meeting', async () => {
    await unusable();
    await close();
    await purgeMeeting(db, meeting.id, AT + 200_000);
    expect(await everything()).not.toContain('창고는 세 곳');
  });
  it('goes to another deal with its meeting', async () => {
    await unusable();
    const other = await someDeal(db, '한빛물류', '배차');
    await fileMeeting(db, meeting.id, other, AT + 200_000);
    expect((await db.answers.toArray()).map((one) => one.dealId)).toEqual([other, other]);
  });
  it('goes to the bin with its meeting', async () => {
    await unusable();
    await close();
    await deleteToBin(db, 'meeting', meeting.id, '', AT + 200_000);
    expect(await db.answers.count()).toBe(0);
  });
  it('off the record is covered', async () => {
    await unusable();
    await coverAnswers(db, { dealId, topic: item.topic }, 'ko', AT + 200_000);
    expect(await everything()).not.toContain('창고는 세 곳');
  });
});

describe('a gap that asks for more about a want', () => {
  const needs = async (words: string): Promise<string> => {
    const want = await say(`+ ${words}`);
    await apply(aReply({ ...(await send()), wants: [{ wantId: want, feasibility: 'need_info', conditions: [], alternative: '' }] }));
    expect(await db.gaps.count()).toBe(1);
    return want;
  };
  it('goes to another deal with the want, or with its meeting, and back with one step', async () => {
    const want = await needs('아들 회사 ERP와 연동');
    const other = await someDeal(db, '한빛물류', '배차');
    const dealOf = async () => (await db.gaps.toArray()).map((gap) => gap.dealId);
    await moveLine(db, 'wants', want, other, AT + 200_000);
    expect(await dealOf()).toEqual([other]);
    await undoNewest(db, meeting.id, { holds: want });
    expect(await dealOf()).toEqual([dealId]);
    await fileMeeting(db, meeting.id, other, AT + 300_000);
    expect(await dealOf()).toEqual([other]);
  });
  it('keeps none of its words once they are off the record', async () => {
    await takeOffRecord(db, 'wants', await needs('아들 회사 ERP와 연동'));
    expect(await everything()).not.toContain('아들 회사');
  });
  it('nor in the bin, nor words that the want no longer has', async () => {
    const want = await needs('아들 회사 ERP와 연동');
    await editLine(db, 'wants', want, { words: 'ERP' }, AT + 150_000);
    const [gap] = await db.gaps.toArray();
    await deleteToBin(db, 'gap', gap?.id ?? '', gap?.question ?? '', AT + 200_000);
    await takeOffRecord(db, 'wants', want);
    expect(await everything()).not.toContain('아들 회사');
    expect(await db.bin.count()).toBe(0);
  });
  it('goes with a want whose item is covered', async () => {
    const want = await needs('아들 회사 ERP와 연동');
    await db.wants.update(want, { itemId: item.id, topic: item.topic });
    await coverAnswers(db, { dealId, topic: item.topic }, 'ko', AT + 200_000);
    expect(await everything()).not.toContain('아들 회사');
  });
  it('nor those of a meeting whose text was deleted', async () => {
    await needs('아들 회사 ERP와 연동');
    await db.meetings.update(meeting.id, { state: 'closed', endedAt: AT + 90_000 });
    await purgeMeeting(db, meeting.id, AT + 200_000);
    expect(await everything()).not.toContain('아들 회사');
  });
});

describe('a reply', () => {
  it('brought in again after its packet was emptied is kept without words', async () => {
    const id = await say('아들이 반대하는 이유');
    const reply = aReply({ ...(await send()), verdict: 'returned', summary: '아들이 반대하는 이유', ideas: ['아들이 반대하는 이유'] });
    await apply(reply);
    await takeOffRecord(db, 'notes', id);
    await apply(reply, AT + 300_000);
    expect(await everything()).not.toContain('반대하는');
  });
  it('for the first time to an emptied packet is kept without words', async () => {
    const id = await say('아들이 반대하는 이유');
    const reply = aReply({ ...(await send()), verdict: 'returned', summary: '아들이 반대하는 이유', ideas: ['아들이 반대하는 이유'] });
    await takeOffRecord(db, 'notes', id);
    await apply(reply, AT + 300_000);
    expect(await everything()).not.toContain('반대하는');
  });
  it('saved again by delivery with one word more doubles no question', async () => {
    const base = await send();
    const first = aReply({ ...base, items: [{ itemId: item.id, verdict: 'not_usable', text: '몇 평?' }], questions: [{ text: 'ERP 버전은?', itemId: null, route: null, due: null }] });
    await apply(first);
    const again = { ...first, at: '2026-11-27T10:05:00+09:00', summary: '오타 고침', questions: [{ text: '언제?', itemId: null, route: null, due: null }, ...first.questions] };
    expect((await weighed(again)).effects.map((e) => [e.key, e.standing])).toEqual([[`item:${item.id}`, 'done'], ['question:0', 'new'], ['question:1', 'done']]);
    await apply(again, AT + 300_000);
    expect((await db.gaps.toArray()).map((gap) => gap.question).sort()).toEqual(['ERP 버전은?', '몇 평?', '언제?']);
  });
  it('finds a want and a promise with masked numbers unchanged', async () => {
    const want = await say('+ 카드 4111 1111 1111 1111 결제 연동');
    const promise = await say('! 카드 4111 1111 1111 1111 확인해서 보내기');
    const made = await weighed(aReply({ ...(await send()), wants: [{ wantId: want, feasibility: 'feasible', conditions: [], alternative: '' }], commitments: [{ commitmentId: promise, verdict: 'can', condition: '', alternative: '' }] }));
    expect(made.effects.map((e) => e.standing)).toEqual(['new', 'new']);
  });
  it('is no doubtful one because the customer got a copy since', async () => {
    const reply = aReply(await send());
    await send('customer_safe');
    expect((await weighed(reply)).doubts).toEqual([]);
    await send();
    expect((await weighed(reply)).doubts).toEqual(['newer_packet']);
  });
  it('is not taken back in place of a later one that another window brought in', async () => {
    const base = await send();
    const ask = (text: string, at: string) => aReply({ ...base, at, questions: [{ text, itemId: null, route: null, due: null }] });
    const { row } = await apply(ask('하나', '2026-11-27T10:00:00+09:00'));
    await apply(ask('둘', '2026-11-27T11:00:00+09:00'), AT + 200_000);
    expect(await undoNewest(db, '', { holds: row })).toEqual({ label: 'reply', late: true });
    expect(await db.gaps.count()).toBe(2);
  });
});
