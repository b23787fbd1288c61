/** Drafts: written through on each keystroke, so that no crash costs more than one. */
import type { BatonDatabase } from '../../db/database';
import type { DraftKey } from '../../db/drafts/draft-keys';
import { draftKey } from '../../db/drafts/draft-keys';
import { ownerOf } from '../../db/drafts/draft-owners';

/** The bar of a running call: nothing is looked up between a key and the disk. */
const AT_ONCE = 'capture:';

/** Keeps (or with '' forgets) what is typed and not yet sent. What is typed over a record that is gone is not kept. */
export async function saveDraft(database: BatonDatabase, key: DraftKey, meetingId: string, text: string, at: number): Promise<void> {
  const row = { key, meetingId, text, updatedAt: at };
  const owner = key.startsWith(AT_ONCE) ? null : ownerOf(key);
  if (text === '') await database.drafts.delete(key);
  else if (!owner) await database.drafts.put(row);
  else {
    // Deleted or off the record in another window: the last keystroke here must not bring its words back.
    await database.transaction('rw', database.drafts, database.table(owner.table), async () => {
      if (await database.table(owner.table).get(owner.id)) await database.drafts.put(row);
    });
  }
}

/** Writes a draft that is kept already once more, to the disk; not when it has been sent or has moved to another meeting since. */
export async function settleDraft(database: BatonDatabase, key: DraftKey, meetingId: string, text: string, at: number): Promise<void> {
  await database.transaction('rw', database.drafts, async () => {
    if (await database.drafts.get(key)) await database.drafts.put({ key, meetingId, text, updatedAt: at });
  });
}

/** The text that was being typed, or ''. */
export async function readDraft(database: BatonDatabase, key: DraftKey): Promise<string> {
  return (await database.drafts.get(key))?.text ?? '';
}

/** The draft key of a capture bar. */
export function captureDraftKey(meetingId: string, dealId: string): DraftKey {
  return draftKey('capture', meetingId || dealId);
}
