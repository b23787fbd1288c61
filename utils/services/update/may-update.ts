/** An update waits while a meeting runs: nobody is thrown out of a call for a new version. */
import type { BatonDatabase } from '../../db/database';
import { mayStillRun } from '../../meeting/continuity';

/** True when no meeting runs and none of Baton's pages is open (`openPages`). */
export async function mayUpdate(database: BatonDatabase, openPages: number, at: number): Promise<boolean> {
  if (openPages > 0) return false;
  const live = await database.meetings.where({ state: 'live' }).toArray();
  return !live.some((meeting) => mayStillRun(meeting, at));
}
