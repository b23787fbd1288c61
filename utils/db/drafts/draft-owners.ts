/** Whose a draft is: told by its key, in one way for all that shows, moves, deletes or forgets. */
import type { BatonDatabase } from '../database';
import type { ChangeTable, DraftRow } from '../rows';
import type { DraftHead } from './draft-keys';
import { ABOUT, NOBODY } from './draft-keys';

export interface DraftOwner {
  table: ChangeTable;
  id: string;
  /** What follows the id: an item of the checklist, a section of it or of minutes; '' for nothing. */
  part: string;
}

const KEY = /^((line:\w+):\w+|(?:form:|add:)?\w+):(.*)$/su;
/** Their keys name more than the row. */
const WITH_PART = ['answer', 'heard', 'gap', 'minutes', 'form:step', 'add:follow_up', 'form:checklist', 'form:item'];

/** The row that a draft is about; null for one that is of no row (yet). */
export function ownerOf(key: string): DraftOwner | null {
  const [, first = '', line, rest = ''] = KEY.exec(key) ?? [];
  const head = line ?? first;
  const table = Object.hasOwn(ABOUT, head) ? ABOUT[head as DraftHead] : null;
  const [id = '', ...parts] = WITH_PART.includes(head) ? rest.split(':') : [rest];
  return table === null || NOBODY.includes(id) ? null : { table, id, part: parts.join(':') };
}

/** True for a draft that was typed in one of these meetings or is about one of these rows. */
export function isDraftOf({ key, meetingId, text }: DraftRow, ids: ReadonlySet<string>): boolean {
  const owner = ownerOf(key);
  if (ids.has(meetingId) || (owner && ids.has(owner.id))) return true;
  // A follow-up of the deal that is to be about a want.
  if (owner && key.startsWith('add:follow_up:') && ids.has(owner.part)) return true;
  // A person being added among all: the account that was picked is in the form.
  return key === 'form:new_contact:' && [...ids].some((id) => text.includes(JSON.stringify(id)));
}

/** Rows leave their tables: what was half typed about them, or in them, leaves too. Call it inside a transaction. */
export async function dropDraftsOf(database: BatonDatabase, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size > 0) await database.drafts.filter((draft) => isDraftOf(draft, ids)).delete();
}
