/** Deletes everything there is on this machine: every table, the copy before a restore, settings, caches. */
import type { BatonDatabase } from '../../db/database';
import { dropSafetyCopy } from '../../db/safety/safety-copy';
import { clearExtensionStorage } from '../../settings/browser-storage';

/** All tables at once or none; the rest follows only after they are empty. */
export async function resetEverything(database: BatonDatabase): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    await Promise.all(database.tables.map((table) => table.clear()));
    // Emptying the others is noted for the index: there is nothing left to index.
    await database.searchDirty.clear();
  });
  await dropSafetyCopy();
  await clearExtensionStorage();
}
