/** What search found, read again from the rows: with where and when it was said. */
import type { TopicCatalogue } from '../../checklist/checklist';
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
  /** Minutes east of UTC of the meeting it was said in; 0 without one. */
  utcOffset: number;
}

type Places = Partial<Record<'dealId' | 'meetingId' | 'accountId', string | null>>;

/** The rows of the keys, in their order; rows that are gone meanwhile are left out. */
export async function readFound(database: BatonDatabase, keys: readonly string[], topics: TopicCatalogue): Promise<FoundRow[]> {
  const rows = await Promise.all(keys.map((key) => readOne(database, key, topics)));
  return rows.filter((row) => row !== null);
}

async function readOne(database: BatonDatabase, key: string, topics: TopicCatalogue): Promise<FoundRow | null> {
  const place = parseKey(key);
  if (!place) return null;
  const { table, id } = place;
  const row = await database.table<SearchRows[SearchTable], string>(table).get(id);
  const doc = row && docOf(table, id, row, topics);
  if (!doc) return null;
  const places: Places = row as Places;
  const meetingId = table === 'meetings' ? id : (places.meetingId ?? '');
  const dealId = table === 'deals' ? id : (places.dealId ?? '');
  const [meeting, deal] = await Promise.all([database.meetings.get(meetingId), database.deals.get(dealId)]);
  const accountId = table === 'accounts' ? id : (places.accountId ?? deal?.accountId ?? '');
  const account = await database.accounts.get(accountId);
  return {
    ...doc, table, id, dealId, dealName: deal?.name ?? '', meetingId, meetingTitle: meeting?.title ?? '',
    accountId, accountName: account?.name ?? '', utcOffset: meeting?.utcOffset ?? 0,
  };
}
