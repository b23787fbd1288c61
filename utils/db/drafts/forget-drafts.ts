/** Takes drafts off the record, whole or in part. */
import type { Transaction } from 'dexie';
import Dexie from 'dexie';
import type { BatonDatabase } from '../database';
import type { DraftRow } from '../rows';
import { cutDraft } from './draft-fields';
import type { Forgotten } from './forgotten';
import { forgottenChannel } from './forgotten';

/**
 * Deletes the drafts, or cuts out of them what they say under `names`, and tells every window in which one is open once that is certain.
 * Call it inside a transaction.
 */
export async function forgetDrafts(database: BatonDatabase, goes: (draft: DraftRow) => boolean, names: readonly string[] | null = null): Promise<void> {
  const drafts = await database.drafts.filter(goes).toArray();
  if (drafts.length === 0) return;
  for (const draft of drafts) await putCut(database, draft, names);
  const keys = drafts.map(({ key }) => key);
  const tell = (): void => {
    const channel = forgottenChannel(database);
    channel.postMessage({ keys, names } satisfies Forgotten);
    channel.close();
  };
  // Outside of any there is none, whatever the type says.
  const running = Dexie.currentTransaction as Transaction | null;
  if (running) running.on('complete', tell);
  else tell();
}

async function putCut(database: BatonDatabase, draft: DraftRow, names: readonly string[] | null): Promise<void> {
  const text = cutDraft(draft.text, names);
  if (text === '') await database.drafts.delete(draft.key);
  else await database.drafts.put({ ...draft, text });
}
