/** Several lines go to another deal in one step: all or none, taken back as one. */
import { expect, it } from 'vitest';
import { readDealFacts } from '@/utils/db/read-deal';
import type { LineTable } from '@/utils/db/read-entries';
import { undoNewest } from '@/utils/db/undo/change';
import { searchChunks } from '@/utils/search/search';
import { parseQuery } from '@/utils/search/query';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteLine, editLine } from '@/utils/services/capture/edit-line';
import { moveLines } from '@/utils/services/capture/move-lines';
import { openIndex } from '@/utils/services/search/open-index';
import { someCall, someDeal } from './rows';

const AT = Date.UTC(2026, 10, 24, 5);

async function setUp() {
  const { db, dealId, meeting } = await someCall(AT);
  const other = await someDeal(db, '한빛물류', '배차 시스템');
  const focus = { itemId: 'A01', topic: 'pain.primary', blocksEstimate: false };
  const say = async (raw: string): Promise<{ table: LineTable; id: string }> => {
    const line = await captureLine(db, raw, { meeting, dealId, focus, me: '박서연', kind: null }, AT + 1000);
    return { table: (line?.table ?? 'notes') as LineTable, id: line?.id ?? '' };
  };
  const lines = [await say('배차 이야기'), await say('? 차량은 몇 대'), await say('! 배차 견적 금요일까지'), await say('+ 배차 화면')];
  const rows = async () => Promise.all(lines.map(({ table, id }) => db.table<{ dealId: string; itemId: string | null; topic: string | null; meetingId: string }, string>(table).get(id)));
  return { db, dealId, other, meeting, say, lines, rows };
}

it('files lines of every kind under the deal, without their items, and keeps the meeting they were said in', async () => {
  const { db, other, meeting, lines, rows } = await setUp();
  expect(await moveLines(db, meeting.id, lines, other, AT + 2000)).toEqual({ moved: lines.map((l) => l.id), already: 0 });
  for (const row of await rows()) expect(row).toMatchObject({ dealId: other, itemId: null, topic: null, meetingId: meeting.id });
  const facts = await readDealFacts(db, other);
  expect([facts?.gaps.length, facts?.commitments.length, facts?.wants.length]).toEqual([1, 1, 1]);
});

it('is one step of undo, which brings items back too; what was changed again since stays as a whole', async () => {
  const { db, dealId, other, meeting, lines, rows } = await setUp();
  const steps = await db.changes.count();
  await moveLines(db, meeting.id, lines, other, AT + 2000);
  expect(await db.changes.count()).toBe(steps + 1);
  expect(await undoNewest(db, meeting.id, { holds: lines[0]?.id ?? '' })).toEqual({ label: 'move', late: false });
  for (const row of await rows()) expect(row).toMatchObject({ dealId, itemId: 'A01', topic: 'pain.primary' });
  await moveLines(db, meeting.id, lines, other, AT + 3000);
  await editLine(db, 'wants', lines[3]?.id ?? '', { words: '배차 화면과 지도' }, AT + 4000);
  expect(await undoNewest(db, meeting.id, { holds: lines[0]?.id ?? '' })).toEqual({ label: 'move', late: true });
  for (const row of await rows()) expect(row?.dealId).toBe(other);
});

it('moves none when one of them, or the deal, is gone', async () => {
  const { db, dealId, other, meeting, lines, rows } = await setUp();
  const steps = await db.changes.count();
  await expect(moveLines(db, meeting.id, lines, 'no such deal', AT + 2000)).rejects.toMatchObject({ cause: 'gone' });
  await deleteLine(db, 'wants', lines[3]?.id ?? '', AT + 2000);
  await expect(moveLines(db, meeting.id, lines, other, AT + 3000)).rejects.toMatchObject({ cause: 'gone' });
  expect((await rows()).map((row) => row?.dealId)).toEqual([dealId, dealId, dealId, undefined]);
  expect(await db.changes.count()).toBe(steps + 1);
});

it('leaves alone what is there already, and makes no step when all is', async () => {
  const { db, other, meeting, lines } = await setUp();
  const [first, ...rest] = lines;
  if (!first) throw new Error('no line');
  await moveLines(db, meeting.id, [first], other, AT + 2000);
  const steps = await db.changes.count();
  expect(await moveLines(db, meeting.id, [first], other, AT + 3000)).toEqual({ moved: [], already: 1 });
  expect(await db.changes.count()).toBe(steps);
  expect(await moveLines(db, meeting.id, lines, other, AT + 4000)).toEqual({ moved: rest.map((l) => l.id), already: 1 });
  expect(await undoNewest(db, meeting.id, { holds: rest[0]?.id ?? '' })).toMatchObject({ late: false });
  expect((await db.notes.get(first.id))?.dealId).toBe(other);
});

it('takes half-typed forms along, keeps a want with its pain, and is found under the new deal', async () => {
  const { db, other, meeting, say, lines } = await setUp();
  const pain = await say('# 배차가 늦음');
  const want = lines[3]?.id ?? '';
  await editLine(db, 'wants', want, { painId: pain.id }, AT + 1500);
  const draft = { key: `line:wants:edit:${want}`, meetingId: meeting.id, text: '{"words":"반쯤"}', updatedAt: 1 };
  await db.drafts.put(draft);
  await openIndex(db);
  await moveLines(db, meeting.id, [...lines, pain], other, AT + 2000);
  expect(await db.drafts.get(draft.key)).toEqual(draft);
  expect([(await db.wants.get(want))?.painId, (await db.notes.get(pain.id))?.dealId]).toEqual([pain.id, other]);
  expect((await db.searchDirty.toArray()).map((d) => d.key).sort()).toEqual([...lines, pain].map((l) => `${l.table}:${l.id}`).sort());
  expect([...searchChunks(await openIndex(db), parseQuery('배차 화면')).hits].map((h) => h.key)).toEqual([`wants:${want}`]);
});
