/** What there is to look after at each account, over the rows of all its deals. */
import { isOpenGap } from '../../checklist/gap-rules';
import type { Care } from '../../deal/care';
import { customerCare } from '../../deal/care';
import { dealState, signedOn } from '../../deal/course';
import type { Deal } from '../../deal/deal';
import { isScheduled } from '../../followup/follow-up';
import { isOpenPromise } from '../../notes/promise-rules';
import { dateAt } from '../../time/plain-date';
import type { BatonDatabase } from '../database';

interface OfDeal { dealId: string }

/** By account id, at `today` (an ISO day); one account's alone when asked. */
export async function readCare(database: BatonDatabase, today: string, only?: string): Promise<Map<string, Care>> {
  const accounts = only === undefined ? await database.accounts.toArray() : [await database.accounts.get(only)].filter((one) => one !== undefined);
  const deals = await (only === undefined ? database.deals.toArray() : database.deals.where({ accountId: only }).toArray());
  const ids = deals.map((deal) => deal.id);
  // What a lost deal promised or asked nobody waits for; that its people were met counts.
  const alive = deals.filter((deal) => dealState(deal) !== 'lost').map((deal) => deal.id);
  const [commitments, gaps, wants, followUps, contacts] = await Promise.all([
    database.commitments.where('dealId').anyOf(alive).filter((one) => one.fulfilment === 'broken' || isOpenPromise(one)).toArray(),
    database.gaps.where('dealId').anyOf(alive).filter(isOpenGap).toArray(),
    database.wants.where('dealId').anyOf(alive).filter((one) => one.priority === 'later').toArray(),
    database.followUps.where('dealId').anyOf(ids).toArray(),
    meetingDays(database, ids),
  ]);
  const planned = new Set(followUps.filter(isScheduled).flatMap(({ wantId }) => wantId ?? []));
  const told = followUps.filter((one) => one.state === 'done' && one.closedOn !== null).map(({ dealId, closedOn }) => ({ dealId, day: closedOn ?? '' }));
  const signed = deals.flatMap((deal) => { const day = signedOn(deal); return day === null ? [] : [{ dealId: deal.id, day }]; });
  const byAccount = grouper(deals);
  const [promisesOf, gapsOf, wantsOf, daysOf] = [byAccount(commitments), byAccount(gaps), byAccount(wants.filter((one) => !planned.has(one.id))), byAccount([...contacts, ...told, ...signed])];
  return new Map(accounts.map(({ id, relationship, watcher = '' }) => [id, customerCare({
    relationship, watcher, commitments: promisesOf(id), gaps: gapsOf(id), later: wantsOf(id), lastContact: daysOf(id).map(({ day }) => day).filter((day) => day <= today).sort().at(-1) ?? null,
  }, today)]));
}

/** The days of all meetings, where they took place. */
async function meetingDays(database: BatonDatabase, dealIds: readonly string[]): Promise<{ dealId: string; day: string }[]> {
  const days: { dealId: string; day: string }[] = [];
  await database.meetings.where('dealId').anyOf(dealIds).each(({ dealId, startedAt, utcOffset }) => { days.push({ dealId, day: dateAt(startedAt, utcOffset) }); });
  return days;
}

function grouper(deals: readonly Deal[]) {
  const accountOf = new Map(deals.map((deal) => [deal.id, deal.accountId]));
  return <T extends OfDeal>(rows: readonly T[]): ((accountId: string) => T[]) => {
    const groups = new Map<string, T[]>();
    for (const row of rows) {
      const account = accountOf.get(row.dealId) ?? '';
      groups.set(account, [...(groups.get(account) ?? []), row]);
    }
    return (accountId) => groups.get(accountId) ?? [];
  };
}
