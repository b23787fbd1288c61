/** Drafts: written through on each keystroke, so that no crash costs more than one. */
import type { BatonDatabase } from '../../db/database';
import { recordOfDraft } from '../../db/drafts/line-drafts';

/** Keeps (or with '' forgets) what is typed and not yet sent. What is typed over a record that is gone is not kept. */
export async function saveDraft(database: BatonDatabase, key: string, meetingId: string, text: string, at: number): Promise<void> {
  const row = { key, meetingId, text, updatedAt: at };
  const record = recordOfDraft(key);
  if (text === '') await database.drafts.delete(key);
  else if (!record) await database.drafts.put(row);
  else {
    // Deleted or off the record in another window: the last keystroke here must not bring its words back.
    await database.transaction('rw', database.drafts, database.table(record.table), async () => {
      if (await database.table(record.table).get(record.id)) await database.drafts.put(row);
    });
  }
}

/** Writes a draft that is kept already once more, to the disk; not when it has been sent or has moved to another meeting since. */
export async function settleDraft(database: BatonDatabase, key: string, meetingId: string, text: string, at: number): Promise<void> {
  await database.transaction('rw', database.drafts, async () => {
    if (await database.drafts.get(key)) await database.drafts.put({ key, meetingId, text, updatedAt: at });
  });
}

/** The text that was being typed, or ''. */
export async function readDraft(database: BatonDatabase, key: string): Promise<string> {
  return (await database.drafts.get(key))?.text ?? '';
}

/** The draft key of a capture bar. */
export function captureDraftKey(meetingId: string, dealId: string): string {
  return `capture:${meetingId || dealId}`;
}
