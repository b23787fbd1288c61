/** What to know of a customer before the first question: since when, what for, and what we still owe them. */
import { signedOn } from '../../deal/course';
import type { Deal } from '../../deal/deal';
import type { Commitment } from '../../notes/records';
import { isOpenPromise, orderPromises } from '../../notes/promise-rules';
import type { BatonDatabase } from '../database';

export interface KnownCustomer {
  /** Names of the deals that were signed, oldest first. */
  signed: string[];
  /** ISO day of the first signature; null where none is written down. */
  since: string | null;
  /** Promises of all deals that are still to be kept, overdue first. */
  promises: Commitment[];
}

/** `today` is an ISO day. */
export async function readCustomer(database: BatonDatabase, accountId: string, today: string): Promise<KnownCustomer> {
  const deals = await database.deals.where({ accountId }).toArray();
  const contracts = deals.flatMap((deal) => { const on = signedOn(deal); return on === null ? [] : [{ on, name: deal.name }]; }).sort((a, b) => (a.on < b.on ? -1 : 1));
  const promises = await database.commitments.where('dealId').anyOf(deals.map((deal) => deal.id)).filter(isOpenPromise).sortBy('at');
  return { signed: contracts.map(({ name }) => name), since: contracts[0]?.on ?? null, promises: orderPromises(promises, today) };
}

/** What an account's relationship is judged by: its deals, and how many promises to it are broken. */
export async function readStanding(database: BatonDatabase, accountId: string): Promise<{ deals: Deal[]; broken: number }> {
  const deals = await database.deals.where({ accountId }).toArray();
  const broken = await database.commitments.where('dealId').anyOf(deals.map((deal) => deal.id)).filter((one) => one.fulfilment === 'broken').count();
  return { deals, broken };
}
