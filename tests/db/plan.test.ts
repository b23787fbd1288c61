/** The next meeting: planned on the deal, opened by its room, taken over by the call. */
import { describe, expect, it } from 'vitest';
import { readDealOfRoom } from '@/utils/db/read-deal';
import type { PlannedMeeting } from '@/utils/deal/planned-meeting';
import { joinCall } from '@/utils/services/call/join-call';
import { notePageSignal } from '@/utils/services/call/note-page-signal';
import { undoNewest } from '@/utils/db/change';
import { addPlannedPeople, planMeeting } from '@/utils/services/deal/plan-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
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
    expect((await readDealOfRoom(db, ROOM))?.id).toBe(dealId);
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

  it('empty is none, and one on a deal that is gone is refused', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    await planMeeting(db, dealId, { title: ' ', startsAt: null, endsAt: null, aim: '', room: null, url: '', people: [] }, 1);
    expect((await db.deals.get(dealId))?.next).toBeNull();
    await expect(planMeeting(db, 'gone', plan(), 2)).rejects.toThrow();
  });
});

describe('people of a plan', () => {
  it('become contacts once, and lend the call their side and role', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    await planMeeting(db, dealId, plan(), 1);
    expect(await addPlannedPeople(db, dealId, plan().people, 2)).toBe(2);
    expect(await addPlannedPeople(db, dealId, [...plan().people, { name: 'IT 담당', email: 'IT@hanbit.example' }], 3)).toBe(0);
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
