/** Accounts: their name, the relationship with us, and two that are one. */
import { change } from '../../db/change';
import type { BatonDatabase } from '../../db/database';
import type { Account } from '../../deal/deal';
import { nfc } from '../../text/normalize';

/**
 * Changes name and relationship. `seen` is the `updatedAt` the form was opened with: when the account was
 * changed elsewhere meanwhile, nothing is written and false is returned.
 */
export async function editAccount(database: BatonDatabase, id: string, part: Pick<Account, 'name' | 'relationship'>, seen: number, at: number): Promise<boolean> {
  return change(database, 'account', { meetingId: '', dealId: '', at }, async (writer) => {
    const account = await database.accounts.get(id);
    if (!account) throw new Error('no such account');
    if (account.updatedAt !== seen) return false;
    await writer.put('accounts', { ...account, ...part, name: nfc(part.name.trim()), updatedAt: at });
    return true;
  });
}

/** Moves deals and people of `otherId` to `id`; the other account goes. One undoable change. */
export async function mergeAccounts(database: BatonDatabase, id: string, otherId: string, at: number): Promise<void> {
  if (id === otherId) throw new Error('the same account');
  await change(database, 'account', { meetingId: '', dealId: '', at }, async (writer) => {
    const account = await database.accounts.get(id);
    if (!account || !(await database.accounts.get(otherId))) throw new Error('no such account');
    const deals = await database.deals.where({ accountId: otherId }).toArray();
    const contacts = await database.contacts.where({ accountId: otherId }).toArray();
    for (const deal of deals) await writer.put('deals', { ...deal, accountId: id, updatedAt: at });
    for (const contact of contacts) await writer.put('contacts', { ...contact, accountId: id, updatedAt: at });
    await writer.put('accounts', { ...account, updatedAt: at });
    await writer.remove('accounts', otherId);
  });
}
