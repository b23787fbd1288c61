/** Drafts: written through on each keystroke, so that no crash costs more than one. */
import type { BatonDatabase } from '../../db/database';

/** Keeps (or with '' forgets) what is typed and not yet sent. */
export async function saveDraft(database: BatonDatabase, key: string, meetingId: string, text: string, at: number): Promise<void> {
  if (text === '') await database.drafts.delete(key);
  else await database.drafts.put({ key, meetingId, text, updatedAt: at });
}

/** The text that was being typed, or ''. */
export async function readDraft(database: BatonDatabase, key: string): Promise<string> {
  return (await database.drafts.get(key))?.text ?? '';
}

/** The draft key of a capture bar. */
export function captureDraftKey(meetingId: string, dealId: string): string {
  return `capture:${meetingId || dealId}`;
}
