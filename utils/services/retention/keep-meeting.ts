/** Sets the date on which a meeting's text is deleted; null keeps it whatever the general rule says. */
import { change } from '../../db/change';
import type { BatonDatabase } from '../../db/database';

export async function setDeleteBy(database: BatonDatabase, meetingId: string, deleteBy: string | null, at: number): Promise<void> {
  await change(database, 'meeting', { meetingId, dealId: (await database.meetings.get(meetingId))?.dealId ?? '', at }, async (writer) => {
    const meeting = await database.meetings.get(meetingId);
    if (meeting && meeting.purgedAt === undefined) await writer.put('meetings', { ...meeting, deleteBy, updatedAt: at });
  });
}
