/** What a reply leaves behind goes where the words go that it is about. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import type { Meeting } from '@/utils/meeting/meeting';
import { coverAnswers } from '@/utils/services/answer/cover-answers';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { continueMeeting } from '@/utils/services/meeting/continue-meeting';
import { moveLater } from '@/utils/services/meeting/move-later';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { aReply } from '../../unit/reply/small-reply';
import { asUsual, installWorker } from '../packet/worker';
import { someCall, someDeal } from '../rows';
import type { AnsweredDeal } from './answered-deal';
import { answeredDeal, AT } from './answered-deal';

let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;
let deal: AnsweredDeal;
const everything = async (): Promise<string> => JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

// The worker is a global, and the files of this stage share theirs.
afterEach(() => { vi.unstubAllGlobals(); });

beforeEach(async () => {
  installWorker(asUsual);
  const call = await someCall(AT);
  ({ db, dealId, meeting } = call);
  deal = await answeredDeal(call, '창고는 세 곳');
});

describe('an answer that delivery can’t use', () => {
  const unusable = async () => deal.apply(aReply({ ...(await deal.send()), items: [{ itemId: deal.item.id, verdict: 'not_usable', text: '몇 평?' }] }));
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
    await coverAnswers(db, { dealId, topic: deal.item.topic }, 'ko', AT + 200_000);
    expect(await everything()).not.toContain('창고는 세 곳');
  });
});

describe('a gap that asks for more about a want', () => {
  const needs = async (words: string): Promise<string> => {
    const want = await deal.say(`+ ${words}`);
    await deal.apply(aReply({ ...(await deal.send()), wants: [{ wantId: want, feasibility: 'need_info', conditions: [], alternative: '' }] }));
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
  it('goes along when its meeting is made one with an earlier one of another deal', async () => {
    const want = await needs('아들 회사 ERP와 연동');
    const earlier = await startManualMeeting(db, await someDeal(db, '한빛물류', '배차'), '앞', AT - 600_000);
    await continueMeeting(db, meeting.id, earlier.id, AT + 200_000);
    expect((await db.gaps.toArray()).map((gap) => gap.dealId)).toEqual([(await db.wants.get(want))?.dealId]);
    expect((await db.wants.get(want))?.dealId).toBe(earlier.dealId);
  });
  it('goes along when what came after a break is parted from its meeting', async () => {
    const want = await needs('아들 회사 ERP와 연동');
    await deal.say('앞의 말');
    const fresh = { ...meeting, id: 'fresh', dealId: await someDeal(db, '한빛물류', '배차'), startedAt: AT + 900 };
    await db.transaction('rw', db.tables, async () => { await db.meetings.put(fresh); await moveLater(db, meeting, fresh); });
    expect([(await db.wants.get(want))?.dealId, ...(await db.gaps.toArray()).map((gap) => gap.dealId)]).toEqual([fresh.dealId, fresh.dealId]);
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
    await db.wants.update(want, { itemId: deal.item.id, topic: deal.item.topic });
    await coverAnswers(db, { dealId, topic: deal.item.topic }, 'ko', AT + 200_000);
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
    const id = await deal.say('아들이 반대하는 이유');
    const reply = aReply({ ...(await deal.send()), verdict: 'returned', summary: '아들이 반대하는 이유', ideas: ['아들이 반대하는 이유'] });
    await deal.apply(reply);
    await takeOffRecord(db, 'notes', id);
    await deal.apply(reply, undefined, AT + 300_000);
    expect(await everything()).not.toContain('반대하는');
  });
  it('for the first time to an emptied packet is kept without words', async () => {
    const id = await deal.say('아들이 반대하는 이유');
    const reply = aReply({ ...(await deal.send()), verdict: 'returned', summary: '아들이 반대하는 이유', ideas: ['아들이 반대하는 이유'] });
    await takeOffRecord(db, 'notes', id);
    await deal.apply(reply, undefined, AT + 300_000);
    expect(await everything()).not.toContain('반대하는');
  });
  it('saved again by delivery with one word more doubles no question', async () => {
    const base = await deal.send();
    const first = aReply({ ...base, items: [{ itemId: deal.item.id, verdict: 'not_usable', text: '몇 평?' }], questions: [{ text: 'ERP 버전은?', itemId: null, route: null, due: null }] });
    await deal.apply(first);
    const again = { ...first, at: '2026-11-27T10:05:00+09:00', summary: '오타 고침', questions: [{ text: '언제?', itemId: null, route: null, due: null }, ...first.questions] };
    expect((await deal.weigh(again)).effects.map((e) => [e.key, e.standing])).toEqual([[`item:${deal.item.id}`, 'done'], ['question:0', 'new'], ['question:1', 'done']]);
    await deal.apply(again, undefined, AT + 300_000);
    expect((await db.gaps.toArray()).map((gap) => gap.question).sort()).toEqual(['ERP 버전은?', '몇 평?', '언제?']);
  });
  it('finds a want and a promise with masked numbers unchanged', async () => {
    const want = await deal.say('+ 카드 4111 1111 1111 1111 결제 연동');
    const promise = await deal.say('! 카드 4111 1111 1111 1111 확인해서 보내기');
    const made = await deal.weigh(aReply({ ...(await deal.send()), wants: [{ wantId: want, feasibility: 'feasible', conditions: [], alternative: '' }], commitments: [{ commitmentId: promise, verdict: 'can', condition: '', alternative: '' }] }));
    expect(made.effects.map((e) => e.standing)).toEqual(['new', 'new']);
  });
  it('is no doubtful one because the customer got a copy since', async () => {
    const reply = aReply(await deal.send());
    await deal.send({ redaction: 'customer_safe' });
    expect((await deal.weigh(reply)).doubts).toEqual([]);
    await deal.send();
    expect((await deal.weigh(reply)).doubts).toEqual(['newer_packet']);
  });
  it('is not taken back in place of a later one that another window brought in', async () => {
    const base = await deal.send();
    const ask = (text: string, at: string) => aReply({ ...base, at, questions: [{ text, itemId: null, route: null, due: null }] });
    const { row } = await deal.apply(ask('하나', '2026-11-27T10:00:00+09:00'));
    await deal.apply(ask('둘', '2026-11-27T11:00:00+09:00'), undefined, AT + 200_000);
    expect(await undoNewest(db, '', { holds: row })).toEqual({ label: 'reply', late: true });
    expect(await db.gaps.count()).toBe(2);
  });
});
