/** Files a whole meeting under a deal: picking one for the first time, or moving it from a wrong one. */
import type { BatonDatabase } from '../../db/database';
import type { ChangeWriter } from '../../db/change';
import { change } from '../../db/change';
import { nextOrdinal } from '../../db/next-ordinal';
import { isPlannedCall } from '../../deal/planned-meeting';

/**
 * Moves the meeting and everything captured in it that was filed with it. Lines that were filed
 * under another deal on purpose stay there. The new deal remembers the room. One undo step.
 */
export async function fileMeeting(database: BatonDatabase, meetingId: string, dealId: string, at: number): Promise<void> {
  await change(database, 'move', { meetingId, dealId, at }, async (writer) => {
    const meeting = await database.meetings.get(meetingId);
    const deal = await database.deals.get(dealId);
    if (!meeting || !deal) throw new Error('no such meeting or deal');
    const from = meeting.dealId;
    // Back where it is already, it keeps its number.
    const ordinal = from === dealId && meeting.ordinal > 0 ? meeting.ordinal : await nextOrdinal(database, dealId, meetingId);
    const planned = deal.next && isPlannedCall(deal.next, meeting.room || null, meeting.startedAt) ? deal.next : null;
    await writer.put('meetings', { ...meeting, dealId, ordinal, title: meeting.title || (planned?.title ?? ''), aim: meeting.aim || (planned?.aim ?? ''), updatedAt: at });
    const rooms = meeting.room && !deal.rooms.includes(meeting.room) ? [...deal.rooms, meeting.room] : deal.rooms;
    await writer.put('deals', { ...deal, rooms, ...(planned ? { next: null } : {}), updatedAt: at });
    await forgetRoom(database, writer, from, meeting.room);
    for (const table of ['notes', 'gaps', 'commitments', 'wants', 'answers', 'contradictions', 'clips'] as const) {
      const rows = await database.table<{ id: string; dealId: string; meetingId: string }>(table).where({ meetingId }).toArray();
      for (const row of rows) if (row.dealId === from) await writer.put(table, { ...row, dealId });
    }
  });
}

/** The deal the meeting was wrongly filed under must not attract the room again. */
async function forgetRoom(database: BatonDatabase, writer: ChangeWriter, dealId: string, room: string): Promise<void> {
  const wrong = dealId && room ? await database.deals.get(dealId) : undefined;
  if (wrong?.rooms.includes(room)) await writer.put('deals', { ...wrong, rooms: wrong.rooms.filter((r) => r !== room) });
}
