/** A meeting without any page: phone, in person, desktop app, or a page that cannot be read. */
import type { BatonDatabase } from '../../db/database';
import type { Meeting } from '../../meeting/meeting';
import { blankMeeting } from '../call/join-call';

/** Starts one at `at`, filed under `dealId` (UNFILED when none is picked). */
export async function startManualMeeting(database: BatonDatabase, dealId: string, title: string, at: number): Promise<Meeting> {
  return database.transaction('rw', database.meetings, async () => {
    const ordinal = dealId ? (await database.meetings.where({ dealId }).count()) + 1 : 0;
    const meeting = { ...blankMeeting('manual', null, dealId, ordinal, at), title };
    await database.meetings.add(meeting);
    return meeting;
  });
}
