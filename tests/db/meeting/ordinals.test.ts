/** Which number a meeting has within its deal: never the same twice. */
import { describe, expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import type { BatonDatabase } from '@/utils/db/database';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { emptyBin } from '@/utils/services/bin/purge-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { joinCall } from '@/utils/services/call/join-call';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { freshDatabase, someDeal } from '../rows';

const DAY = 86_400_000;
const page = { tabId: 1, windowId: 1, platform: 'meet' as const, room: 'meet:a' };

async function held(db: BatonDatabase, dealId: string, day: number): Promise<string> {
  const { id } = await startManualMeeting(db, dealId, '', day * DAY);
  await endMeeting(db, id, day * DAY + 1);
  return id;
}

async function ordinals(db: BatonDatabase, dealId: string): Promise<number[]> {
  return (await db.meetings.where({ dealId }).sortBy('startedAt')).map((m) => m.ordinal);
}

describe('the number of a meeting', () => {
  it('is given once, whichever meeting was deleted, in a call, by hand and by filing', async () => {
    const db = freshDatabase();
    const deal = await someDeal(db);
    const [first] = [await held(db, deal, 1), await held(db, deal, 2), await held(db, deal, 3)];
    await deleteToBin(db, 'meeting', first, '', 4 * DAY);
    await emptyBin(db, null);
    await db.deals.update(deal, { rooms: ['meet:a'] });
    await joinCall(db, page, 5 * DAY);
    await held(db, deal, 6);
    expect(await ordinals(db, deal)).toEqual([2, 3, 4, 5]);
    // Held long ago, filed now: it doesn't take the number of one that was filed before.
    await fileMeeting(db, await held(db, '', 2.5), deal, 7 * DAY);
    expect(await ordinals(db, deal)).toEqual([2, 6, 3, 4, 5]);
  });

  it('waits for a meeting in the bin', async () => {
    const db = freshDatabase();
    const deal = await someDeal(db);
    const last = [await held(db, deal, 1), await held(db, deal, 2)].at(-1) ?? '';
    const bin = await deleteToBin(db, 'meeting', last, '', 3 * DAY);
    await held(db, deal, 4);
    await restoreFromBin(db, bin ?? '', 5 * DAY);
    expect(await ordinals(db, deal)).toEqual([1, 2, 3]);
  });

  it('stays when the meeting is filed where it is, and is another one when undo brings it back too late', async () => {
    const db = freshDatabase();
    const [deal, other] = [await someDeal(db), await someDeal(db, 'Other', 'Other')];
    const moved = [await held(db, deal, 1), await held(db, deal, 2)].at(-1) ?? '';
    await fileMeeting(db, moved, deal, 3 * DAY);
    expect(await ordinals(db, deal)).toEqual([1, 2]);
    await fileMeeting(db, moved, other, 3 * DAY);
    expect(await ordinals(db, other)).toEqual([1]);
    await held(db, deal, 4);
    await undoNewest(db, moved);
    expect(await ordinals(db, deal)).toEqual([1, 3, 2]);
    expect(await ordinals(db, other)).toEqual([]);
  });

  it('is none while no deal is picked', async () => {
    const db = freshDatabase();
    await held(db, '', 1);
    expect((await db.meetings.get(await held(db, '', 2)))?.ordinal).toBe(0);
  });
});
