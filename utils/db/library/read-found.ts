/** What search found, read again from the rows: with where and when it was said. */
import type { TopicCatalogue } from '../../checklist/checklist';
import type { Meeting } from '../../meeting/meeting';
import type { LinePage, Placed } from '../../notes/line-pages';
import { pagesOfLine } from '../../notes/line-pages';
import type { Note } from '../../notes/records';
import type { SearchRows } from '../../search/docs';
import type { SearchTable } from '../../search/tables';
import { docOf } from '../../search/docs';
import { parseKey } from '../../search/tables';
import type { BatonDatabase } from '../database';
import type { KnownPlaces, PlaceRows } from './known-places';
import { readPlaces } from './known-places';

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

/**
 * The rows of the keys, in their order; rows that are gone meanwhile are left out. One transaction and one
 * read a table: each read of its own is a way to the browser's other process and back, and so is the
 * transaction's end, which is not waited for. With `known`, names of deals and meetings may be those of a moment ago.
 */
export async function readFound(database: BatonDatabase, keys: readonly string[], topics: TopicCatalogue, known?: KnownPlaces): Promise<FoundRow[]> {
  const places = keys.flatMap((key) => { const place = parseKey(key); return place ? [{ key, ...place }] : []; });
  if (places.length === 0) return [];
  const tables = [...new Set([...places.map((p) => p.table), 'meetings', 'deals', 'accounts'])];
  return new Promise((resolve, reject) => {
    database.transaction('r', tables, async () => { resolve(await readIn(database, places, topics, known)); }).catch(reject);
  });
}

async function readIn(database: BatonDatabase, places: readonly Omit<Kept, 'row'>[], topics: TopicCatalogue, known?: KnownPlaces): Promise<FoundRow[]> {
  const kept = await readRows(database, places);
  const read = async <T extends keyof PlaceRows>(table: T, pick: (one: Kept) => string | null | undefined): Promise<ReadonlyMap<string, PlaceRows[T]>> => {
    const ids = [...new Set(kept.map(pick))].filter((id) => typeof id === 'string' && id !== '') as string[];
    return known ? known.read(table, ids) : readPlaces(database, table, ids);
  };
  const [meetings, deals] = await Promise.all([read('meetings', meetingOf), read('deals', dealOf)]);
  const accountOf = (one: Kept): string => (one.table === 'accounts' ? one.id : ((one.row as Places).accountId ?? deals.get(dealOf(one))?.accountId ?? ''));
  const accounts = await read('accounts', accountOf);
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
