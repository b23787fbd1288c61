/** Drafts: written through on each keystroke, so that no crash costs more than one. */
import type { BatonDatabase } from '../../db/database';
import { cutDraft } from '../../db/drafts/draft-fields';
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

/** Writes a draft that is kept already once more, to the disk, in the meeting it is of by now; not when it was sent or forgotten since, or says something else. */
export async function settleDraft(database: BatonDatabase, key: DraftKey, text: string, at: number): Promise<void> {
  await database.transaction('rw', database.drafts, async () => {
    const kept = await database.drafts.get(key);
    if (kept?.text === text) await database.drafts.put({ ...kept, updatedAt: at });
  });
}

/** Forgets the draft, or the fields of these names in it, once more: a window that heard of it too late had written it again. */
export async function forgetAgain(database: BatonDatabase, key: DraftKey, names: readonly string[] | null): Promise<void> {
  await database.transaction('rw', database.drafts, async () => {
    const kept = await database.drafts.get(key);
    const text = kept ? cutDraft(kept.text, names) : '';
    if (text === '') await database.drafts.delete(key);
    else if (kept) await database.drafts.put({ ...kept, text });
  });
}

/** The text that was being typed, or ''. What was kept under a `former` key is moved to this one first, before what is there already: a later field wins. */
export async function readDraft(database: BatonDatabase, key: DraftKey, former: DraftKey | null = null): Promise<string> {
  if (former === null) return (await database.drafts.get(key))?.text ?? '';
  // Both are looked at in one transaction: another window may be opening the same item.
  return database.transaction('rw', database.drafts, async () => {
    const [kept, old] = await database.drafts.bulkGet([key, former]);
    if (!old) return kept?.text ?? '';
    const text = kept && kept.text !== old.text ? `${old.text}\n${kept.text}` : old.text;
    await database.drafts.delete(former);
    await database.drafts.put({ ...(kept ?? old), key, text });
    return text;
  });
}

/** The draft key of a capture bar. */
export function captureDraftKey(meetingId: string, dealId: string): DraftKey {
  return draftKey('capture', meetingId || dealId);
}
