/** Captured lines of every kind, read together: of a meeting or of a deal. */
import type { Commitment, Gap, LineKind, Note, Want } from '../notes/records';
import type { BatonDatabase } from './database';

/** A captured line of any kind, for the time line. */
export type TimelineEntry =
  | { type: 'note'; row: Note }
  | { type: 'gap'; row: Gap }
  | { type: 'commitment'; row: Commitment }
  | { type: 'want'; row: Want };

/** Which table keeps which kind of entry. */
export const TABLE_OF = { note: 'notes', gap: 'gaps', commitment: 'commitments', want: 'wants' } as const satisfies Record<TimelineEntry['type'], string>;

export type LineTable = (typeof TABLE_OF)[TimelineEntry['type']];

/** What a line became. */
export function kindOf(entry: TimelineEntry): LineKind {
  return entry.type === 'note' ? entry.row.kind : entry.type;
}

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
