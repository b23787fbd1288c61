/** Words were taken off the record: their bytes have to leave the disk too. Survives a restart. */
import { storedItem } from './stored-item';

/** A ticket for what is to be done, or null when there is nothing to do. */
export const scrubDue = storedItem<string | null>('local', 'scrubDue', null);

/** The same for the names in the browser's file of context menus. */
export const menuScrubDue = storedItem<string | null>('local', 'menuScrubDue', null);

/** Asks the background to overwrite what the database's files still hold of deleted rows. */
export async function requestScrub(): Promise<void> {
  await scrubDue.setValue(crypto.randomUUID());
}
