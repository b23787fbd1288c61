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
