/** Where something belongs by the time it is written: another window may have filed or deleted its meeting, or deleted its deal, since it was sent. */
import { UNFILED } from '../../deal/deal';
import type { BatonDatabase } from '../database';
import { TABLE_OF } from '../read-entries';
import type { ChangeTable } from '../rows';
import { tableOf } from './change';

/** What of a line says where it belongs. */
export interface Placed { meetingId: string; dealId: string }
export type Home = Placed & { itemId?: null; topic?: null; offsetMs?: null };

/**
 * Null for a line that belongs where it was sent to. One that is its meeting's deal's (`along`) goes where that is filed by now. One
 * whose deal is gone waits with what has no deal yet: the box it was typed in is gone too, so nobody could send it again.
 */
export async function homeOf(database: BatonDatabase, { meetingId, dealId }: Placed, along: boolean): Promise<Home | null> {
  const [meeting, deal] = await Promise.all([meetingId === '' ? undefined : database.meetings.get(meetingId), dealId === UNFILED ? undefined : database.deals.get(dealId)]);
  const filed = along && meeting ? meeting.dealId : dealId;
  if (filed !== dealId) return { meetingId, dealId: filed };
  const outside = meeting ? { meetingId } : { meetingId: '', offsetMs: null };
  if (dealId !== UNFILED) return deal ? null : { ...outside, dealId: UNFILED, itemId: null, topic: null };
  return meetingId === '' || meeting ? null : { ...outside, dealId };
}

/**
 * Sets a row right that was written as it had been sent, and its step with it. Looks before it writes: nearly always all is
 * well, and a write over meetings and deals that waits for who reads them has the next line wait behind it. Looked at
 * after the row was written that is sure, since whoever moves or deletes a deal later finds the row there and takes it along.
 */
export async function bringHome(database: BatonDatabase, table: ChangeTable, sent: Placed & { id: string }, along: boolean): Promise<void> {
  if (!(await homeOf(database, sent, along))) return;
  const rows = tableOf(database, table);
  const { id, meetingId, dealId } = sent;
  await database.transaction('rw', [rows, database.changes, database.meetings, database.deals], async () => {
    const row = (await rows.get(id)) as typeof sent | undefined;
    // Deleted, moved or taken along since.
    if (row?.dealId !== dealId || row.meetingId !== meetingId) return;
    const home = await homeOf(database, row, along);
    if (!home) return;
    await rows.put({ ...row, ...home });
    await database.changes.where({ dealId }).filter(({ before: [made, more] }) => made?.key === id && made.row === null && more === undefined)
      .modify((step) => { Object.assign(step, { dealId: home.dealId, meetingId: home.meetingId && step.meetingId }); });
  });
}

/** Lines whose page went away between their writing and `bringHome`: none stays under a deal that is gone. Reads keys only, unless there is one. */
export async function bringLostHome(database: BatonDatabase): Promise<void> {
  for (const table of Object.values(TABLE_OF)) {
    const named = await database.table<Placed & { id: string }, string>(table).orderBy('dealId').uniqueKeys() as string[];
    // Read after them: a deal is there before its first line is.
    const there = new Set(await database.deals.toCollection().primaryKeys());
    const lost = named.filter((dealId) => dealId !== UNFILED && !there.has(dealId));
    // It may have been moved out of its meeting on purpose: it does not go along.
    for (const row of lost.length === 0 ? [] : await database.table<Placed & { id: string }, string>(table).where('dealId').anyOf(lost).toArray()) await bringHome(database, table, row, false);
  }
}

/** What was said in a deal's meeting is not written once that was filed under another deal. Call it inside a transaction over meetings. */
export async function requireFiled(database: BatonDatabase, meetingId: string | null | undefined, dealId: string): Promise<void> {
  const meeting = meetingId ? await database.meetings.get(meetingId) : undefined;
  if (meeting && meeting.dealId !== dealId) throw new Error('the meeting is of another deal by now', { cause: 'gone' });
}
