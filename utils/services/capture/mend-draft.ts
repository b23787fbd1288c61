/** Drafts that are not where, or as, they should be. Loaded when there may be one: pages open faster without it. */
import type { BatonDatabase } from '../../db/database';
import { cutDraft } from '../../db/drafts/draft-fields';
import type { DraftKey, ItemDraft } from '../../db/drafts/draft-keys';
import { readDraft } from './save-draft';

/** Forgets the draft, or the fields of these names in it, once more: a window that heard of it too late had written it again. */
export async function forgetAgain(database: BatonDatabase, key: DraftKey, names: readonly string[] | null): Promise<void> {
  await database.transaction('rw', database.drafts, async () => {
    const kept = await database.drafts.get(key);
    const text = kept ? cutDraft(kept.text, names) : '';
    if (text === '') await database.drafts.delete(key);
    else if (kept) await database.drafts.put({ ...kept, text });
  });
}

/** `readDraft`; what was kept under the former key is moved to its own first. */
export async function readMoved(database: BatonDatabase, { key, former }: ItemDraft): Promise<string> {
  return database.transaction('rw', database.drafts, async () => {
    const old = await database.drafts.get(former);
    if (old && !(await database.drafts.get(key))) {
      await database.drafts.delete(former);
      await database.drafts.put({ ...old, key });
    }
    return readDraft(database, key);
  });
}
