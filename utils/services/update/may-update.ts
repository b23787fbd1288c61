/** An update waits while a meeting runs: nobody is thrown out of a call for a new version. */
import type { BatonDatabase } from '../../db/database';
import { readRunning } from '../../db/library/read-running';

/** True when no meeting runs and none of Baton's pages is open (`openPages`). */
export async function mayUpdate(database: BatonDatabase, openPages: number, at: number): Promise<boolean> {
  if (openPages > 0) return false;
  return (await readRunning(database, at)).length === 0;
}
