/** Which deal a call page's room leads to. */
import type { Deal } from '../deal/deal';
import { dealDueIn, dealOfCall } from '../deal/planned-meeting';
import type { BatonDatabase } from './database';

/** The deal that a call beginning at `at` in a room is about, or null. */
export async function readDealOfRoom(database: BatonDatabase, room: string, at: number): Promise<Deal | null> {
  const deals = await database.deals.where('rooms').equals(room).toArray();
  const met = deals.length > 1 ? await database.meetings.where({ room }).sortBy('startedAt') : [];
  const metAt = new Map(met.map((m) => [m.dealId, m.startedAt]));
  return dealOfCall(deals.map((deal) => ({ deal, next: deal.next ?? null, metAt: metAt.get(deal.id) ?? null, updatedAt: deal.updatedAt })), room, at);
}

/** The deal whose meeting is planned in a room for the hour of `at`, or null. */
export async function readDealDueIn(database: BatonDatabase, room: string, at: number): Promise<Deal | null> {
  return dealDueIn(await database.deals.where('rooms').equals(room).toArray(), room, at);
}
