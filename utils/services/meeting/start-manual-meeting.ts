/** A meeting without any page: phone, in person, desktop app, or a page that cannot be read. */
import type { BatonDatabase } from '../../db/database';
import type { Meeting } from '../../meeting/meeting';
import { beginMeeting } from './begin-meeting';

/** Starts one at `at`, filed under `dealId` (UNFILED when none is picked). */
export async function startManualMeeting(database: BatonDatabase, dealId: string, title: string, at: number): Promise<Meeting> {
  return database.transaction('rw', database.meetings, database.deals, database.bin, async () => {
    const blank = await beginMeeting(database, { platform: 'manual', room: null }, dealId, at);
    const meeting = { ...blank, title: title || blank.title };
    await database.meetings.add(meeting);
    return meeting;
  });
}
