/** A packet leaves, delivery's reply comes back, and the deal knows it: all or nothing, once, and back with one step. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import type { Meeting } from '@/utils/meeting/meeting';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { parsePacket } from '@/utils/packet/parse';
import type { Reply } from '@/utils/reply/schema';
import { searchChunks } from '@/utils/search/search';
import { parseQuery } from '@/utils/search/query';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { openIndex } from '@/utils/services/search/open-index';
import { readReply } from '@/utils/services/reply/read-reply';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { aReply } from '../../unit/reply/small-reply';
import { asUsual, installWorker } from '../packet/worker';
import { someCall, someDeal } from '../rows';
import type { AnsweredDeal, To } from './answered-deal';
import { answeredDeal, AT } from './answered-deal';

let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;
let deal: AnsweredDeal;
let ids: { want: string; promise: string };
let base: To;

// The worker is a global, and the files of this stage share theirs.
afterEach(() => { vi.unstubAllGlobals(); });

beforeEach(async () => {
  installWorker(asUsual);
  const call = await someCall(AT);
  ({ db, dealId, meeting } = call);
  deal = await answeredDeal(call);
  ids = { want: await deal.say('+ AI가 알아서 추천'), promise: await deal.say('! 12월 10일까지 견적') };
  base = await deal.send();
});

const full = (): Reply => aReply({
  ...base, verdict: 'returned', summary: '두 가지가 더 필요합니다', items: [{ itemId: deal.item.id, verdict: 'not_usable', text: '창고마다 몇 평인가요?' }],
  wants: [{ wantId: ids.want, feasibility: 'not_feasible_but', conditions: [], alternative: '규칙으로 추천', customClass: 'not_available' }], commitments: [{ commitmentId: ids.promise, verdict: 'cannot_but', condition: '', alternative: '12월 20일' }],
  questions: [{ text: 'ERP 버전은?', itemId: null, route: 'ask_customer', due: '2026-12-03' }],
});

const apply: AnsweredDeal['apply'] = async (...how) => deal.apply(...how);
const keysOf = async (reply: Reply) => new Set((await deal.weigh(reply)).effects.map((effect) => effect.key));
const kept = async (reply: Reply) => (await db.packets.get(reply.packetId))?.replies ?? [];

/** Every row that a person made, and no step. */
async function rows(): Promise<unknown> {
  const tables = ['deals', 'meetings', 'answers', 'contradictions', 'notes', 'gaps', 'commitments', 'wants', 'packets', 'bin'] as const;
  return Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await db.table(name).toArray()] as const)));
}

describe('a reply', () => {
  it('becomes gaps in delivery’s words, and states that only they can set', async () => {
    expect(await apply(full())).toMatchObject({ dealId, applied: 4, left: 0, written: true });
    expect((await db.gaps.toArray()).toSorted((a, b) => a.question.localeCompare(b.question))).toMatchObject([
      { question: 'ERP 버전은?', origin: 'delivery', route: 'ask_customer', due: '2026-12-03', owner: '박서연', state: 'routed', itemId: null },
      { question: '창고마다 몇 평인가요?', origin: 'delivery', itemId: deal.item.id, topic: deal.item.topic, state: 'open', owner: '박서연' },
    ]);
    expect((await db.answers.where({ dealId, topic: deal.item.topic }).sortBy('at')).map(({ state, raw, saidBy }) => ({ state, raw, saidBy }))).toEqual([
      { state: 'answered', raw: '창고 세 곳', saidBy: '이수민' }, { state: 'partial', raw: '창고 세 곳', saidBy: '이수민' },
    ]);
    expect(await db.wants.get(ids.want)).toMatchObject({ feasibility: 'not_as_asked', thenHow: '규칙으로 추천', customClass: 'not_available', classedBy: full().by.name });
    expect(await db.commitments.get(ids.promise)).toMatchObject({ confirmation: 'cannot', deliveryNote: '12월 20일' });
    expect(await kept(full())).toMatchObject([{ reply: full(), keptAt: AT + 120_000, applied: [`item:${deal.item.id}`, 'question:0', `want:${ids.want}`, `commitment:${ids.promise}`] }]);
    expect(await db.packets.get(full().packetId)).toMatchObject({ respondBy: '2026-11-30' });
  });

  it('changes nothing the second time, and nothing that has changed since without being asked to', async () => {
    await apply(full());
    const before = await rows();
    expect(await apply(full(), await keysOf(full()), AT + 300_000)).toMatchObject({ dealId, applied: 0, left: 4, written: false });
    expect(await rows()).toEqual(before);
  });

  it('takes over what was left the first time, and is still one reply', async () => {
    await apply(full(), new Set([`want:${ids.want}`]));
    expect(await db.gaps.count()).toBe(0);
    await apply(full(), new Set(['question:0']), AT + 300_000);
    expect(await kept(full())).toMatchObject([{ keptAt: AT + 120_000, applied: [`want:${ids.want}`, 'question:0'] }]);
    expect((await db.gaps.toArray()).map((gap) => gap.question)).toEqual(['ERP 버전은?']);
  });

  it('that only asks about an item leaves its answer complete', async () => {
    await apply(aReply({ ...base, items: [{ itemId: deal.item.id, verdict: 'question', text: '몇 평?' }], wants: [{ wantId: ids.want, feasibility: 'need_info', conditions: [], alternative: '' }] }));
    expect((await db.answers.toArray()).map((one) => one.state)).toEqual(['answered']);
    expect((await db.gaps.toArray()).map((gap) => gap.question).sort()).toEqual(['AI가 알아서 추천: 무엇이 더 필요한지', '몇 평?']);
    expect(await db.wants.get(ids.want)).toMatchObject({ feasibility: 'unknown', updatedAt: AT + 1_000 });
  });

  it('stands beside an earlier one to the same packet', async () => {
    await apply(full());
    await apply(aReply({ ...base, at: '2026-11-28T09:00:00+09:00' }), undefined, AT + 300_000);
    expect((await kept(full())).map((one) => one.reply.verdict)).toEqual(['returned', 'accepted']);
  });

  it('to a packet that holds nothing readable is weighed with a doubt', async () => {
    const doubts = async (json: string): Promise<unknown> => {
      await db.packets.update(full().packetId, { json });
      const read = await readReply(db, full(), 'x');
      return typeof read === 'object' && read.weighed.doubts;
    };
    expect([await doubts(''), await doubts('{"format":'), await doubts('{}')]).toEqual([['emptied'], ['emptied'], ['emptied']]);
  });

  it('of a deal that is gone has no place', async () => {
    await db.deals.delete(dealId);
    expect(await readReply(db, full(), 'x')).toBe('unknown');
    await expect(apply(full(), new Set())).rejects.toMatchObject({ cause: 'gone' });
  });

  it('that only accepts is kept too', async () => {
    const plain = aReply(base);
    expect(await apply(plain)).toMatchObject({ dealId, applied: 0, left: 0, written: true });
    expect(await kept(plain)).toMatchObject([{ reply: { verdict: 'accepted' }, applied: [] }]);
  });

  it('goes back with one step, which holds no second copy of the packet', async () => {
    const before = await rows();
    await apply(full());
    const [step] = (await db.changes.toArray()).filter((one) => one.label === 'reply');
    expect(JSON.stringify(step).length).toBeLessThan(10_000);
    expect(await undoNewest(db, '', { holds: full().packetId })).toEqual({ label: 'reply', late: false });
    expect(await rows()).toEqual(before);
    expect(await apply(full())).toMatchObject({ applied: 4 });
  });

  it('takes the place of what sales wrote down of the same promise, also when it was taken over before', async () => {
    await apply(full());
    const heard = { confirmation: 'confirmed', deliveryNote: '', heardVerdict: { by: '정하늘', on: '2026-11-27', where: '전화' } } as const;
    await editLine(db, 'commitments', ids.promise, heard, AT + 200_000);
    const key = `commitment:${ids.promise}`;
    expect((await deal.weigh(full())).effects.find((effect) => effect.key === key)?.standing).toBe('changed');
    await apply(full(), new Set([key]), AT + 300_000);
    expect(await db.commitments.get(ids.promise)).toMatchObject({ confirmation: 'cannot', deliveryNote: '12월 20일', heardVerdict: null });
  });

  it('is not mistaken for a later one to the same packet that made no gap either', async () => {
    const first = await apply(aReply(base));
    await apply(aReply({ ...base, summary: '한 번 더 봤습니다' }), new Set(), AT + 130_000);
    const before = await rows();
    // The window that brought in the first: what came since stays, and it is said that it was too late.
    expect(await undoNewest(db, '', { holds: first.row, at: first.at })).toEqual({ label: 'reply', late: true });
    expect(await rows()).toEqual(before);
    expect(await undoNewest(db, '', { holds: first.row, at: first.at + 1 })).toBeNull();
  });

  it('stays as it is when something of it was changed again since', async () => {
    await apply(full());
    await editLine(db, 'wants', ids.want, { thenHow: '사람이 추천' }, AT + 200_000);
    const before = await rows();
    expect(await undoNewest(db, '', { holds: full().packetId })).toEqual({ label: 'reply', late: true });
    expect(await rows()).toEqual(before);
  });

  it('no longer holds for words or a day that delivery never saw, and can be taken over again', async () => {
    await apply(full());
    await editLine(db, 'wants', ids.want, { needBehind: '빨리 고르게', words: ' AI가 알아서 추천 ' }, AT + 200_000);
    expect(await db.wants.get(ids.want)).toMatchObject({ feasibility: 'not_as_asked' });
    await editLine(db, 'wants', ids.want, { words: 'AI가 골라 줌' }, AT + 200_001);
    await editLine(db, 'commitments', ids.promise, { due: '2026-12-20' }, AT + 200_002);
    expect([await db.wants.get(ids.want), await db.commitments.get(ids.promise)]).toMatchObject([{ feasibility: 'unknown', thenHow: '규칙으로 추천' }, { confirmation: 'unconfirmed', deliveryNote: '12월 20일' }]);
    expect(await apply(full(), new Set([`want:${ids.want}`, `commitment:${ids.promise}`, 'question:0']), AT + 300_000)).toMatchObject({ applied: 2, left: 1 });
    expect([await db.wants.get(ids.want), await db.commitments.get(ids.promise)]).toMatchObject([{ feasibility: 'not_as_asked' }, { confirmation: 'cannot' }]);
  });

  it('says how a want is met, and a form that was open before does not say otherwise in their name', async () => {
    const { packetId, packetNumber, contentHash } = full();
    const classed = aReply({ packetId, packetNumber, contentHash, items: [], commitments: [], questions: [], wants: [{ wantId: ids.want, feasibility: 'feasible', conditions: [], alternative: '', customClass: 'configuration' }] });
    await apply(classed, new Set([`want:${ids.want}`]));
    const { classedBy } = await db.wants.get(ids.want) ?? {};
    expect(classedBy).toBe(classed.by.name);
    await editLine(db, 'wants', ids.want, { customClass: 'customisation', needBehind: '빨리' }, AT + 200_000);
    expect(await db.wants.get(ids.want)).toMatchObject({ customClass: 'configuration', classedBy, needBehind: '빨리' });
    await editLine(db, 'wants', ids.want, { words: '다른 것', customClass: 'customisation' }, AT + 200_001);
    expect(await db.wants.get(ids.want)).toMatchObject({ customClass: 'customisation', classedBy: '' });
  });

  it('has no doubt because of a request to join that left since', async () => {
    await deal.say('# 재고가 안 맞음');
    await deal.say('? 연동은');
    await deal.send({ purpose: 'join', request: { ...DEFAULT_REQUEST, rolesToBring: [{ role: 'architect', why: '연동', itemIds: [] }] } });
    const read = await readReply(db, full(), 'x');
    expect(typeof read === 'object' && read.weighed.doubts).toEqual([]);
  });

  it('leaves out what was deleted while it was looked at', async () => {
    const keys = await keysOf(full());
    await db.wants.delete(ids.want);
    expect(await apply(full(), keys)).toMatchObject({ dealId, applied: 3, left: 1, written: true });
  });

  it('writes nothing when its packet or deal is gone, and says where it is', async () => {
    const keys = await keysOf(full());
    await deleteToBin(db, 'packet', full().packetId, '1호', AT + 70_000);
    await expect(apply(full(), keys)).rejects.toMatchObject({ cause: 'gone' });
    expect([await db.gaps.count(), await readReply(db, full(), 'x'), await readReply(db, aReply({ packetId: 'nobody' }), 'x')]).toEqual([0, 'bin', 'unknown']);
  });

  it('never reaches another deal, whatever ids it names', async () => {
    const other = await someDeal(db, '한빛물류', '배차');
    const theirs = await captureLine(db, '+ 남의 요청', { meeting: null, dealId: other, focus: null, me: '박서연', kind: null }, AT + 2_000);
    const reply = aReply({ ...base, wants: [{ wantId: theirs?.id ?? '', feasibility: 'feasible', conditions: [], alternative: '' }] });
    expect(await apply(reply)).toMatchObject({ dealId, applied: 0, left: 1, written: true });
    expect(await db.wants.get(theirs?.id ?? '')).toMatchObject({ feasibility: 'unknown', dealId: other });
  });

  it('writes all or nothing', async () => {
    const before = await rows();
    // The last write of the step.
    db.packets.hook('updating', () => { throw new Error('disk full'); });
    await expect(apply(full())).rejects.toThrow('disk full');
    expect(await rows()).toEqual(before);
  });

  it('is what the next packet tells: verdicts on wants and promises, assumptions in delivery’s name', async () => {
    await apply({ ...full(), estimate: { class: 'rough', effort: [], durationWeeks: null, assumptions: ['망 분리 없음'] } });
    await apply(full(), new Set(), AT + 200_000);
    await deal.send();
    const newest = (await db.packets.where({ dealId }).sortBy('number')).at(-1);
    const parsed = parsePacket(JSON.parse(newest?.json ?? '{}'));
    expect(parsed.ok && [parsed.packet.wants, parsed.packet.commitments]).toMatchObject([[{ feasibility: 'not_as_asked', thenHow: '규칙으로 추천' }], [{ confirmation: 'cannot', deliveryNote: '12월 20일' }]]);
    expect(parsed.ok && parsed.packet.raid.assumptions.map(({ text, owner }) => ({ text, owner }))).toEqual([{ text: '망 분리 없음', owner: '정하늘' }]);
    const read = await readReply(db, full(), 'again');
    expect(typeof read === 'object' && read.weighed.doubts).toEqual(['newer_packet']);
  });
});

describe('words that leave', () => {
  const secret = (): Reply => aReply({ ...base, verdict: 'returned', summary: '아들이 반대하는 이유', items: [{ itemId: deal.item.id, verdict: 'question', text: '아들은 누구?' }] });

  it('off the record are in no reply, no step and no packet; the verdict stays', async () => {
    const id = await deal.say('아들이 반대하는 이유');
    base = await deal.send();
    await apply(secret(), new Set());
    // The index has the reply's words too.
    expect([...searchChunks(await openIndex(db), parseQuery('반대하는')).hits].map((hit) => hit.key)).toContain(`packets:${secret().packetId}`);
    await takeOffRecord(db, 'notes', id);
    // Of its other words nobody says which they repeat.
    expect(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))).not.toMatch(/반대하는|아들은/u);
    expect(await kept(secret())).toMatchObject([{ reply: { verdict: 'returned', summary: '', by: { name: '정하늘' } } }]);
  });

  it.each(['its list', 'the bin'])('that only the reply repeats are found in %s', async (where) => {
    await apply(secret(), new Set());
    if (where === 'the bin') await deleteToBin(db, 'packet', secret().packetId, '1호', AT + 70_000);
    const id = await deal.say('아들이 반대하는 이유');
    await takeOffRecord(db, 'notes', id);
    expect(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))).not.toContain('반대하는');
  });

  it.each(['taken off the record', 'of a meeting that is emptied'])('leave with the undo step of a reply that repeats none of them (%s)', async (how) => {
    const id = await deal.say('아들이 반대하는 이유');
    base = await deal.send();
    // Made on the deal's page, of no meeting.
    await db.packets.update(base.packetId, { meetingId: null });
    await apply(aReply({ ...base, verdict: 'returned', summary: '세모와 네모' }), new Set());
    if (how === 'taken off the record') await takeOffRecord(db, 'notes', id);
    else {
      await db.meetings.update(meeting.id, { state: 'closed', endedAt: AT + 90_000 });
      await purgeMeeting(db, meeting.id, AT + 200_000);
    }
    expect(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))).not.toMatch(/반대하는|세모와/u);
  });

  it('of a meeting that is emptied are in no reply to its packets', async () => {
    await apply(secret(), new Set());
    await db.meetings.update(meeting.id, { state: 'closed', endedAt: AT + 90_000 });
    await purgeMeeting(db, meeting.id, AT + 200_000);
    expect(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))).not.toContain('반대하는');
    expect(await kept(secret())).toMatchObject([{ reply: { verdict: 'returned', items: [] } }]);
  });
});
