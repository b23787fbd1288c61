/** Deleting keeps everything for a week: rows leave their tables together and wait in the bin. */
import type { Answer } from '../../checklist/answer';
import { change } from '../../db/undo/change';
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import { OF_MEETING } from '../../db/of-meeting';
import { UNFILED } from '../../deal/deal';
import type { BinRow, ChangeTable } from '../../db/rows';
import type { Meeting } from '../../meeting/meeting';

export type Deletable = BinRow['what'];

/** Cannot be deleted now; the message is a key of the catalogue (`library.bin.refused`). */
export class DeleteRefused extends Error {
  constructor(readonly reason: 'live') {
    super(reason);
  }
}

const TABLE_OF: Record<Deletable, ChangeTable> = {
  account: 'accounts', contact: 'contacts', deal: 'deals', meeting: 'meetings', note: 'notes', gap: 'gaps',
  commitment: 'commitments', want: 'wants', clip: 'clips', packet: 'packets', follow_up: 'followUps',
};

type Found = BinRow['rows'];

async function rowsWhere(database: BatonDatabase, table: ChangeTable, of: Record<string, string>): Promise<Found> {
  const rows = await database.table<{ id: string }>(table).where(of).toArray();
  return rows.map((row) => ({ table, row }));
}

/** What was said in the meeting but filed under another deal on purpose stays with that deal, and keeps the meeting's id: it may come back. */
async function withoutForeign(database: BatonDatabase, { dealId }: Meeting, rows: Found): Promise<Found> {
  const dealOf = ({ row }: Found[number]): string => (row as { dealId?: string }).dealId ?? UNFILED;
  const others = [...new Set(rows.map(dealOf))].filter((id) => id !== UNFILED && id !== dealId);
  const there = new Set((await database.deals.bulkGet(others)).flatMap((deal) => (deal ? [deal.id] : [])));
  return rows.filter((one) => !there.has(dealOf(one)));
}

/** What delivery must know of these wants: without the want nobody knows what the question is about. */
async function askedAbout(database: BatonDatabase, dealId: string, rows: Found): Promise<Found> {
  const wants = new Set(rows.flatMap(({ table, row }) => (table === 'wants' ? [row.id] : [])));
  const gaps = wants.size === 0 ? [] : await database.gaps.where({ dealId }).filter((gap) => gap.wantId !== undefined && wants.has(gap.wantId)).toArray();
  return gaps.map((row) => ({ table: 'gaps', row }));
}

/** Conflicts about what was answered in it, wherever they were written down: they quote it. What else they quote says by itself what it says. */
async function quoting(database: BatonDatabase, rows: Found): Promise<Found> {
  const answers = rows.filter(({ table }) => table === 'answers').map(({ row }) => row as Answer);
  const ids = new Set(answers.map(({ id }) => id));
  const of = database.contradictions.where('dealId').anyOf([...new Set(answers.map(({ dealId }) => dealId))]);
  const conflicts = await of.filter(({ a, b }) => [a, b].some(({ answerId }) => answerId !== null && ids.has(answerId))).toArray();
  return conflicts.map((row) => ({ table: 'contradictions', row }));
}

async function ofMeeting(database: BatonDatabase, meetingId: string): Promise<Found> {
  const meeting = await database.meetings.get(meetingId);
  if (!meeting) return [];
  if (meeting.state === 'live') throw new DeleteRefused('live');
  const captured = await Promise.all(OF_MEETING.map((table) => rowsWhere(database, table, { meetingId })));
  const own = await withoutForeign(database, meeting, captured.flat());
  return [{ table: 'meetings', row: meeting }, ...own, ...(await askedAbout(database, meeting.dealId, own)), ...(await quoting(database, own))];
}

async function ofDeal(database: BatonDatabase, dealId: string): Promise<Found> {
  const deal = await database.deals.get(dealId);
  if (!deal) return [];
  const meetings = await database.meetings.where({ dealId }).toArray();
  const byMeeting = await Promise.all(meetings.map((m) => ofMeeting(database, m.id)));
  const others = await Promise.all([...OF_MEETING, 'packets' as const, 'followUps' as const].map((table) => rowsWhere(database, table, { dealId })));
  return [{ table: 'deals', row: deal }, ...byMeeting.flat(), ...others.flat()];
}

async function ofAccount(database: BatonDatabase, accountId: string): Promise<Found> {
  const account = await database.accounts.get(accountId);
  if (!account) return [];
  const deals = await database.deals.where({ accountId }).toArray();
  const byDeal = await Promise.all(deals.map((d) => ofDeal(database, d.id)));
  return [{ table: 'accounts', row: account }, ...(await rowsWhere(database, 'contacts', { accountId })), ...byDeal.flat()];
}

async function gather(database: BatonDatabase, what: Deletable, id: string): Promise<Found> {
  if (what === 'account') return ofAccount(database, id);
  if (what === 'deal') return ofDeal(database, id);
  if (what === 'meeting') return ofMeeting(database, id);
  const row = await database.table<{ id: string } | undefined>(TABLE_OF[what]).get(id);
  return row ? [{ table: TABLE_OF[what], row }] : [];
}

/**
 * Moves a record with all that hangs on it into the bin, in one transaction. Returns the bin row's id;
 * null when it was gone already. Throws DeleteRefused for a meeting that is running.
 */
export async function deleteToBin(database: BatonDatabase, what: Deletable, id: string, title: string, at: number): Promise<string | null> {
  return change(database, 'delete', { meetingId: '', dealId: '', at }, async (writer) => {
    const found = await gather(database, what, id);
    // A row that hangs on its meeting and on its deal is found twice.
    const rows = found.filter((one, i) => found.findIndex((other) => other.table === one.table && other.row.id === one.row.id) === i);
    if (rows.length === 0) return null;
    for (const { table, row } of rows) await writer.remove(table, row.id);
    const bin: BinRow = { id: newId(), at, what, title, rows };
    await writer.put('bin', bin);
    return bin.id;
  });
}
