/** Accounts: their name, the relationship with us, and two that are one. */
import { change } from '../../db/undo/change';
import type { ChangeWriter } from '../../db/undo/change';
import type { BatonDatabase } from '../../db/database';
import { draftKey } from '../../db/drafts/draft-keys';
import { ownerOf } from '../../db/drafts/draft-owners';
import type { BinRow } from '../../db/rows';
import type { Account } from '../../deal/deal';
import { strongerRelationship } from '../../deal/deal';
import { cleanName, nfc } from '../../text/normalize';
import { bringContacts } from '../contact/unite-contacts';
import type { Refusal } from '../trouble/refusal';

/**
 * Changes name, relationship and who watches over it. `seen` is the `updatedAt` the form was opened with: when the account was
 * changed elsewhere meanwhile, nothing is written and false is returned.
 */
export async function editAccount(database: BatonDatabase, id: string, part: Pick<Account, 'name' | 'relationship' | 'watcher'>, seen: number, at: number): Promise<boolean> {
  return change(database, 'account', { meetingId: '', dealId: '', at }, async (writer) => {
    const account = await database.accounts.get(id);
    if (!account) throw new Error('no such account', { cause: 'gone' satisfies Refusal });
    if (account.updatedAt !== seen) return false;
    await writer.put('accounts', { ...account, ...part, name: nfc(part.name.trim()), ...(part.watcher === undefined ? {} : { watcher: cleanName(part.watcher) }), updatedAt: at });
    return true;
  });
}

/**
 * Moves deals and people of `otherId` to `id`, those in the bin too; the other account goes. Of the two relationships
 * the stronger stays: a customer is never demoted by tidying up. Who is surely there twice becomes one person; resolves to how
 * many did. One undoable change.
 */
export async function mergeAccounts(database: BatonDatabase, id: string, otherId: string, at: number): Promise<number> {
  if (id === otherId) throw new Error('the same account', { cause: 'same_account' satisfies Refusal });
  return change(database, 'account', { meetingId: '', dealId: '', at }, async (writer) => {
    const account = await database.accounts.get(id);
    const other = await database.accounts.get(otherId);
    if (!account || !other) throw new Error('no such account', { cause: 'gone' satisfies Refusal });
    const deals = await database.deals.where({ accountId: otherId }).toArray();
    const contacts = await database.contacts.where({ accountId: otherId }).toArray();
    for (const deal of deals) await writer.put('deals', { ...deal, accountId: id, updatedAt: at });
    const united = await bringContacts(database, writer, { accountId: id, coming: contacts, at });
    await mergeInBin(database, writer, id, otherId);
    await typeOnAt(database, id, otherId);
    await writer.put('accounts', { ...account, relationship: strongerRelationship(account.relationship, other.relationship), watcher: account.watcher?.trim() ? account.watcher : (other.watcher ?? ''), updatedAt: at });
    await writer.remove('accounts', otherId);
    return united;
  });
}

/** Who is half typed for the other account is typed on for the one that stays: only the form of the other account's own name goes. */
async function typeOnAt(database: BatonDatabase, id: string, otherId: string): Promise<void> {
  const own = draftKey('form:account', otherId);
  const [was, is] = [JSON.stringify(otherId), JSON.stringify(id)];
  const drafts = await database.drafts.filter(({ key, text }) => key !== own && (ownerOf(key)?.id === otherId || text.includes(was))).toArray();
  await database.drafts.bulkDelete(drafts.map(({ key }) => key));
  for (const draft of drafts) {
    const key = draft.key.replace(otherId, id);
    const there = await database.drafts.get(key);
    const text = draft.text.replaceAll(was, is);
    await database.drafts.put({ ...draft, key, text: there ? `${text}\n${there.text}` : text });
  }
}

/** What waits in the bin comes back to the account that stays; a copy of the other account would bring that back, and goes. */
async function mergeInBin(database: BatonDatabase, writer: ChangeWriter, id: string, otherId: string): Promise<void> {
  const isOther = ({ table, row }: BinRow['rows'][number]): boolean => table === 'accounts' && row.id === otherId;
  const accountOf = ({ row }: BinRow['rows'][number]): string | undefined => (row as { accountId?: string }).accountId;
  for (const bin of await database.bin.filter(({ rows }) => rows.some((one) => isOther(one) || accountOf(one) === otherId)).toArray()) {
    const rows = bin.rows.filter((one) => !isOther(one)).map((one) => (accountOf(one) === otherId ? { ...one, row: { ...one.row, accountId: id } } : one));
    if (rows.length === 0) await writer.remove('bin', bin.id);
    else await writer.put('bin', { ...bin, rows });
  }
}
