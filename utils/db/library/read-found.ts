/** What search found, read again from the rows: with where and when it was said. */
import type { TopicCatalogue } from '../../checklist/checklist';
import type { Account, Deal } from '../../deal/deal';
import type { Meeting } from '../../meeting/meeting';
import type { LinePage, Placed } from '../../notes/line-pages';
import { pagesOfLine } from '../../notes/line-pages';
import type { Note } from '../../notes/records';
import type { SearchRows, SearchTable } from '../../search/docs';
import { docOf, parseKey } from '../../search/docs';
import type { BatonDatabase } from '../database';

export interface FoundRow {
  key: string;
  table: SearchTable;
  id: string;
  at: number;
  texts: readonly string[];
  dealId: string;
  dealName: string;
  meetingId: string;
  meetingTitle: string;
  accountId: string;
  accountName: string;
  /** The page that lists it, for a line or an answer; null for what has a page of its own, and for a line that is nobody's yet. */
  listed: LinePage | null;
  /** A packet that delivery has replied to: its page is that of the replies. */
  replied: boolean;
  /** Minutes east of UTC of the meeting it was said in; 0 without one. */
  utcOffset: number;
}

type Places = Partial<Record<'dealId' | 'meetingId' | 'accountId', string | null>>;
interface Kept { key: string; table: SearchTable; id: string; row: SearchRows[SearchTable] }

/** The account of each deal as it was last read: only a guess, but one that saves waiting for the deal first. */
const lastAccounts = new WeakMap<BatonDatabase, Map<string, string>>();

/**
 * The rows of the keys, in their order; rows that are gone meanwhile are left out. One transaction and one
 * read a table: each read of its own is a way to the browser's other process and back, and so is the
 * transaction's end, which is not waited for.
 */
export async function readFound(database: BatonDatabase, keys: readonly string[], topics: TopicCatalogue): Promise<FoundRow[]> {
  const places = keys.flatMap((key) => { const place = parseKey(key); return place ? [{ key, ...place }] : []; });
  if (places.length === 0) return [];
  const tables = [...new Set([...places.map((p) => p.table), 'meetings', 'deals', 'accounts'])];
  return new Promise((resolve, reject) => {
    database.transaction('r', tables, async () => { resolve(await readIn(database, places, topics)); }).catch(reject);
  });
}

async function readIn(database: BatonDatabase, places: readonly Omit<Kept, 'row'>[], topics: TopicCatalogue): Promise<FoundRow[]> {
  const kept = await readRows(database, places);
  const of = (pick: (one: Kept) => string | null | undefined): string[] => [...new Set(kept.map(pick))].filter((id) => typeof id === 'string' && id !== '') as string[];
  const guesses = lastAccounts.get(database) ?? new Map<string, string>();
  lastAccounts.set(database, guesses);
  const [meetings, deals, guessed] = await Promise.all([
    byId<Meeting>(database.meetings, of(meetingOf)),
    byId<Deal>(database.deals, of(dealOf)),
    byId<Account>(database.accounts, of((one) => ownAccountOf(one) ?? guesses.get(dealOf(one)))),
  ]);
  for (const deal of deals.values()) guesses.set(deal.id, deal.accountId);
  const accountOf = (one: Kept): string => ownAccountOf(one) ?? deals.get(dealOf(one))?.accountId ?? '';
  const unread = of(accountOf).filter((id) => !guessed.has(id));
  const accounts = unread.length === 0 ? guessed : new Map([...guessed, ...await byId<Account>(database.accounts, unread)]);
  return kept.flatMap((one) => {
    const doc = docOf(one.table, one.id, one.row, topics);
    if (!doc) return [];
    const [meetingId, dealId, accountId] = [meetingOf(one), dealOf(one), accountOf(one)];
    const meeting = meetings.get(meetingId);
    return [{
      ...doc, table: one.table, id: one.id, dealId, dealName: deals.get(dealId)?.name ?? '', meetingId, meetingTitle: meeting?.title ?? '',
      accountId, accountName: accounts.get(accountId)?.name ?? '', listed: listedOf(one, meeting ?? null), replied: one.table === 'packets' && ((one.row as SearchRows['packets']).replies ?? []).length > 0, utcOffset: meeting?.utcOffset ?? 0,
    }];
  });
}

/** The account that a row names itself, or is. */
function ownAccountOf({ table, id, row }: Kept): string | null | undefined {
  return table === 'accounts' ? id : (row as Places).accountId;
}

function meetingOf({ table, id, row }: Kept): string {
  return table === 'meetings' ? id : ((row as Places).meetingId ?? '');
}

function dealOf({ table, id, row }: Kept): string {
  return table === 'deals' ? id : ((row as Places).dealId ?? '');
}

/** What each table of lines holds; of notes the row says it. */
const KINDS: Partial<Record<SearchTable, Placed['kind']>> = { notes: 'note', gaps: 'gap', commitments: 'commitment', wants: 'want', answers: 'answer' };

function listedOf(one: Kept, meeting: Meeting | null): LinePage | null {
  const kind = one.table === 'notes' ? (one.row as Note).kind : KINDS[one.table];
  return kind ? (pagesOfLine({ kind, dealId: dealOf(one), meetingId: meetingOf(one) }, meeting)[0] ?? null) : null;
}

async function readRows(database: BatonDatabase, places: readonly Omit<Kept, 'row'>[]): Promise<Kept[]> {
  const rows = new Map<string, SearchRows[SearchTable]>();
  await Promise.all([...new Set(places.map((p) => p.table))].map(async (table) => {
    const wanted = places.filter((p) => p.table === table);
    const found = await database.table<SearchRows[SearchTable], string>(table).bulkGet(wanted.map((p) => p.id));
    wanted.forEach(({ key }, i) => { const row = found[i]; if (row) rows.set(key, row); });
  }));
  return places.flatMap((place) => { const row = rows.get(place.key); return row ? [{ ...place, row }] : []; });
}

async function byId<T extends { id: string }>(table: { bulkGet: (ids: string[]) => PromiseLike<(T | undefined)[]> }, ids: string[]): Promise<ReadonlyMap<string, T>> {
  const rows = await table.bulkGet(ids);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}
