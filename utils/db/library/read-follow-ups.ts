/** Follow-ups as lists show them, and the deals that have nothing ahead. */
import { isAlive } from '../../deal/course';
import type { Account, Deal } from '../../deal/deal';
import { isStillAhead } from '../../deal/planned-meeting';
import type { FollowUp } from '../../followup/follow-up';
import { isDue, isScheduled, orderFollowUps } from '../../followup/follow-up';
import type { BatonDatabase } from '../database';

/** `wantWords`: what was asked for, of one about a want; '' where that is gone. */
export interface FollowUpLine { row: FollowUp; wantWords: string }

async function withWants(database: BatonDatabase, rows: readonly FollowUp[]): Promise<FollowUpLine[]> {
  const ids = rows.flatMap(({ wantId }) => wantId ?? []);
  const wants = ids.length === 0 ? [] : await database.wants.bulkGet(ids);
  const words = new Map(wants.flatMap((want) => (want ? [[want.id, want.words]] : [])));
  return orderFollowUps(rows).map((row) => ({ row, wantWords: words.get(row.wantId ?? '') ?? '' }));
}

/** Those of a deal: what is ahead, then what is over. */
export async function readFollowUpsOf(database: BatonDatabase, dealId: string): Promise<FollowUpLine[]> {
  return withWants(database, await database.followUps.where({ dealId }).toArray());
}

/** Those of all deals that are ahead or overdue; with `closed` those that are over too. */
export async function readFollowUps(database: BatonDatabase, closed: boolean): Promise<FollowUpLine[]> {
  return withWants(database, await (closed ? database.followUps.toArray() : database.followUps.filter(isScheduled).toArray()));
}

/** How many are due by `today` (an ISO day). */
export async function countDue(database: BatonDatabase, today: string): Promise<number> {
  return database.followUps.where('dueOn').belowOrEqual(today).filter((row) => isDue(row, today)).count();
}

/** Deals that are neither lost nor over and for which nothing is planned at `at`: no meeting that is still to come, no follow-up. */
export async function readDealsWithoutNext(database: BatonDatabase, at: number): Promise<{ deal: Deal; account: Account | null }[]> {
  const [deals, accounts, ahead] = await Promise.all([
    database.deals.orderBy('updatedAt').reverse().toArray(), database.accounts.toArray(), database.followUps.filter(isScheduled).toArray(),
  ]);
  const planned = new Set(ahead.map((row) => row.dealId));
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const meets = ({ next }: Deal): boolean => !!next && isStillAhead(next, at);
  return deals.filter((deal) => isAlive(deal) && !meets(deal) && !planned.has(deal.id)).map((deal) => ({ deal, account: byId.get(deal.accountId) ?? null }));
}
