/** What is due goes without anybody opening anything, and a wrong clock deletes nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
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
