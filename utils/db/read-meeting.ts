/** Reads of one meeting and of what is going on now. */
import type { Meeting } from '../meeting/meeting';
import type { Commitment, Gap, Note, Want } from '../notes/records';
import type { BatonDatabase } from './database';
import type { PacketRow, PresenceRow } from './rows';

/** A captured line of any kind, for the time line. */
export type TimelineEntry =
  | { type: 'note'; row: Note }
  | { type: 'gap'; row: Gap }
  | { type: 'commitment'; row: Commitment }
  | { type: 'want'; row: Want };

/** Which table keeps which kind of entry. */
export const TABLE_OF = { note: 'notes', gap: 'gaps', commitment: 'commitments', want: 'wants' } as const satisfies Record<TimelineEntry['type'], string>;

export type LineTable = (typeof TABLE_OF)[TimelineEntry['type']];

/** Everything captured in a meeting, whatever deal it was filed under, oldest first. */
export async function readTimeline(database: BatonDatabase, meetingId: string): Promise<TimelineEntry[]> {
  const of = { meetingId };
  const [notes, gaps, commitments, wants] = await Promise.all([
    database.notes.where(of).toArray(),
    database.gaps.where(of).toArray(),
    database.commitments.where(of).toArray(),
    database.wants.where(of).toArray(),
  ]);
  const all: TimelineEntry[] = [
    ...notes.map((row) => ({ type: 'note' as const, row })),
    ...gaps.map((row) => ({ type: 'gap' as const, row })),
    ...commitments.map((row) => ({ type: 'commitment' as const, row })),
    ...wants.map((row) => ({ type: 'want' as const, row })),
  ];
  return all.sort(byTime);
}

/** Oldest first; what was said in the same instant keeps one order. */
export function byTime(a: TimelineEntry, b: TimelineEntry): number {
  return a.row.at - b.row.at || (a.row.id < b.row.id ? -1 : 1);
}

/** Meetings that are still running or wait for their review, newest first. */
export async function readOpenMeetings(database: BatonDatabase): Promise<Meeting[]> {
  const rows = await database.meetings.where('state').anyOf('live', 'wrap_up').sortBy('startedAt');
  return rows.reverse();
}

export async function readPresence(database: BatonDatabase, tabId: number): Promise<PresenceRow | null> {
  return (await database.presence.get(tabId)) ?? null;
}

/** Packets of a deal, newest first. */
export async function readPackets(database: BatonDatabase, dealId: string): Promise<PacketRow[]> {
  return (await database.packets.where({ dealId }).sortBy('number')).reverse();
}
