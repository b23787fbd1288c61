/** Reads of the meetings that go on, of what a tab shows, and of the packets of a deal. */
import type { Meeting } from '../meeting/meeting';
import type { BatonDatabase } from './database';
import type { PacketRow, PresenceRow } from './rows';

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
