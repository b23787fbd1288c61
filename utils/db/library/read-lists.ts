/** What the library's lists show. Live queries call these: each reads only what its list needs. */
import { isOpenGap } from '../../checklist/gap-rules';
import type { Contact } from '../../deal/contact';
import type { Account, Deal } from '../../deal/deal';
import type { Meeting } from '../../meeting/meeting';
import type { Gap } from '../../notes/records';
import { truncateText } from '../../text/normalize';
import type { BatonDatabase } from '../database';
import type { BinRow, PacketRow } from '../rows';

export interface Names {
  deals: ReadonlyMap<string, Deal>;
  accounts: ReadonlyMap<string, Account>;
}

/** Deals and accounts by id, for naming them in lists; accounts in the order of their names. */
export async function readNames(database: BatonDatabase): Promise<Names> {
  const [deals, accounts] = await Promise.all([database.deals.toArray(), database.accounts.toArray()]);
  return { deals: new Map(deals.map((d) => [d.id, d])), accounts: new Map(accounts.sort((a, b) => a.name.localeCompare(b.name)).map((a) => [a.id, a])) };
}

export interface DealLine { deal: Deal; account: Account | null; openGaps: number; lastMeeting: number | null }

/** All deals, the most recently used first. */
export async function readDealLines(database: BatonDatabase): Promise<DealLine[]> {
  const [deals, accounts] = await Promise.all([database.deals.orderBy('updatedAt').reverse().toArray(), database.accounts.toArray()]);
  const byId = new Map(accounts.map((a) => [a.id, a]));
  return Promise.all(deals.map(async (deal) => {
    const [gaps, meetings] = await Promise.all([
      database.gaps.where({ dealId: deal.id }).filter(isOpenGap).count(),
      database.meetings.where({ dealId: deal.id }).toArray(),
    ]);
    return { deal, account: byId.get(deal.accountId) ?? null, openGaps: gaps, lastMeeting: meetings.length === 0 ? null : Math.max(...meetings.map((m) => m.startedAt)) };
  }));
}

/** Ids of meetings, newest first; of one deal or state when asked. Rows are read for what is in view. */
export async function readMeetingIds(database: BatonDatabase, of: { dealId?: string; state?: string }): Promise<string[]> {
  if (of.dealId === undefined && of.state === undefined) return database.meetings.orderBy('startedAt').reverse().primaryKeys();
  const rows = of.dealId === undefined ? database.meetings.where({ state: of.state }) : database.meetings.where({ dealId: of.dealId });
  const found = await rows.filter((m) => of.state === undefined || m.state === of.state).sortBy('startedAt');
  return found.reverse().map((m) => m.id);
}

export async function readMeetings(database: BatonDatabase, ids: readonly string[]): Promise<(Meeting | undefined)[]> {
  return database.meetings.bulkGet([...ids]);
}

/** Gaps of all deals: open ones, or all of them. */
export async function readGaps(database: BatonDatabase, ended: boolean): Promise<Gap[]> {
  return ended ? database.gaps.toArray() : database.gaps.filter(isOpenGap).toArray();
}

/** A packet without its content. */
export type PacketLine = Omit<PacketRow, 'json'> & { emptied: boolean };

/** All packets, newest first. */
export async function readPacketLines(database: BatonDatabase): Promise<PacketLine[]> {
  const lines: PacketLine[] = [];
  await database.packets.each(({ json, ...line }) => { lines.push({ ...line, emptied: json === '' }); });
  return lines.sort((a, b) => b.createdAt - a.createdAt);
}

export async function readContacts(database: BatonDatabase): Promise<Contact[]> {
  const rows = await database.contacts.toArray();
  return rows.sort((a, b) => a.name.localeCompare(b.name));
}

interface Words { text?: string; question?: string; words?: string }

/** What is in the bin, newest first, without the rows themselves. A single line is called by its words. */
export async function readBin(database: BatonDatabase): Promise<(Omit<BinRow, 'rows'> & { count: number })[]> {
  const rows = await database.bin.orderBy('at').reverse().toArray();
  return rows.map(({ rows: held, ...row }) => {
    const { text, question, words } = (held[0]?.row ?? {}) as Words;
    return { ...row, title: row.title || truncateText(text ?? question ?? words ?? '', 200), count: held.length };
  });
}
