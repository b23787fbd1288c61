/** Where a line is that an address or a search result leads to. */
import { expect, it } from 'vitest';
import { readFound } from '@/utils/db/library/read-found';
import { readWhereabouts } from '@/utils/db/library/read-whereabouts';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { addFollowUp } from '@/utils/services/followup/keep-follow-up';
import { someCall, someDeal } from './rows';

const AT = Date.UTC(2026, 10, 24, 5);

async function setUp() {
  const { db, dealId, meeting } = await someCall(AT);
  const say = async (raw: string, inCall = true): Promise<string> => (await captureLine(db, raw, { meeting: inCall ? meeting : null, dealId, focus: null, me: '박서연', kind: null }, AT + 1000))?.id ?? '';
  return { db, dealId, meeting, say, other: await someDeal(db, '한빛물류', '배차') };
}

it('is its meeting, or its deal for what was said in none, with the name of the page', async () => {
  const { db, dealId, meeting, say } = await setUp();
  const [said, outside] = [await say('# 재고가 안 맞음'), await say('? 서버 위치', false)];
  expect(await readWhereabouts(db, said)).toEqual({ pages: [{ page: 'meeting', id: meeting.id }, { page: 'deal', id: dealId }], name: '1차', topic: null });
  expect(await readWhereabouts(db, outside)).toEqual({ pages: [{ page: 'deal', id: dealId }], name: '가온식자재 · 재고 시스템', topic: null });
});

it('follows a line that was moved, and tells what is in the bin from what is gone', async () => {
  const { db, meeting, say, other } = await setUp();
  const [moved, deleted, secret, binned] = [await say('배차 이야기'), await say('지울 말'), await say('비밀 이야기'), await say('! 견적 금요일까지')];
  await moveLine(db, 'notes', moved, other, AT + 2000);
  await deleteLine(db, 'notes', deleted, AT + 2000);
  await takeOffRecord(db, 'notes', secret);
  await db.meetings.update(meeting.id, { state: 'closed' });
  await deleteToBin(db, 'meeting', meeting.id, '1차', AT + 3000);
  expect(await readWhereabouts(db, moved)).toMatchObject({ pages: [{ page: 'deal', id: other }], name: '한빛물류 · 배차' });
  expect(await Promise.all([deleted, secret, 'never'].map((id) => readWhereabouts(db, id)))).toEqual(['binned', 'gone', 'gone']);
  expect(await readWhereabouts(db, binned)).toBe('binned');
});

it('of a follow-up is its deal, wherever the want that it is about went', async () => {
  const { db, dealId, say, other } = await setUp();
  const want = await say('+ 다크 모드');
  const [own = '', about = ''] = [await addFollowUp(db, dealId, { text: '안부', dueOn: '2027-03-02' }, AT), await addFollowUp(db, dealId, { text: '', dueOn: '2027-03-02', wantId: want }, AT)].map(String);
  await moveLine(db, 'wants', want, other, AT + 2000);
  expect(await readWhereabouts(db, own)).toEqual({ pages: [{ page: 'deal', id: dealId }], name: '가온식자재 · 재고 시스템', topic: null });
  expect(await readWhereabouts(db, about)).toMatchObject({ pages: [{ page: 'deal', id: other }] });
  await deleteToBin(db, 'follow_up', own, '안부', AT + 3000);
  expect(await readWhereabouts(db, own)).toBe('binned');
});

it('of an answer is the meeting it was given in, with its topic', async () => {
  const { db, dealId, meeting } = await setUp();
  const input = { dealId, item: { id: 'A01', topic: 'pain.primary' }, state: 'answered', value: null, raw: '실사에 이틀', remark: '', saidBy: '', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language: 'ko' } as const;
  await recordAnswer(db, { ...input, meeting }, AT + 1000);
  await recordAnswer(db, { ...input, item: { id: 'A02', topic: 'context.trigger' }, meeting: null }, AT + 2000);
  const ids = (await db.answers.orderBy('id').toArray()).sort((a, b) => a.at - b.at).map((a) => a.id);
  expect(await readWhereabouts(db, ids[0] ?? '')).toMatchObject({ pages: [{ page: 'meeting', id: meeting.id }, { page: 'deal', id: dealId }], topic: 'pain.primary' });
  expect(await readWhereabouts(db, ids[1] ?? '')).toMatchObject({ pages: [{ page: 'deal', id: dealId }], topic: 'context.trigger' });
  const found = await readFound(db, ids.map((id) => `answers:${id}`), {});
  expect(found.map((row) => row.listed)).toEqual([{ page: 'meeting', id: meeting.id }, { page: 'deal', id: dealId }]);
});

it('is known of each search result that is a line', async () => {
  const { db, dealId, meeting, say, other } = await setUp();
  const [said, outside, moved] = [await say('창고 이야기'), await say('+ 창고 화면', false), await say('? 창고 배차')];
  await moveLine(db, 'gaps', moved, other, AT + 2000);
  const rows = await readFound(db, [`notes:${said}`, `wants:${outside}`, `gaps:${moved}`, `meetings:${meeting.id}`, `deals:${dealId}`], {});
  expect(rows.map((row) => row.listed)).toEqual([{ page: 'meeting', id: meeting.id }, { page: 'deal', id: dealId }, { page: 'deal', id: other }, null, null]);
});
