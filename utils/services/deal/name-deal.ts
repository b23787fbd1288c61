/** What a deal is called, and whose it is. */
import { change } from '../../db/undo/change';
import type { ChangeWriter } from '../../db/undo/change';
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import type { Account } from '../../deal/deal';
import { cleanName } from '../../text/normalize';
import type { Refusal } from '../trouble/refusal';

export interface DealNames {
  name?: string;
  /** One that is there, or the name of one: a new name makes a new account. */
  account?: { id: string } | { name: string };
}

async function accountFor(database: BatonDatabase, writer: ChangeWriter, wanted: NonNullable<DealNames['account']>, at: number): Promise<string> {
  if ('id' in wanted) {
    if (!(await database.accounts.get(wanted.id))) throw new Error('no such account', { cause: 'gone' satisfies Refusal });
    return wanted.id;
  }
  const name = cleanName(wanted.name);
  if (name === '') throw new Error('an account needs a name', { cause: 'no_name' satisfies Refusal });
  const known = await database.accounts.where({ name }).first();
  if (known) return known.id;
  const account: Account = { id: newId(), name, relationship: 'prospect', createdAt: at, updatedAt: at };
  await writer.put('accounts', account);
  return account.id;
}

/**
 * Renames a deal, puts it under another account, or both; what is not said stays as it is at that moment. People and
 * the account left behind stay where they are. One undo step of the meeting that is open, '' without one.
 */
export async function nameDeal(database: BatonDatabase, dealId: string, { name, account }: DealNames, meetingId: string, at: number): Promise<void> {
  if (name !== undefined && cleanName(name) === '') throw new Error('a deal needs a name', { cause: 'no_name' satisfies Refusal });
  await change(database, 'deal', { meetingId, dealId, at }, async (writer) => {
    const deal = await database.deals.get(dealId);
    if (!deal) throw new Error('no such deal', { cause: 'gone' satisfies Refusal });
    const accountId = account === undefined ? deal.accountId : await accountFor(database, writer, account, at);
    await writer.put('deals', { ...deal, accountId, name: name === undefined ? deal.name : cleanName(name), updatedAt: at });
  });
}
