/** An update waits while a meeting runs: nobody is thrown out of a call for a new version. */
import type { BatonDatabase } from '../../db/database';

/** A meeting that nobody ended would hold updates for ever: after this long it is over. */
const LONGEST_CALL_MS = 12 * 3_600_000;

/** True when no meeting runs and none of Baton's pages is open (`openPages`). */
export async function mayUpdate(database: BatonDatabase, openPages: number, at: number): Promise<boolean> {
  if (openPages > 0) return false;
  const live = await database.meetings.where({ state: 'live' }).toArray();
  return live.every((meeting) => at - Math.max(meeting.startedAt, meeting.updatedAt) > LONGEST_CALL_MS);
}
