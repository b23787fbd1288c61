/** What is due goes without anybody opening anything, and a wrong clock deletes nothing. */
import { liveQuery } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { readSoonDeleted } from '@/utils/db/library/read-retention';
import { captureLine } from '@/utils/services/capture/capture-line';
import { joinCall } from '@/utils/services/call/join-call';
import { notePageSignal } from '@/utils/services/call/note-page-signal';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { setDeleteBy } from '@/utils/services/retention/keep-meeting';
import { takeCare, takeDailyCare } from '@/utils/services/retention/take-care';
import { careDay } from '@/utils/settings/care-day';
import { freshDatabase, someDeal } from '../rows';

const AT = Date.UTC(2026, 0, 31, 9);
const DAY = 86_400_000;
let database: BatonDatabase;

beforeEach(async () => {
  await careDay.setValue(null);
  database = freshDatabase();
  const dealId = await someDeal(database);
  const meeting = await startManualMeeting(database, dealId, '1차', AT);
  const said = async (): Promise<string> => (await captureLine(database, '메모', { meeting, dealId, focus: null, me: '', kind: null }, AT))?.id ?? '';
  await said();
  await deleteToBin(database, 'note', await said(), '메모', AT);
  await database.meetings.update(meeting.id, { state: 'closed' });
  await setDeleteBy(database, meeting.id, '2026-02-20', AT);
});

const left = async (): Promise<number[]> => Promise.all([database.notes.count(), database.bin.count()]);

describe('care', () => {
  it('is taken once a day, whenever the worker starts', async () => {
    await takeDailyCare(database, AT);
    expect(await left()).toEqual([1, 1]);
    await takeDailyCare(database, AT + 7 * DAY);
    expect(await left()).toEqual([1, 0]);
    await takeDailyCare(database, AT + 20 * DAY);
    expect(await left()).toEqual([0, 0]);
  });

  it('deletes nothing for a clock that jumped years ahead, unless it still says so the next day', async () => {
    await takeDailyCare(database, AT);
    const wrong = AT + 3_000 * DAY;
    await takeDailyCare(database, wrong);
    await takeCare(database, wrong + 3_600_000);
    expect(await left()).toEqual([1, 1]);
    await takeCare(database, AT + DAY);
    expect(await left()).toEqual([1, 1]);
    await takeDailyCare(database, wrong);
    await takeDailyCare(database, wrong + DAY);
    expect(await left()).toEqual([0, 0]);
  });

  it('waits while a page is in a call, and is made up for', async () => {
    await joinCall(database, { tabId: 1, windowId: 1, platform: 'meet', room: 'meet:abc-defg-hij' }, AT + 20 * DAY);
    await takeDailyCare(database, AT + 20 * DAY);
    expect(await left()).toEqual([1, 1]);
    await database.presence.clear();
    await takeDailyCare(database, AT + 20 * DAY);
    expect(await left()).toEqual([0, 0]);
  });

  it.each([
    ['begun by hand', async () => { await startManualMeeting(database, '', '전화', AT + 20 * DAY); }],
    ['on a page that can’t be read', async () => { await notePageSignal(database, { tabId: 1, windowId: 1, platform: 'meet' }, { type: 'blind', room: 'meet:abc-defg-hij', reason: 'people_not_found' }, AT + 20 * DAY); }],
  ])('waits during a call %s, but not for ever for one that nobody ended', async (_what, call) => {
    await call();
    await takeDailyCare(database, AT + 20 * DAY + 3_600_000);
    expect(await left()).toEqual([1, 1]);
    await takeDailyCare(database, AT + 21 * DAY);
    expect(await left()).toEqual([0, 0]);
  });
});

describe('a meeting that nobody ended', () => {
  const HOUR = 3_600_000;
  const live = async () => startManualMeeting(database, await someDeal(database, 'Halden', 'Expenses'), 'by hand', AT);

  it('is ended at the last that was heard of it, and waits for its review', async () => {
    const meeting = await live();
    await captureLine(database, 'the last word', { meeting, dealId: meeting.dealId, focus: null, me: '', kind: null }, AT + 2 * HOUR);
    await takeCare(database, AT + 14 * HOUR);
    expect(await database.meetings.get(meeting.id)).toMatchObject({ state: 'live', endedAt: null });
    await takeCare(database, AT + 14 * HOUR + 1);
    expect(await database.meetings.get(meeting.id)).toMatchObject({ state: 'wrap_up', endedAt: AT + 2 * HOUR, segments: [{ from: AT, to: AT + 2 * HOUR }] });
  });

  it('is ended after a killed browser, also while another one is in a call, which goes on', async () => {
    const lost = await joinCall(database, { tabId: 1, windowId: 1, platform: 'meet', room: 'meet:aaa-aaaa-aaa' }, AT);
    await database.presence.clear();
    const running = await joinCall(database, { tabId: 2, windowId: 1, platform: 'meet', room: 'meet:bbb-bbbb-bbb' }, AT + 13 * HOUR);
    await takeCare(database, AT + 13 * HOUR);
    expect((await database.meetings.bulkGet([lost, running])).map((m) => [m?.state, m?.endedAt])).toEqual([['wrap_up', AT], ['live', null]]);
  });

  it('goes on while its tab is heard of, and what was ended before stays as it was', async () => {
    const id = await joinCall(database, { tabId: 1, windowId: 1, platform: 'meet', room: 'meet:aaa-aaaa-aaa' }, AT);
    await database.presence.update(1, { at: AT + 5 * HOUR });
    const before = await database.meetings.where('state').notEqual('live').toArray();
    await takeCare(database, AT + 17 * HOUR);
    expect((await database.meetings.get(id))?.state).toBe('live');
    expect(await database.meetings.where('state').notEqual('live').toArray()).toEqual(before);
  });
});

describe('what is deleted soon', () => {
  it('is not read again when a running call writes, only when it is over or another day is set', async () => {
    const first = (await database.meetings.toArray())[0]?.id ?? '';
    const call = await startManualMeeting(database, '', '통화', AT + DAY);
    const heard: string[] = [];
    const on = (what: string, read: () => Promise<unknown>) => liveQuery(async () => { await read(); heard.push(what); }).subscribe(() => undefined);
    const lists = [on('soon', () => readSoonDeleted(database, 1, AT + 18 * DAY)), on('call', () => database.meetings.get(call.id))];
    await expect.poll(() => heard.sort()).toEqual(['call', 'soon']);
    await database.meetings.put({ ...call, title: '통화 중' });
    await expect.poll(() => heard.filter((what) => what === 'call').length).toBe(2);
    // Had it been told of the call too, it would have read in the same turn.
    await database.transaction('rw', database.tables, () => database.deals.count());
    expect(heard.filter((what) => what === 'soon')).toHaveLength(1);
    await setDeleteBy(database, first, '2026-02-21', AT);
    await expect.poll(() => heard.filter((what) => what === 'soon').length).toBe(2);
    await database.meetings.update(call.id, { state: 'wrap_up', endedAt: AT + DAY });
    await expect.poll(() => heard.filter((what) => what === 'soon').length).toBe(3);
    for (const list of lists) list.unsubscribe();
    expect((await readSoonDeleted(database, 1, AT + 30 * DAY)).map(({ id }) => id)).toEqual([first, call.id]);
  });

  it('is all of it, oldest first, however many meetings there are', async () => {
    const [one] = await database.meetings.toArray();
    if (!one) throw new Error('no meeting');
    await database.meetings.clear();
    await database.meetings.bulkAdd(Array.from({ length: 130 }, (_, i) => ({ ...one, id: `m${String(i)}`, state: i % 2 === 0 ? 'closed' as const : 'wrap_up' as const, startedAt: AT - i, deleteBy: i % 3 === 0 ? null : '2026-02-20' })));
    const due = Array.from({ length: 130 }, (_, i) => i).filter((i) => i % 3 !== 0).reverse();
    expect((await readSoonDeleted(database, 1, AT + 18 * DAY)).map(({ id }) => id)).toEqual(due.map((i) => `m${String(i)}`));
  });
});
