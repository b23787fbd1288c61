/** Deletes everything there is on this machine: every table, the copy before a restore, settings, caches. */
import type { BatonDatabase } from '../../db/database';
import { dropSafetyCopy } from '../../db/safety/safety-copy';
import { requestScrub } from '../../settings/scrub-due';
import { clearExtensionStorage } from '../../settings/browser-storage';

/** Empties all tables, at once or none. */
export async function emptyDatabase(database: BatonDatabase): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    await database.searchDirty.clear();
    // Emptying the others is noted for the index: a page that is building it from rows read before starts again, and finds nothing.
    await Promise.all(database.tables.filter((table) => table.name !== 'searchDirty').map((table) => table.clear()));
  });
}

/** The tables first; the rest follows only after they are empty. */
export async function resetEverything(database: BatonDatabase): Promise<void> {
  await emptyDatabase(database);
  await dropSafetyCopy();
  await clearExtensionStorage();
  // Deleted rows stay in the database's files until they are compacted: now.
  await requestScrub();
}
