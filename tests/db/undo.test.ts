/** Undo puts back what its step changed, and nothing that others wrote meanwhile. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeWriter } from '@/utils/db/undo/change';
import { change, undoNewest } from '@/utils/db/undo/change';
import type { BatonDatabase } from '@/utils/db/database';
import type { ChangeLabel } from '@/utils/db/rows';
import { leaveCall } from '@/utils/services/call/leave-call';
import { notePageSignal } from '@/utils/services/call/note-page-signal';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { editMeeting, editMinutes, recordConsent, setParticipant } from '@/utils/services/meeting/edit-meeting';
import { closeMeeting, endMeeting } from '@/utils/services/meeting/end-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someCall, someDeal } from './rows';

const AT = Date.UTC(2026, 10, 24, 5);
const ROOM = 'meet:abc-defg-hij';
const TAB = { tabId: 1, windowId: 1, platform: 'meet' as const };
const CONSENT = { who: '김도현', notes: true, captions: 'off' as const, audio: false, condition: '', note: '', wording: '' };

async function joined() {
  const { db, dealId } = await someCall(AT);
  const id = (await notePageSignal(db, TAB, { type: 'joined', room: ROOM, at: 0 }, AT + 1000)) ?? '';
  return { db, dealId, id, row: async () => db.meetings.get(id) };
}

const people = async (db: BatonDatabase, names: string[], at: number): Promise<void> => {
  await notePageSignal(db, TAB, { type: 'participants', room: ROOM, complete: true, people: names.map((name) => ({ name, self: false })) }, at);
};

describe('undo after the call went on', () => {
  it('leaves its end and its people: of a consent, an aim, minutes, a deal that was picked', async () => {
    const { db, dealId, id, row } = await joined();
    await fileMeeting(db, id, dealId, AT + 1500);
    await recordConsent(db, id, CONSENT, AT + 2000);
    await editMeeting(db, id, { aim: '범위' }, AT + 2100);
    await editMinutes(db, id, 'notes', '고침', AT + 2200);
    await notePageSignal(db, TAB, { type: 'title', room: ROOM, title: '킥오프' }, AT + 2500);
    await people(db, ['이수민', '박서연'], AT + 3000);
    await leaveCall(db, 1, AT + 60_000);
    const ended = { title: '킥오프', state: 'wrap_up', endedAt: AT + 60_000, segments: [{ to: AT + 60_000 }], participants: [{ name: '이수민' }, { name: '박서연' }] };
    for (const label of ['minutes', 'meeting', 'consent', 'move'] satisfies ChangeLabel[]) {
      expect(await undoNewest(db, id)).toEqual({ label, late: false });
      expect(await row()).toMatchObject(ended);
    }
    expect(await row()).toMatchObject({ dealId: '', aim: '', consents: [], minutesEdits: {} });
    expect((await db.deals.get(dealId))?.rooms).toEqual([]);
    expect(await undoNewest(db, id)).toBeNull();
  });

  it('takes a side back and leaves who came and went meanwhile', async () => {
    const { db, id, row } = await joined();
    await people(db, ['이수민'], AT + 2000);
    await setParticipant(db, id, { name: '이수민', side: 'customer', role: '팀장' }, AT + 2500);
    await setParticipant(db, id, { name: '통역' }, AT + 2600);
    await people(db, ['박서연'], AT + 3000);
    await undoNewest(db, id);
    await undoNewest(db, id);
    expect((await row())?.participants).toMatchObject([{ name: '이수민', side: 'unknown', role: '', leftAt: AT + 3000 }, { name: '박서연', leftAt: null }]);
  });

  it('does not bring a plan back that a call took over, and says that nothing was put back', async () => {
    const { db, dealId } = await someCall(AT);
    await planMeeting(db, dealId, { title: 'x', startsAt: AT + 3_600_000, endsAt: null, aim: '목표', room: ROOM, url: '', people: [] }, AT + 1);
    await editMeeting(db, (await db.meetings.toArray())[0]?.id ?? '', { aim: '' }, AT + 2);
    await notePageSignal(db, TAB, { type: 'joined', room: ROOM, at: 0 }, AT + 3_600_000);
    await undoNewest(db, '', { dealId });
    expect((await db.deals.get(dealId))?.next).toBeNull();
  });

  it('leaves a row that is gone since, and goes on to the step before', async () => {
    const { db, dealId, meeting } = await someCall(AT);
    const line = await captureLine(db, '메모', { meeting, dealId, focus: null, me: '', kind: null }, AT + 1);
    await editMeeting(db, meeting.id, { aim: 'A' }, AT + 2);
    await editLine(db, 'notes', line?.id ?? '', { text: '고침' }, AT + 3);
    await db.notes.clear();
    expect(await undoNewest(db, meeting.id)).toEqual({ label: 'edit', late: true });
    expect(await db.notes.count()).toBe(0);
    await undoNewest(db, meeting.id);
    expect((await db.meetings.get(meeting.id))?.aim).toBe('');
  });

  it('undoes a move whole or not at all, also when the review was closed since', async () => {
    const { db, dealId, meeting } = await someCall(AT);
    const other = await someDeal(db, '한빛물류', '차량 관제');
    await fileMeeting(db, meeting.id, other, AT + 10);
    await endMeeting(db, meeting.id, AT + 20);
    await closeMeeting(db, meeting.id, AT + 30);
    const only = (at: number) => ({ holds: meeting.id, at });
    expect(await undoNewest(db, meeting.id, only(AT + 10))).toEqual({ label: 'move', late: false });
    expect(await db.meetings.get(meeting.id)).toMatchObject({ dealId, state: 'closed', endedAt: AT + 20 });
    await fileMeeting(db, meeting.id, other, AT + 40);
    await db.meetings.update(meeting.id, { dealId: '' });
    expect(await undoNewest(db, meeting.id, only(AT + 40))).toEqual({ label: 'move', late: true });
    expect(await db.meetings.get(meeting.id)).toMatchObject({ dealId: '' });
    expect(await db.changes.where({ meetingId: meeting.id }).count()).toBe(1);
  });

  it('keeps no words in its steps that went off the record after they were typed and taken back', async () => {
    const { db, dealId, meeting } = await someCall(AT);
    const line = await captureLine(db, '? 예산', { meeting, dealId, focus: null, me: '', kind: null }, AT + 1);
    await editMinutes(db, meeting.id, 'notes', '회장 사위가 정한다', AT + 2);
    await editLine(db, 'gaps', line?.id ?? '', { outcome: '회장 사위가 정한다' }, AT + 3);
    await editLine(db, 'gaps', line?.id ?? '', { outcome: '' }, AT + 4);
    await takeOffRecord(db, 'gaps', line?.id ?? '');
    expect(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))).not.toContain('사위');
  });
});

describe('a step', () => {
  it('of an earlier version, which holds whole rows, is undone as it was', async () => {
    const { db, dealId, meeting } = await someCall(AT);
    const old = await db.meetings.get(meeting.id);
    await db.changes.add({ meetingId: meeting.id, dealId, label: 'meeting', at: AT, before: [{ table: 'meetings', key: meeting.id, row: old ?? null }] });
    await db.meetings.update(meeting.id, { aim: 'B' });
    expect(await undoNewest(db, meeting.id)).toEqual({ label: 'meeting', late: false });
    expect(await db.meetings.get(meeting.id)).toEqual(old);
  });

  it('that changed nothing is none', async () => {
    const { db, meeting } = await someCall(AT);
    await editMeeting(db, meeting.id, { aim: '' }, AT + 1);
    expect(await undoNewest(db, meeting.id)).toBeNull();
  });

  it('is undone exactly, whatever was written and removed: all steps back give the rows as they were', async () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 3 }), fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), x: fc.integer() }), { maxLength: 3 }), fc.dictionary(fc.constantFrom('k', 'l'), fc.string()));
    const row = fc.record({ id: fc.constantFrom('1', '2'), updatedAt: fc.integer(), f: value, g: value }, { requiredKeys: ['id', 'updatedAt'] });
    const write = fc.oneof(row.map((r) => async (w: ChangeWriter) => w.put('notes', r)), fc.constantFrom('1', '2').map((id) => async (w: ChangeWriter) => w.remove('notes', id)));
    await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 2 }), fc.array(fc.array(write, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }), async (start, steps) => {
      const { db } = await someCall(AT);
      await db.notes.bulkPut(start as never);
      const before = await db.notes.orderBy(':id').toArray();
      for (const writes of steps) {
        await change(db, 'line', { meetingId: 'm', dealId: '', at: 1 }, async (writer) => { for (const one of writes) await one(writer); });
      }
      while (await undoNewest(db, 'm'));
      const content = (rows: object[]): string[] => rows.map((r) => JSON.stringify(Object.entries(r).filter(([key]) => key !== 'updatedAt').sort(([a], [b]) => a.localeCompare(b))));
      expect(content(await db.notes.orderBy(':id').toArray())).toEqual(content(before));
    }), { numRuns: 60 });
  });

  it('is not of a call that was begun by hand since', async () => {
    const { db, dealId, meeting } = await someCall(AT);
    await editMeeting(db, meeting.id, { aim: 'A' }, AT + 1);
    const second = await startManualMeeting(db, dealId, '2차', AT + 1000);
    expect(await undoNewest(db, second.id)).toBeNull();
  });
});
