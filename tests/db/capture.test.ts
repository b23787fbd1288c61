import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoNewest, UNDO_DEPTH } from '@/utils/db/undo/change';
import { insertRow } from '@/utils/db/undo/insert-row';
import { readTimeline } from '@/utils/db/read-entries';
import { captureLine } from '@/utils/services/capture/capture-line';
import { captureDraftKey } from '@/utils/services/capture/save-draft';
import { deleteLine, editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { readDraft, saveDraft } from '@/utils/services/capture/save-draft';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { freshDatabase, someDeal } from './rows';

async function setUp() {
  const db = freshDatabase();
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, 'call', Date.UTC(2026, 10, 24, 5));
  const say = (raw: string, part = {}) => captureLine(db, raw, { meeting, dealId, focus: null, me: '박서연', kind: null, ...part }, meeting.startedAt + 226_000);
  return { db, dealId, meeting, say };
}

describe('a captured line', () => {
  it('is written with its undo step and without its draft, or not at all when its id is taken', async () => {
    const { db, meeting, dealId, say } = await setUp();
    const first = await say('first');
    const row = await db.notes.get(first?.id ?? '');
    if (!row) throw new Error('no line');
    const steps = await db.changes.count();
    await saveDraft(db, 'capture:x', meeting.id, 'half', 1);
    const scope = { meetingId: meeting.id, dealId, at: 1 };
    const second = { ...row, text: 'second' };
    const insert = (id: string) => insertRow(db, 'line', scope, { table: 'notes', row: { ...second, id }, draftKey: 'capture:x' });
    await expect(insert(row.id)).rejects.toThrow();
    expect([(await db.notes.toArray()).map((n) => n.text), await db.changes.count(), await readDraft(db, 'capture:x')]).toEqual([['first'], steps, 'half']);
    await insert('another');
    expect([await db.notes.count(), await db.changes.count(), await readDraft(db, 'capture:x')]).toEqual([2, steps + 1, '']);
  });

  it('that promises in delivery’s name is marked as that, and waits for delivery whatever its kind', async () => {
    const { db, say } = await setUp();
    await say('! 수행팀이 녹음을 삭제해 드림');
    await say('! 녹음 삭제');
    expect((await db.commitments.toArray()).map((c) => [c.onBehalfOfDelivery, c.confirmation]).sort()).toEqual([[false, 'not_needed'], [true, 'unconfirmed']]);
  });

  it('lets the oldest undo steps of its meeting go, the newest stay', async () => {
    const { db, meeting, say } = await setUp();
    for (let i = 0; i < UNDO_DEPTH + 30; i += 1) await say(`line ${String(i)}`);
    const steps = async (): Promise<number> => db.changes.where({ meetingId: meeting.id }).count();
    await expect.poll(steps).toBeLessThanOrEqual(UNDO_DEPTH + 20);
    expect(await steps()).toBeGreaterThanOrEqual(UNDO_DEPTH);
    await undoNewest(db, meeting.id);
    expect((await readTimeline(db, meeting.id)).length).toBe(UNDO_DEPTH + 29);
  });

  it('becomes what its mark says, with the call’s clock, and its draft is gone', async () => {
    const { db, meeting, dealId, say } = await setUp();
    const key = captureDraftKey(meeting.id, dealId);
    await saveDraft(db, key, meeting.id, '? 오전 9시', 1);
    await say('? 오전 9시 동시 접속 인원');
    expect(await readDraft(db, key)).toBe('');
    await say('! 태블릿 2대 대여');
    await say('* AI 발주는 2차');
    await say('메모');
    expect((await readTimeline(db, meeting.id)).map((e) => e.type).sort()).toEqual(['commitment', 'gap', 'note', 'note']);
    expect((await db.gaps.toArray())[0]).toMatchObject({ question: '오전 9시 동시 접속 인원', offsetMs: 226_000, owner: '박서연', state: 'open', due: null });
  });

  it('is kept as typed: emoji, decomposed Hangul, bidi, 100 kB', async () => {
    const { db, say } = await setUp();
    const odd = ['회의 👩🏽‍💻', '\u1112\u1161\u11ab', 'a\u202eb', 'x'.repeat(100_000)];
    for (const text of odd) await say(text);
    expect((await db.notes.toArray()).map((n) => n.text).sort()).toEqual([...odd].sort());
  });

  it('resolves a promise’s date against the day of the call', async () => {
    const { db, say } = await setUp();
    await say('! 확인 필요 목록 목요일까지');
    expect((await db.commitments.toArray())[0]?.due).toBe('2026-11-26');
  });

  it('saves nothing for a blank line', async () => {
    const { db, say } = await setUp();
    expect(await say('   ')).toBeNull();
    expect(await say('?')).toBeNull();
    expect(await db.changes.where('meetingId').notEqual('').count()).toBe(0);
  });

  it('can be edited, deleted and moved, each undone exactly', async () => {
    const { db, meeting, say } = await setUp();
    const line = await say('? 더존 버전');
    const before = await db.gaps.toArray();
    const other = await someDeal(db, 'Other', 'Deal');
    const id = line?.id ?? '';
    await editLine(db, 'gaps', id, { owner: '김', route: 'ask_customer', due: '2026-12-03' }, 9);
    expect((await db.gaps.get(id))?.state).toBe('routed');
    await moveLine(db, 'gaps', id, other, 10);
    expect((await db.gaps.get(id))?.dealId).toBe(other);
    await deleteLine(db, 'gaps', id, 11);
    expect(await db.gaps.count()).toBe(0);
    for (let i = 0; i < 3; i += 1) await undoNewest(db, meeting.id);
    expect(await db.gaps.toArray()).toEqual(before);
    await undoNewest(db, meeting.id);
    expect(await db.gaps.count()).toBe(0);
    expect(await undoNewest(db, meeting.id)).toBeNull();
  });

  it('off the record is nowhere afterwards: no row, no undo step', async () => {
    const { db, meeting, say } = await setUp();
    const line = await say('재작년에 외주');
    await editLine(db, 'notes', line?.id ?? '', { text: '재작년에 외주로' }, 9);
    await takeOffRecord(db, 'notes', line?.id ?? '');
    const everything = JSON.stringify(await Promise.all(db.tables.map((t) => t.toArray())));
    expect(everything).not.toContain('재작년');
    await undoNewest(db, meeting.id);
    expect(await db.notes.count()).toBe(0);
  });
});

describe('drafts', () => {
  it('keep the last text typed, whatever was typed', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ maxLength: 30 }), { minLength: 1, maxLength: 5 }), async (texts) => {
      const db = freshDatabase();
      for (const text of texts) await saveDraft(db, 'start:k', 'm', text, 1);
      expect(await readDraft(db, 'start:k')).toBe(texts.at(-1));
    }), { numRuns: 20 });
  });
});
