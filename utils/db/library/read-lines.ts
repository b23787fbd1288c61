/** Lines of a deal that neither a page of its meetings lists nor a list of their own. */
import { isOpenGap } from '../../checklist/gap-rules';
import { UNFILED } from '../../deal/deal';
import type { Meeting } from '../../meeting/meeting';
import { isOfDeal } from '../../notes/line-pages';
import type { BatonDatabase } from '../database';
import type { TimelineEntry } from '../read-entries';
import { byTime, kindOf, readEntries } from '../read-entries';

export interface OutsideLine {
  entry: TimelineEntry;
  /** The meeting of another deal in which it was said; null: in none, or in one that is gone. */
  meeting: Meeting | null;
}

/** What nobody's deal has, caught outside of any meeting or in one that is gone; of every kind, newest first. */
export async function readUnfiledLines(database: BatonDatabase): Promise<TimelineEntry[]> {
  const entries = await readEntries(database, { dealId: UNFILED });
  const there = new Set(await database.meetings.where('id').anyOf([...new Set(entries.map(({ row }) => row.meetingId))]).primaryKeys());
  return entries.filter(({ row }) => !there.has(row.meetingId)).sort(byTime).reverse();
}

/** What was caught for a deal outside of any meeting, and what was moved here out of a meeting of another deal; newest first. Pains, wants and promises stand in the deal's own lists, and so do open "?". */
export async function readOutsideLines(database: BatonDatabase, dealId: string): Promise<OutsideLine[]> {
  const of = { dealId };
  const own = new Set(await database.meetings.where(of).primaryKeys());
  const outside = (row: { meetingId: string }): boolean => !own.has(row.meetingId);
  const entries = (await readEntries(database, of, outside)).filter((entry) => !isOfDeal(kindOf(entry)) && !(entry.type === 'gap' && isOpenGap(entry.row)));
  const others = [...new Set(entries.map(({ row }) => row.meetingId))].filter((id) => id !== '');
  const meetings = new Map((await database.meetings.bulkGet(others)).flatMap((m) => (m ? [[m.id, m]] : [])));
  return entries.sort(byTime).reverse().map((entry) => ({ entry, meeting: meetings.get(entry.row.meetingId) ?? null }));
}
