/** A meeting without any page: phone, in person, desktop app, or a page that cannot be read. */
import type { BatonDatabase } from '../../db/database';
import type { Meeting } from '../../meeting/meeting';
import { blankMeeting } from '../call/join-call';
import { takePlan } from '../deal/plan-meeting';

/** Starts one at `at`, filed under `dealId` (UNFILED when none is picked). */
export async function startManualMeeting(database: BatonDatabase, dealId: string, title: string, at: number): Promise<Meeting> {
  return database.transaction('rw', database.meetings, database.deals, async () => {
    const ordinal = dealId ? (await database.meetings.where({ dealId }).count()) + 1 : 0;
    const plan = await takePlan(database, dealId, null, at);
    const meeting = { ...blankMeeting('manual', null, dealId, ordinal, at), ...plan, title: title || (plan?.title ?? '') };
    await database.meetings.add(meeting);
    return meeting;
  });
}
