/** Words were taken off the record: their bytes have to leave the disk too. Survives a restart. */
import { storage } from 'wxt/utils/storage';

/** A ticket for what is to be done, or null when there is nothing to do. */
export const scrubDue = storage.defineItem<string | null>('local:scrubDue', { fallback: null });

/** Asks the background to overwrite what the database's files still hold of deleted rows. */
export async function requestScrub(): Promise<void> {
  await scrubDue.setValue(crypto.randomUUID());
}
