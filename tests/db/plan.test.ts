/** The next meeting: planned on the deal, opened by its room, taken over by the call. */
import { describe, expect, it } from 'vitest';
import { readDealOfRoom } from '@/utils/db/deal-of-room';
import type { PlannedMeeting } from '@/utils/deal/planned-meeting';
import { joinCall } from '@/utils/services/call/join-call';
import { notePageSignal } from '@/utils/services/call/note-page-signal';
import { undoNewest } from '@/utils/db/undo/change';
import { editDeal } from '@/utils/services/deal/create-deal';
import { addPlannedPeople, planMeeting } from '@/utils/services/deal/plan-meeting';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { freshDatabase, someDeal } from './rows';

const HOUR = 3_600_000;
const AT = Date.UTC(2026, 10, 26, 5);
const ROOM = 'meet:abc-defg-hij';
const plan = (part: Partial<PlannedMeeting> = {}): PlannedMeeting => ({
  title: '2차 미팅', startsAt: AT, endsAt: AT + HOUR, aim: '연동 범위 확정', room: ROOM, url: 'https://meet.google.com/abc-defg-hij',
  people: [{ name: '이수민', email: 'sumin@hanbit.example' }, { name: '', email: 'it@hanbit.example' }], ...part,
});
const page = (tabId: number, room = ROOM) => ({ tabId, windowId: 1, platform: 'meet' as const, room });

describe('a planned meeting', () => {
  it('opens the next call of its room on its deal, with title and aim, once', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    await planMeeting(db, dealId, plan(), 1);
    expect((await readDealOfRoom(db, ROOM, AT))?.id).toBe(dealId);
    const first = await joinCall(db, page(1), AT - 5 * 60_000);
    expect(await db.meetings.get(first)).toMatchObject({ dealId, title: '2차 미팅', aim: '연동 범위 확정', ordinal: 1 });
    expect((await db.deals.get(dealId))?.next).toBeNull();
    // The page's own title does not rename what the rep named.
    await notePageSignal(db, { tabId: 1, windowId: 1, platform: 'meet' }, { type: 'title', room: ROOM, title: 'Meet' }, AT);
    expect((await db.meetings.get(first))?.title).toBe('2차 미팅');
    const later = await joinCall(db, page(2), AT + 48 * HOUR);
    expect(await db.meetings.get(later)).toMatchObject({ dealId, title: '', aim: '' });
  });

  it('waits for its day: another call in the same room leaves it alone', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    await planMeeting(db, dealId, plan(), 1);
    const early = await joinCall(db, page(1), AT - 13 * HOUR);
    expect(await db.meetings.get(early)).toMatchObject({ dealId, aim: '' });
    expect((await db.deals.get(dealId))?.next?.aim).toBe('연동 범위 확정');
  });

  it('is taken over by a meeting without a page, and by one that is filed later; not by one in another room', async () => {
    const db = freshDatabase();
    const [a, b, c] = [await someDeal(db, 'A', '1'), await someDeal(db, 'B', '2'), await someDeal(db, 'C', '3')];
    for (const dealId of [a, b, c]) await planMeeting(db, dealId, plan({ room: dealId === c ? ROOM : null }), 1);
    expect(await startManualMeeting(db, a, '', AT)).toMatchObject({ title: '2차 미팅', aim: '연동 범위 확정' });
    const loose = await startManualMeeting(db, '', '전화', AT);
    await fileMeeting(db, loose.id, b, AT + 1);
    expect(await db.meetings.get(loose.id)).toMatchObject({ dealId: b, title: '전화', aim: '연동 범위 확정' });
    expect((await db.deals.get(b))?.next).toBeNull();
    await undoNewest(db, loose.id);
    expect((await db.deals.get(b))?.next?.aim).toBe('연동 범위 확정');
    const other = await joinCall(db, page(3, 'meet:zzz-zzzz-zzz'), AT);
    await fileMeeting(db, other, c, AT + 1);
    expect(await db.meetings.get(other)).toMatchObject({ dealId: c, aim: '' });
  });

  it('changed to another room leaves the old one, unless the deal has met there', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    await planMeeting(db, dealId, plan(), 1);
    await planMeeting(db, dealId, plan({ room: 'zoom:1234567890' }), 2);
    expect((await db.deals.get(dealId))?.rooms).toEqual(['zoom:1234567890']);
    await planMeeting(db, dealId, null, 3);
    expect(await db.deals.get(dealId)).toMatchObject({ rooms: [], next: null });
    await planMeeting(db, dealId, plan(), 4);
    await joinCall(db, page(1), AT);
    await planMeeting(db, dealId, plan({ startsAt: AT + 24 * HOUR }), 5);
    await planMeeting(db, dealId, null, 6);
    expect((await db.deals.get(dealId))?.rooms).toEqual([ROOM]);
  });

  it('is changed where it was touched, as it is by then', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    await planMeeting(db, dealId, plan({ aim: '' }), 1);
    await planMeeting(db, dealId, { aim: 'typed in one window' }, 2);
    await planMeeting(db, dealId, { startsAt: AT + HOUR, endsAt: null }, 3);
    expect((await db.deals.get(dealId))?.next).toEqual(plan({ aim: 'typed in one window', startsAt: AT + HOUR, endsAt: null }));
    await planMeeting(db, dealId, { url: '', room: null }, 4);
    expect(await db.deals.get(dealId)).toMatchObject({ rooms: [], next: { room: null } });
    // Taken over by a call meanwhile: what is touched now is a plan of its own.
    await planMeeting(db, dealId, null, 5);
    await planMeeting(db, dealId, { aim: 'the next one' }, 6);
    expect((await db.deals.get(dealId))?.next).toEqual({ title: '', startsAt: null, endsAt: null, aim: 'the next one', room: null, url: '', people: [] });
  });

  it('empty is none, and one on a deal that is gone is refused', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    await planMeeting(db, dealId, { title: ' ', startsAt: null, endsAt: null, aim: '', room: null, url: '', people: [] }, 1);
    expect((await db.deals.get(dealId))?.next).toBeNull();
    await expect(planMeeting(db, 'gone', plan(), 2)).rejects.toThrow();
  });
});

describe('two customers in one room', () => {
  const MORNING = AT;
  const AFTERNOON = AT + 5 * HOUR;
  /** A at ten and B at three, prepared in this order, in the rep's personal room. */
  async function both() {
    const db = freshDatabase();
    const [a, b] = [await someDeal(db, 'A', 'a'), await someDeal(db, 'B', 'b')];
    await planMeeting(db, a, plan({ title: 'A at ten', aim: 'aim of A', startsAt: MORNING }), 1);
    await planMeeting(db, b, plan({ title: 'B at three', aim: 'aim of B', startsAt: AFTERNOON }), 2);
    const titles = async () => Object.fromEntries((await db.deals.toArray()).map((d) => [d.id, d.next?.title ?? null]));
    return { db, a, b, titles };
  }

  it('each call opens on the deal that is planned for its time', async () => {
    const { db, a, b, titles } = await both();
    const first = await joinCall(db, page(1), MORNING);
    expect(await db.meetings.get(first)).toMatchObject({ dealId: a, title: 'A at ten', aim: 'aim of A' });
    expect(await titles()).toEqual({ [a]: null, [b]: 'B at three' });
    const second = await joinCall(db, page(2), AFTERNOON);
    expect(await db.meetings.get(second)).toMatchObject({ dealId: b, title: 'B at three', aim: 'aim of B' });
  });

  it('editing another deal of the room after preparing this one changes nothing', async () => {
    const db = freshDatabase();
    const [a, b] = [await someDeal(db, 'A', 'a'), await someDeal(db, 'B', 'b')];
    await planMeeting(db, b, plan(), 1);
    await db.deals.update(a, { rooms: [ROOM] });
    await editDeal(db, a, { stage: 'contract' }, '', 9);
    expect(await db.meetings.get(await joinCall(db, page(1), AT))).toMatchObject({ dealId: b, aim: '연동 범위 확정' });
  });

  it('a call moved from one to the other gives its plan back and takes the right one', async () => {
    const { db, a, b, titles } = await both();
    // Much too early for the plan of A: the call opened on B, whose time is nearer.
    const id = await joinCall(db, page(1), AFTERNOON - HOUR);
    expect(await db.meetings.get(id)).toMatchObject({ dealId: b, title: 'B at three' });
    await fileMeeting(db, id, a, AFTERNOON - HOUR + 1);
    expect(await db.meetings.get(id)).toMatchObject({ dealId: a, title: 'A at ten', aim: 'aim of A' });
    expect(await titles()).toEqual({ [a]: null, [b]: 'B at three' });
    const later = await joinCall(db, page(2), AFTERNOON);
    expect(await db.meetings.get(later)).toMatchObject({ dealId: b, title: 'B at three', aim: 'aim of B' });
  });

  it('and back again, and undone, each has its own', async () => {
    const { db, a, b, titles } = await both();
    const id = await joinCall(db, page(1), AFTERNOON);
    await fileMeeting(db, id, a, AFTERNOON + 1);
    await undoNewest(db, id);
    expect(await db.meetings.get(id)).toMatchObject({ dealId: b, title: 'B at three' });
    expect(await titles()).toEqual({ [a]: 'A at ten', [b]: null });
    await fileMeeting(db, id, a, AFTERNOON + 2);
    await fileMeeting(db, id, b, AFTERNOON + 3);
    expect(await db.meetings.get(id)).toMatchObject({ dealId: b, title: 'B at three', aim: 'aim of B' });
    expect(await titles()).toEqual({ [a]: 'A at ten', [b]: null });
    // Filed where it is: nothing is given back, and the room stays.
    await fileMeeting(db, id, b, AFTERNOON + 4);
    expect(await titles()).toEqual({ [a]: 'A at ten', [b]: null });
    expect((await db.deals.get(b))?.rooms).toEqual([ROOM]);
  });

  it('what the rep typed himself stays; a plan that is over or was made anew is not overwritten', async () => {
    const { db, a, b, titles } = await both();
    const id = await joinCall(db, page(1), AFTERNOON);
    await editMeeting(db, id, { title: 'my own title' }, AFTERNOON + 1);
    await planMeeting(db, b, plan({ title: 'B next week', startsAt: AFTERNOON + 168 * HOUR }), AFTERNOON + 2);
    await fileMeeting(db, id, a, AFTERNOON + 3);
    expect(await db.meetings.get(id)).toMatchObject({ title: 'my own title', aim: 'aim of A' });
    expect(await titles()).toEqual({ [a]: null, [b]: 'B next week' });
    await fileMeeting(db, id, b, AFTERNOON + 24 * HOUR);
    expect(await db.meetings.get(id)).toMatchObject({ dealId: b, title: 'my own title', aim: '' });
    expect(await titles()).toEqual({ [a]: null, [b]: 'B next week' });
  });

  it('a plan whose time is over is not given back, and its room leads to that deal no longer', async () => {
    const { db, a, b } = await both();
    const id = await joinCall(db, page(1), AFTERNOON);
    await fileMeeting(db, id, a, AFTERNOON + 13 * HOUR);
    expect((await db.deals.get(b))?.next ?? null).toBeNull();
    expect((await db.deals.get(b))?.rooms).toEqual([]);
  });

  it('a deleted text takes the plan that it was begun with along', async () => {
    const { db } = await both();
    const id = await joinCall(db, page(1), AFTERNOON);
    await purgeMeeting(db, id, AFTERNOON + HOUR);
    expect(JSON.stringify(await db.meetings.get(id))).not.toContain('B at three');
  });
});

describe('people of a plan', () => {
  it('become contacts once, and lend the call their side and role', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    await planMeeting(db, dealId, plan(), 1);
    expect(await addPlannedPeople(db, dealId, plan().people, 2)).toHaveLength(2);
    expect(await addPlannedPeople(db, dealId, [...plan().people, { name: 'IT 담당', email: 'IT@hanbit.example' }], 3)).toEqual([]);
    const sumin = (await db.contacts.toArray()).find((c) => c.name === '이수민');
    await db.contacts.update(sumin?.id ?? '', { side: 'customer', role: '물류팀장' });
    const id = await joinCall(db, page(1), AT);
    const people = [{ name: '이수민', self: false }, { name: 'it@hanbit.example', self: false }, { name: '박서연', self: true }];
    await notePageSignal(db, { tabId: 1, windowId: 1, platform: 'meet' }, { type: 'participants', room: ROOM, people, complete: true }, AT + 1);
    expect((await db.meetings.get(id))?.participants.map((p) => [p.name, p.side, p.role])).toEqual([
      ['이수민', 'customer', '물류팀장'], ['it@hanbit.example', 'unknown', ''], ['박서연', 'sales', ''],
    ]);
  });
});

it('moving a meeting takes its evidence along', async () => {
  const db = freshDatabase();
  const [a, b] = [await someDeal(db, 'A', '1'), await someDeal(db, 'B', '2')];
  const meeting = await startManualMeeting(db, a, '', AT);
  await db.clips.add({ id: 'c', dealId: a, meetingId: meeting.id, itemId: null, topic: null, kind: 'link', limit: null, url: 'https://a.example/', title: 't', siteName: '', byline: '', language: '', direction: 'ltr', html: '', text: '', at: 1, updatedAt: 1 });
  await fileMeeting(db, meeting.id, b, AT + 1);
  expect((await db.clips.get('c'))?.dealId).toBe(b);
});
