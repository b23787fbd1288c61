/** A meeting without any page: phone, in person, desktop app, or a page that cannot be read. */
import type { BatonDatabase } from '../../db/database';
import { UNFILED } from '../../deal/deal';
import type { Meeting } from '../../meeting/meeting';
import { beginMeeting } from './begin-meeting';

/** Starts one at `at`, filed under `dealId` (UNFILED when none is picked, or when the deal was deleted meanwhile: the talk has begun all the same). */
export async function startManualMeeting(database: BatonDatabase, dealId: string, title: string, at: number): Promise<Meeting> {
  return database.transaction('rw', database.meetings, database.deals, database.bin, async () => {
    const deal = dealId === UNFILED ? undefined : await database.deals.get(dealId);
    const blank = await beginMeeting(database, { platform: 'manual', room: null }, deal?.id ?? UNFILED, at);
    const meeting = { ...blank, title: title || blank.title };
    await database.meetings.add(meeting);
    return meeting;
  });
}
