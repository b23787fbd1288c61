/** Who is known around a deal: from its calls, and as contacts of its account. */
import type { BatonDatabase } from '../../db/database';
import type { KnownPerson } from '../../meeting/participants';

/** Everybody of the deal's calls (but one) and its contacts; those of calls first. Nobody while no deal is picked. */
export async function peopleOfDeal(database: BatonDatabase, dealId: string, butMeeting: string): Promise<KnownPerson[]> {
  const deal = dealId ? await database.deals.get(dealId) : undefined;
  if (!deal) return [];
  const [meetings, contacts] = await Promise.all([database.meetings.where({ dealId }).toArray(), database.contacts.where({ accountId: deal.accountId }).toArray()]);
  return [...meetings.filter((m) => m.id !== butMeeting).flatMap((m) => m.participants), ...contacts];
}

/** Those of whom something is known: side and role as said in other calls, else as the contacts have them. */
export function withSomethingKnown(people: readonly KnownPerson[]): KnownPerson[] {
  return people.filter((p) => p.side !== 'unknown' || p.role !== '');
}
