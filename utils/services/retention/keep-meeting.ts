/** Sets the date on which a meeting's text is deleted; null keeps it whatever the general rule says, undefined leaves it to that rule. False when there is no text any more. */
import { change } from '../../db/undo/change';
import type { BatonDatabase } from '../../db/database';
import { requireDays } from '../../time/field-day';

export async function setDeleteBy(database: BatonDatabase, meetingId: string, deleteBy: string | null | undefined, at: number): Promise<boolean> {
  requireDays({ deleteBy });
  return change(database, 'meeting', { meetingId, dealId: (await database.meetings.get(meetingId))?.dealId ?? '', at }, async (writer) => {
    const meeting = await database.meetings.get(meetingId);
    if (!meeting || meeting.purgedAt !== undefined) return false;
    const { deleteBy: _before, ...rest } = meeting;
    await writer.put('meetings', { ...rest, ...(deleteBy === undefined ? {} : { deleteBy }), updatedAt: at });
    return true;
  });
}
