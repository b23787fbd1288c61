/** The databases that may stand beside the real one: the copy before a restore, practice, and rows on their way through an upgrade. */
import Dexie from 'dexie';
import { DATABASE_NAME } from '../database';

/** Rows of an older backup pass through a database of this name; a browser that is killed meanwhile leaves it behind. */
export const MIGRATING = `${DATABASE_NAME}-migrating-`;
/** Longer than any open page needs to let go. */
const PATIENCE_MS = 5_000;

/** Deletes the databases whose names begin so. One that a page holds on to is deleted by the browser once it is let go. */
async function deleteBeginningWith(start: string): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(start) ? [name] : []));
  const patience = new Promise<void>((resolve) => { setTimeout(resolve, PATIENCE_MS); });
  await Promise.all(names.map(async (name) => Promise.race([Dexie.delete(name), patience])));
}

/** Deletes what a killed restore left behind. To be called when no restore can be running: when the browser starts. */
export async function dropLeftBehind(): Promise<void> {
  await deleteBeginningWith(MIGRATING);
}

/** Deletes every database but the real one. */
export async function deleteAllBeside(): Promise<void> {
  await deleteBeginningWith(`${DATABASE_NAME}-`);
}
