/** The rep ends or resumes a meeting by hand. */
import type { BatonDatabase } from '../../db/database';
import { lastSignOf } from '../../db/library/read-running';
import { closeSegments, enterSegment } from '../../meeting/continuity';
import { isSilent } from '../../meeting/silence';

/** Ends a live meeting at `at`: it waits for its review. */
export async function endMeeting(database: BatonDatabase, id: string, at: number): Promise<void> {
  await database.transaction('rw', database.meetings, async () => {
    const meeting = await database.meetings.get(id);
    if (!meeting || meeting.state !== 'live') return;
    await database.meetings.put({ ...meeting, state: 'wrap_up', endedAt: at, segments: closeSegments(meeting.segments, at), updatedAt: at });
  });
}

/**
 * Ends every meeting that nothing was heard of for half a day, at the last that was: a killed browser or a forgotten
 * one begun by hand. Its review waits as that of any other. Resolves to how many.
 */
export async function endSilentMeetings(database: BatonDatabase, at: number): Promise<number> {
  return database.transaction('rw', database.tables, async () => {
    const live = await database.meetings.where({ state: 'live' }).toArray();
    let ended = 0;
    for (const meeting of live) {
      const last = await lastSignOf(database, meeting);
      if (!isSilent(last, at)) continue;
      await database.meetings.put({ ...meeting, state: 'wrap_up', endedAt: last, segments: closeSegments(meeting.segments, last), updatedAt: last });
      ended += 1;
    }
    return ended;
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
