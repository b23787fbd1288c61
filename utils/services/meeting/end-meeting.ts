/** The rep ends or resumes a meeting by hand. */
import type { BatonDatabase } from '../../db/database';
import { closeSegments, enterSegment } from '../../meeting/continuity';

/** Ends a live meeting at `at`: it waits for its review. */
export async function endMeeting(database: BatonDatabase, id: string, at: number): Promise<void> {
  await database.transaction('rw', database.meetings, async () => {
    const meeting = await database.meetings.get(id);
    if (!meeting || meeting.state !== 'live') return;
    await database.meetings.put({ ...meeting, state: 'wrap_up', endedAt: at, segments: closeSegments(meeting.segments, at), updatedAt: at });
  });
}

/** Back into the call view: the review was opened too early, or the talk went on. */
export async function resumeMeeting(database: BatonDatabase, id: string, at: number): Promise<void> {
  await database.transaction('rw', database.meetings, async () => {
    const meeting = await database.meetings.get(id);
    if (!meeting || meeting.state === 'live') return;
    const last = meeting.segments.at(-1);
    const segments = enterSegment(meeting.segments, last?.platform ?? 'manual', last?.room ?? null, at);
    await database.meetings.put({ ...meeting, state: 'live', endedAt: null, segments, updatedAt: at });
  });
}

/** The review is done. The meeting stays readable; its gaps live on. */
export async function closeMeeting(database: BatonDatabase, id: string, at: number): Promise<void> {
  await database.transaction('rw', database.meetings, async () => {
    const meeting = await database.meetings.get(id);
    if (meeting) await database.meetings.put({ ...meeting, state: 'closed', endedAt: meeting.endedAt ?? at, segments: closeSegments(meeting.segments, at), updatedAt: at });
  });
}

/**
 * A review that was closed is waiting again: the panel lists it, and a new packet can be made of it. The call itself stays
 * over. False for a meeting that is not closed, or whose text was deleted: there is nothing to look over.
 */
export async function reopenReview(database: BatonDatabase, id: string, at: number): Promise<boolean> {
  return database.transaction('rw', database.meetings, async () => {
    const meeting = await database.meetings.get(id);
    if (meeting?.state !== 'closed' || meeting.purgedAt !== undefined) return false;
    await database.meetings.put({ ...meeting, state: 'wrap_up', updatedAt: at });
    return true;
  });
}
