/** Accounts and deals: made in a minute, changed any time. */
import { firstChoice } from '../../checklist/own/choices';
import type { Account, ChecklistPin, Deal, Stage } from '../../deal/deal';
import { pinKey } from '../../deal/deal';
import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/undo/change';
import { newId } from '../../db/new-id';
import { requireDays } from '../../time/field-day';
import { cleanName } from '../../text/normalize';
import type { Refusal } from '../trouble/refusal';

export interface DealInput<Pin = ChecklistPin> {
  accountName: string;
  dealName: string;
  stage: Stage;
  customerDue: string | null;
  checklist: Pin;
  alsoChecklists: ChecklistPin[];
}

/** The checklist for those who chose us before. */
const EXISTING_CUSTOMER = 'existing-customer';

/** A form may have been left half typed with a checklist that was deleted since: no deal is without its items. Throws `no_checklist`. */
async function requireLists(database: BatonDatabase, pins: readonly ChecklistPin[], had: readonly string[] = []): Promise<void> {
  for (const key of pins.map(pinKey)) {
    if (key.startsWith('own-') && !had.includes(key) && !(await database.checklists.get(key))) throw new Error(`unknown checklist ${key}`, { cause: 'no_checklist' satisfies Refusal });
  }
}

/** Creates a deal; an account of the same name (NFC) is used again, else made. Without a checklist it gets the one that new deals begin with. Returns the deal's id. */
export async function createDeal(database: BatonDatabase, input: DealInput<ChecklistPin | null>, at: number): Promise<string> {
  requireDays(input);
  const accountName = cleanName(input.accountName);
  return change(database, 'deal', { meetingId: '', dealId: '', at }, async (writer) => {
    await requireLists(database, [...(input.checklist ? [input.checklist] : []), ...input.alsoChecklists]);
    const known = await database.accounts.where({ name: accountName }).first();
    // Whoever is asked about maintenance is a customer already; a known account stays as people left it.
    const checklist = input.checklist ?? firstChoice(await database.checklists.toArray());
    const { from = checklist.id } = (await database.checklists.get(pinKey(checklist))) ?? {};
    const relationship = from === EXISTING_CUSTOMER ? 'existing' : 'prospect';
    const account: Account = known ?? { id: newId(), name: accountName, relationship, createdAt: at, updatedAt: at };
    if (!known) await writer.put('accounts', account);
    const deal: Deal = {
      id: newId(), accountId: account.id, name: cleanName(input.dealName), stage: input.stage, customerDue: input.customerDue,
      checklist, alsoChecklists: input.alsoChecklists, rooms: [], createdAt: at, updatedAt: at,
    };
    await writer.put('deals', deal);
    return deal.id;
  });
}

/** Changes a deal's own fields. The pinned checklist changes only when asked to. Throws when the deal is gone. */
export async function editDeal(database: BatonDatabase, dealId: string, part: Partial<Omit<Deal, 'id'>>, meetingId: string, at: number): Promise<void> {
  requireDays(part);
  await change(database, 'deal', { meetingId, dealId, at }, async (writer) => {
    const deal = await database.deals.get(dealId);
    if (!deal) throw new Error('no such deal', { cause: 'gone' satisfies Refusal });
    await requireLists(database, [...(part.checklist ? [part.checklist] : []), ...(part.alsoChecklists ?? [])], [deal.checklist, ...deal.alsoChecklists].map(pinKey));
    await writer.put('deals', { ...deal, ...part, updatedAt: at });
  });
}
