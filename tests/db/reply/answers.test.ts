/** What delivery answers to our own questions: the gap ends in their words, once and back with one step; what is off the record is nowhere. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Gap } from '@/utils/notes/records';
import { parsePacket } from '@/utils/packet/parse';
import type { Packet } from '@/utils/packet/schema';
import type { Reply, ReplyAnswer } from '@/utils/reply/schema';
import { parseQuery } from '@/utils/search/query';
import { searchChunks } from '@/utils/search/search';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { takeOffRecord } from '@/utils/services/capture/edit-line';
import { loadChecklist } from '@/utils/services/checklist/load-checklist';
import { endGap, noteAsked, reopenGap } from '@/utils/services/gap/own-gap';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { openIndex } from '@/utils/services/search/open-index';
import { aReply } from '../../unit/reply/small-reply';
import { asUsual, installWorker } from '../packet/worker';
import { someCall, someDeal } from '../rows';
import type { AnsweredDeal } from './answered-deal';
import { answeredDeal, AT } from './answered-deal';

const WORDS = '저희가 이미 연동해 본 ERP입니다';
let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;
let deal: AnsweredDeal;
let gapId: string;
const everything = async (): Promise<string> => JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
const gap = async (): Promise<Gap> => { const row = await db.gaps.get(gapId); if (!row) throw new Error('no gap'); return row; };

// The worker is a global, and the files of this stage share theirs.
afterEach(() => { vi.unstubAllGlobals(); });

beforeEach(async () => {
  installWorker(asUsual);
  const call = await someCall(AT);
  ({ db, dealId, meeting } = call);
  deal = await answeredDeal(call);
  gapId = await deal.say('? ERP와 연동이 되나요');
  await db.gaps.update(gapId, { route: 'ask_delivery', owner: '박서연', due: '2026-12-03', state: 'routed' });
});

/** Puts the "?" on an item of which nothing is known yet; resolves to its topic. */
async function onItem(): Promise<string> {
  const item = (await loadChecklist(db, { id: 'custom-development', version: 1 })).items.find((one) => one.type === 'text' && one.topic !== deal.item.topic);
  if (!item) throw new Error('no item');
  await db.gaps.update(gapId, { itemId: item.id, topic: item.topic, origin: 'not_asked' });
  return item.topic;
}

async function replied(answer: Partial<ReplyAnswer> = {}, questions: string[] | null = null): Promise<Reply> {
  const to = await deal.send({ request: { questions, respondBy: null, lateReason: '', rolesToBring: null } });
  return aReply({ ...to, answers: [{ questionId: questions ? 'q:1' : `q:${gapId}`, sure: 'answer', text: WORDS, by: null, ...answer }] });
}

async function packetNow(): Promise<Packet> {
  const { packetId } = await deal.send();
  const parsed = parsePacket(JSON.parse((await db.packets.get(packetId))?.json ?? ''));
  if (!parsed.ok) throw new Error('no packet');
  return parsed.packet;
}

describe('an answer of delivery', () => {
  it('ends the gap in their words and name, which the next packet tells, and is taken back with one step', async () => {
    const before = await gap();
    const made = await deal.apply(await replied());
    expect(made).toMatchObject({ applied: 1, left: 0, written: true });
    expect(await gap()).toEqual({ ...before, state: 'answered', outcome: WORDS, answeredBy: '정하늘', updatedAt: AT + 120_000 });
    const packet = await packetNow();
    expect(packet.gaps).toMatchObject([{ outcome: WORDS, answeredBy: '정하늘', open: false }]);
    expect(packet.changes?.closedGaps).toEqual([gapId]);
    await undoNewest(db, '', { holds: made.row });
    expect(await gap()).toEqual(before);
    expect(await somewhere('"replies":[{')).toBe(false);
  });

  it('changes nothing the second time; a reply saved again with one word more finds it done', async () => {
    const reply = await replied();
    await deal.apply(reply);
    expect(await deal.apply(reply, new Set([`answer:q:${gapId}`]), AT + 300_000)).toMatchObject({ applied: 0, left: 1, written: false });
    const again = { ...reply, summary: '추신', at: '2026-11-28T10:00:00+09:00' };
    expect((await deal.weigh(again)).effects).toMatchObject([{ standing: 'done' }]);
    await reopenGap(db, gapId, AT + 400_000);
    expect((await deal.weigh(again)).effects).toMatchObject([{ standing: 'changed' }]);
  });

  it('that comes later moves the date, and nothing else, and only where that is chosen', async () => {
    const before = await gap();
    const reply = await replied({ sure: 'not_yet', text: '라이선스를 확인 중입니다', by: '2026-12-09' });
    await deal.apply(reply, new Set());
    expect(await gap()).toEqual(before);
    await deal.apply(reply);
    expect(await gap()).toEqual({ ...before, due: '2026-12-09', updatedAt: AT + 120_000 });
    expect(await db.answers.count()).toBe(1);
  });

  it('is hearsay on the item of the gap, said by them, where nothing was answered; and goes with the same step', async () => {
    const topic = await onItem();
    const made = await deal.apply(await replied());
    expect(await db.answers.where({ dealId, topic }).toArray()).toMatchObject([{ raw: WORDS, saidBy: '정하늘', confidence: 'indirect', state: 'answered', meetingId: meeting.id, fromDelivery: true }]);
    expect((await packetNow()).answers.find((one) => one.topic === topic)).toMatchObject({ state: 'partial', meetingId: null, fromDelivery: true });
    await undoNewest(db, '', { holds: made.row });
    expect(await db.answers.where({ dealId, topic }).count()).toBe(0);
    expect((await gap()).state).toBe('routed');
  });

  it('leaves alone what the customer said of the item', async () => {
    await db.gaps.update(gapId, { itemId: deal.item.id, topic: deal.item.topic });
    await deal.apply(await replied());
    expect(await db.answers.count()).toBe(1);
    expect((await gap()).state).toBe('answered');
  });

  it('to a question without a gap stays with the packet, and is found', async () => {
    const reply = await replied({}, ['공수는 얼마나 드나요?']);
    expect((await deal.weigh(reply)).told).toMatchObject([{ asked: '공수는 얼마나 드나요?' }]);
    await deal.apply(reply);
    expect((await gap()).state).toBe('routed');
    expect([...searchChunks(await openIndex(db), parseQuery('연동해 본')).hits].map((hit) => hit.key)).toEqual([`packets:${reply.packetId}`]);
  });

  it('is theirs no longer once somebody else ends the gap', async () => {
    await deal.apply(await replied());
    await reopenGap(db, gapId, AT + 200_000);
    await endGap(db, gapId, { state: 'answered', outcome: '고객이 확인', owner: '' }, { meeting: null, language: 'ko' }, AT + 300_000);
    expect(await gap()).toMatchObject({ outcome: '고객이 확인', answeredBy: '' });
  });
});

/** Takes a topic off the record, whether anything was answered on it or not. */
async function cover(topic: string): Promise<void> {
  const item = (await loadChecklist(db, { id: 'custom-development', version: 1 })).items.find((one) => one.topic === topic);
  if (!item) throw new Error('no item');
  await recordAnswer(db, {
    dealId, item, meeting, state: 'answered', value: null, raw: '', remark: '', saidBy: '', confidence: 'stated', relation: 'updates', reason: '', offRecord: true, sides: null, language: 'ko',
  }, AT + 200_000);
}
/** Is it in any table? The whole database is no text to read in a failure. */
const somewhere = async (words: string): Promise<boolean> => (await everything()).includes(words);

describe('what delivery answered, off the record', () => {
  it('goes with its gap, taken over or not', async () => {
    await deal.apply(await replied());
    await takeOffRecord(db, 'gaps', gapId);
    expect(await somewhere('연동해 본')).toBe(false);
  });
  it('and where it was only kept', async () => {
    await deal.apply(await replied(), new Set());
    await takeOffRecord(db, 'gaps', gapId);
    expect(await somewhere('연동해 본')).toBe(false);
  });
  it.each([['taken over', undefined], ['only kept', new Set<string>()]])('goes with the topic that it is about: %s', async (_how, keys) => {
    const topic = await onItem();
    await deal.apply(await replied(), keys);
    await cover(topic);
    expect(await somewhere('연동해 본')).toBe(false);
  });
  it('goes with the topic also when the words are too short to be looked for', async () => {
    const topic = await onItem();
    const reply = await replied({ text: '됨' });
    await deal.apply(reply, new Set());
    await cover(topic);
    expect((await db.packets.get(reply.packetId))?.replies).toMatchObject([{ reply: { verdict: 'accepted', summary: '' } }]);
    expect(await somewhere('"됨"')).toBe(false);
  });
  it('stays where another topic goes', async () => {
    await onItem();
    const reply = await replied();
    await deal.apply(reply, new Set());
    // Its own packet tells of that topic: another one does not.
    const other = (await loadChecklist(db, { id: 'custom-development', version: 1 })).items.at(-1)?.topic ?? '';
    await cover(other);
    expect(await somewhere('연동해 본')).toBe(true);
  });
  it('goes to another deal with the meeting in which it was asked', async () => {
    await onItem();
    await deal.apply(await replied());
    const other = await someDeal(db, '한빛물류', '배차');
    await fileMeeting(db, meeting.id, other, AT + 200_000);
    expect([...(await db.answers.toArray()), await gap()].map((one) => one.dealId)).toEqual([other, other, other]);
  });
  it('goes with the text of the meeting in which it was asked', async () => {
    await onItem();
    await deal.apply(await replied());
    await db.meetings.update(meeting.id, { state: 'closed', endedAt: AT + 90_000 });
    await purgeMeeting(db, meeting.id, AT + 200_000);
    expect(await somewhere('연동해 본')).toBe(false);
  });
});

describe('a day on which it was asked', () => {
  it('is kept, and leaves an assumption and what has ended as they are', async () => {
    await noteAsked(db, gapId, '2026-11-24', AT + 1);
    await noteAsked(db, gapId, '2026-11-19', AT + 2);
    await noteAsked(db, gapId, '2026-11-24', AT + 3);
    expect(await gap()).toMatchObject({ askedOn: ['2026-11-19', '2026-11-24'], state: 'waiting' });
    for (const state of ['assumed', 'answered'] as const) {
      await db.gaps.update(gapId, { state });
      await noteAsked(db, gapId, '2026-11-26', AT + 4);
      expect((await gap()).state).toBe(state);
    }
  });
});
