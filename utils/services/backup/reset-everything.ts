/** Deletes everything there is on this machine: every table, every database beside them, settings, caches, names in the context menu. */
import type { BatonDatabase } from '../../db/database';
import { deleteAllBeside } from '../../db/safety/beside';
import { dropSafetyCopy } from '../../db/safety/safety-copy';
import { menuNews } from '../../settings/capture-news';
import { menuScrubDue, requestScrub } from '../../settings/scrub-due';
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
  await deleteAllBeside();
  await clearExtensionStorage();
  // The browser keeps the context menu on the disk, with the names in it: the worker makes it anew, and makes the file forget.
  await menuNews.setValue(crypto.randomUUID());
  await menuScrubDue.setValue(crypto.randomUUID());
  // Deleted rows stay in the database's files until they are compacted: now.
  await requestScrub();
}
