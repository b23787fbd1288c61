/** Captured lines of every kind, read together: of a meeting or of a deal. */
import type { BatonDatabase } from './database';
import type { TimelineEntry } from './read-meeting';
import { TABLE_OF } from './read-meeting';

/** Everything captured in a meeting, whatever deal it was filed under, oldest first. */
export async function readTimeline(database: BatonDatabase, meetingId: string): Promise<TimelineEntry[]> {
  return (await readEntries(database, { meetingId })).sort(byTime);
}

const TYPES = Object.keys(TABLE_OF) as TimelineEntry['type'][];

/** Lines of every kind, of a meeting or of a deal; `only` those, if it is given. In no order of time. */
export async function readEntries(database: BatonDatabase, of: { meetingId: string } | { dealId: string }, only?: (row: TimelineEntry['row']) => boolean): Promise<TimelineEntry[]> {
  const byType = await Promise.all(TYPES.map(async (type) => {
    const found = database.table<TimelineEntry['row']>(TABLE_OF[type]).where(of);
    return (await (only ? found.filter(only) : found).toArray()).map((row) => ({ type, row }) as TimelineEntry);
  }));
  return byType.flat();
}

/** Oldest first; what was said in the same instant keeps one order. */
export function byTime(a: TimelineEntry, b: TimelineEntry): number {
  return a.row.at - b.row.at || (a.row.id < b.row.id ? -1 : 1);
}
