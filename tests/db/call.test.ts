import { describe, expect, it } from 'vitest';
import { notePageSignal } from '@/utils/services/call/note-page-signal';
import { leaveCall } from '@/utils/services/call/leave-call';
import { captureLine } from '@/utils/services/capture/capture-line';
import { continueMeeting } from '@/utils/services/meeting/continue-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { undoNewest } from '@/utils/db/undo/change';
import type { BatonDatabase } from '@/utils/db/database';
import { freshDatabase, someDeal } from './rows';

const MIN = 60_000;
const tab = (tabId: number) => ({ tabId, windowId: 1, platform: 'meet' as const });
const join = (db: BatonDatabase, room: string, at: number, tabId = 1) => notePageSignal(db, tab(tabId), { type: 'joined', room, at: 0 }, at);
const leave = (db: BatonDatabase, room: string, at: number, tabId = 1) => notePageSignal(db, tab(tabId), { type: 'left', room, at: 0, cause: 'hangup' }, at);

async function line(db: BatonDatabase, meetingId: string, text: string, at: number) {
  const meeting = await db.meetings.get(meetingId);
  if (!meeting) throw new Error('no meeting');
  return captureLine(db, text, { meeting, dealId: meeting.dealId, focus: null, me: '박서연', kind: null }, at);
}

describe('a call page tells', () => {
  it('joins once, however often it is said, and ends with the right time', async () => {
    const db = freshDatabase();
    const id = await join(db, 'meet:a', 1000);
    expect(await join(db, 'meet:a', 2000)).toBe(id);
    await leave(db, 'meet:a', 5000);
    await leave(db, 'meet:a', 9000);
    const rows = await db.meetings.toArray();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ state: 'wrap_up', startedAt: 1000, endedAt: 5000, segments: [{ platform: 'meet', room: 'meet:a', from: 1000, to: 5000 }] });
  });

  it('goes straight into the next call: two meetings, nothing mixes', async () => {
    const db = freshDatabase();
    const a = await join(db, 'meet:a', 0);
    await line(db, a ?? '', 'first call', 10);
    const b = await join(db, 'meet:b', 30_000);
    await line(db, b ?? '', 'second call', 30_010);
    expect(a).not.toBe(b);
    expect(await db.meetings.get(a ?? '')).toMatchObject({ state: 'wrap_up', endedAt: 30_000 });
    expect((await db.notes.where({ meetingId: a }).toArray()).map((n) => n.text)).toEqual(['first call']);
    expect((await db.notes.where({ meetingId: b }).toArray()).map((n) => n.text)).toEqual(['second call']);
  });

  it('resumes after a reload, and after the tab was closed and opened again', async () => {
    const db = freshDatabase();
    const id = await join(db, 'meet:a', 0);
    await leave(db, 'meet:a', 60_000);
    expect(await join(db, 'meet:a', 62_000)).toBe(id);
    await leaveCall(db, 1, 5 * MIN, true);
    expect(await db.presence.get(1)).toBeUndefined();
    expect(await join(db, 'meet:a', 8 * MIN, 7)).toBe(id);
    expect((await db.meetings.get(id ?? ''))?.segments).toHaveLength(2);
  });

  it('does not end while a second tab is in the same call', async () => {
    const db = freshDatabase();
    const id = await join(db, 'meet:a', 0, 1);
    await join(db, 'meet:a', 10, 2);
    await leave(db, 'meet:a', 20, 1);
    expect((await db.meetings.get(id ?? ''))?.state).toBe('live');
    await leave(db, 'meet:a', 30, 2);
    expect((await db.meetings.get(id ?? ''))?.state).toBe('wrap_up');
  });

  it('keeps the first real title and plain names; strangers’ text stays text', async () => {
    const db = freshDatabase();
    const id = await join(db, 'meet:a', 0);
    await notePageSignal(db, tab(1), { type: 'title', room: 'meet:a', title: ' 가온식자재 1차 ' }, 1);
    await notePageSignal(db, tab(1), { type: 'title', room: 'meet:a', title: 'Breakout 1' }, 2);
    await notePageSignal(db, tab(1), { type: 'participants', room: 'meet:a', complete: false, people: [{ name: '<img src=x onerror=alert(1)>', self: false }, { name: '\u202eevil\u0000', self: false }, { name: '  ', self: false }] }, 3);
    const row = await db.meetings.get(id ?? '');
    expect(row?.title).toBe('가온식자재 1차');
    expect(row?.participants.map((p) => p.name)).toEqual(['<img src=x onerror=alert(1)>', 'evil']);
  });

  it('ignores signals of a room the tab is not in', async () => {
    const db = freshDatabase();
    const id = await join(db, 'meet:a', 0);
    await notePageSignal(db, tab(1), { type: 'participants', room: 'meet:b', complete: true, people: [{ name: 'X', self: false }] }, 3);
    expect((await db.meetings.get(id ?? ''))?.participants).toEqual([]);
  });

  it('says why it is blind and recovers', async () => {
    const db = freshDatabase();
    const id = await join(db, 'meet:a', 0);
    await notePageSignal(db, tab(1), { type: 'blind', room: 'meet:a', reason: 'people_not_found' }, 1);
    expect(await db.presence.get(1)).toMatchObject({ state: 'blind', blind: 'people_not_found', meetingId: id });
    await notePageSignal(db, tab(1), { type: 'sighted', room: 'meet:a' }, 2);
    expect(await db.presence.get(1)).toMatchObject({ state: 'joined', blind: null, meetingId: id });
  });
});

describe('filing and continuing', () => {
  it('remembers the room for the next call and moves everything captured', async () => {
    const db = freshDatabase();
    const id = (await join(db, 'meet:a', 0)) ?? '';
    await line(db, id, '? API', 5);
    await line(db, id, '! 견적 12월 10일까지', 6);
    const right = await someDeal(db);
    await fileMeeting(db, id, right, 10);
    expect((await db.gaps.toArray())[0]).toMatchObject({ dealId: right, meetingId: id });
    expect(await db.meetings.get(id)).toMatchObject({ dealId: right, ordinal: 1 });
    await leave(db, 'meet:a', 20);
    const next = (await join(db, 'meet:a', 24 * 60 * MIN)) ?? '';
    expect(await db.meetings.get(next)).toMatchObject({ dealId: right, ordinal: 2 });
  });

  it('a wrong deal is one move, and one undo back; the wrong deal forgets the room', async () => {
    const db = freshDatabase();
    const wrong = await someDeal(db, 'Other', 'Wrong');
    const right = await someDeal(db);
    const id = (await join(db, 'meet:a', 0)) ?? '';
    await fileMeeting(db, id, wrong, 1);
    await line(db, id, '? API', 5);
    await fileMeeting(db, id, right, 10);
    expect((await db.gaps.toArray())[0]?.dealId).toBe(right);
    expect((await db.deals.get(wrong))?.rooms).toEqual([]);
    await undoNewest(db, id);
    expect((await db.gaps.toArray())[0]?.dealId).toBe(wrong);
    expect((await db.deals.get(wrong))?.rooms).toEqual(['meet:a']);
  });

  it('one call on two platforms becomes one meeting with two segments and one clock', async () => {
    const db = freshDatabase();
    const deal = await someDeal(db);
    const first = (await join(db, 'meet:a', 0)) ?? '';
    await fileMeeting(db, first, deal, 1);
    await leave(db, 'meet:a', 10 * MIN);
    const second = (await notePageSignal(db, { tabId: 2, windowId: 1, platform: 'zoom' }, { type: 'joined', room: 'zoom:1', at: 0 }, 12 * MIN)) ?? '';
    await line(db, second, 'on zoom', 13 * MIN);
    await continueMeeting(db, second, first, 13 * MIN);
    expect(await db.meetings.count()).toBe(1);
    const row = await db.meetings.get(first);
    expect(row).toMatchObject({ state: 'live', endedAt: null });
    expect(row?.segments.map((s) => [s.platform, s.from, s.to])).toEqual([['meet', 0, 10 * MIN], ['zoom', 12 * MIN, null]]);
    expect((await db.notes.toArray())[0]).toMatchObject({ meetingId: first, dealId: deal, offsetMs: 13 * MIN });
    expect((await db.presence.get(2))?.meetingId).toBe(first);
  });
});
