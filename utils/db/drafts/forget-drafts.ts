/** Takes drafts off the record. */
import type { Transaction } from 'dexie';
import Dexie from 'dexie';
import type { BatonDatabase } from '../database';
import type { DraftRow } from '../rows';
import { forgottenChannel } from './forgotten';

/** Deletes the drafts, and tells every window in which one is open once that is certain. Call it inside a transaction. */
export async function forgetDrafts(database: BatonDatabase, goes: (draft: DraftRow) => boolean): Promise<void> {
  const keys = await database.drafts.filter(goes).primaryKeys();
  if (keys.length === 0) return;
  await database.drafts.bulkDelete(keys);
  const tell = (): void => {
    const channel = forgottenChannel(database);
    channel.postMessage(keys);
    channel.close();
  };
  // Outside of any there is none, whatever the type says.
  const running = Dexie.currentTransaction as Transaction | null;
  if (running) running.on('complete', tell);
  else tell();
}
