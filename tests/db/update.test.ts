import { describe, expect, it } from 'vitest';
import { leaveCall } from '@/utils/services/call/leave-call';
import { notePageSignal } from '@/utils/services/call/note-page-signal';
import { markOrphans } from '@/utils/services/update/mark-orphans';
import { mayUpdate } from '@/utils/services/update/may-update';
import { freshDatabase } from './rows';

const HOUR = 3_600_000;
const TAB = { tabId: 1, windowId: 1, platform: 'meet' as const };

describe('an update', () => {
  it('waits while a meeting runs, and while a page of Baton is open', async () => {
    const db = freshDatabase();
    expect(await mayUpdate(db, 0, HOUR)).toBe(true);
    expect(await mayUpdate(db, 1, HOUR)).toBe(false);
    await notePageSignal(db, TAB, { type: 'joined', room: 'meet:a', at: 0 }, HOUR);
    expect(await mayUpdate(db, 0, 2 * HOUR)).toBe(false);
    await leaveCall(db, 1, 3 * HOUR);
    expect(await mayUpdate(db, 0, 3 * HOUR)).toBe(true);
  });

  it('is not held for ever by a meeting that nobody ended', async () => {
    const db = freshDatabase();
    await notePageSignal(db, TAB, { type: 'joined', room: 'meet:a', at: 0 }, 0);
    expect(await mayUpdate(db, 0, 12 * HOUR)).toBe(false);
    expect(await mayUpdate(db, 0, 12 * HOUR + 1)).toBe(true);
  });

  it('says of pages from before that they need a reload, keeps their meeting, and hears them again', async () => {
    const db = freshDatabase();
    const id = await notePageSignal(db, TAB, { type: 'joined', room: 'meet:a', at: 0 }, 1000);
    await markOrphans(db, [TAB, { ...TAB, tabId: 2 }], 5000, 6000);
    expect(await db.presence.get(1)).toMatchObject({ state: 'blind', blind: 'orphaned', meetingId: id, room: 'meet:a' });
    expect(await db.presence.get(2)).toMatchObject({ state: 'blind', blind: 'orphaned', meetingId: null });
    expect((await db.meetings.toArray())[0]?.state).toBe('live');
    expect(await notePageSignal(db, TAB, { type: 'joined', room: 'meet:a', at: 0 }, 9000)).toBe(id);
    expect(await db.presence.get(1)).toMatchObject({ state: 'joined', blind: null });
    expect(await db.meetings.count()).toBe(1);
  });

  it('leaves pages alone that were heard of since', async () => {
    const db = freshDatabase();
    await notePageSignal(db, TAB, { type: 'joined', room: 'meet:a', at: 0 }, 7000);
    await markOrphans(db, [TAB], 5000, 8000);
    expect(await db.presence.get(1)).toMatchObject({ state: 'joined' });
  });
});
