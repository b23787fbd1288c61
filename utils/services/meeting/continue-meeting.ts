/** "This call is the same meeting": a call that moved to another platform or room (domain.md §6 no. 14). */
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import { closeSegments } from '../../meeting/continuity';
import type { Meeting } from '../../meeting/meeting';
import { offsetOf } from '../../meeting/meeting';
import { mergeParticipants } from '../../meeting/participants';

interface Row { id: string; dealId: string; meetingId: string; at: number; offsetMs: number | null }

function joined(earlier: Meeting, current: Meeting, at: number): Meeting {
  const people = current.participants.map((p) => ({ name: p.name, self: p.self }));
  return {
    ...earlier,
    state: current.state,
    endedAt: current.endedAt,
    room: current.room || earlier.room,
    segments: [...closeSegments(earlier.segments, current.startedAt), ...current.segments],
    participants: mergeParticipants(earlier.participants, people, false, current.startedAt, current.participants),
    consents: [...earlier.consents, ...current.consents],
    updatedAt: at,
  };
}

/** Folds meeting `currentId` into `earlierId`: segments, people, everything captured; clocks are recomputed. */
export async function continueMeeting(database: BatonDatabase, currentId: string, earlierId: string, at: number): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    const current = await database.meetings.get(currentId);
    const earlier = await database.meetings.get(earlierId);
    if (!current || !earlier) throw new Error('no such meeting');
    const whole = joined(earlier, current, at);
    await database.meetings.put(whole);
    for (const table of ['notes', 'gaps', 'commitments', 'wants', 'answers', 'contradictions'] as const) {
      const rows = await database.table<Row>(table).where({ meetingId: currentId }).toArray();
      const dealOf = (row: Row): string => (row.dealId === current.dealId ? earlier.dealId : row.dealId);
      await database.table<Row>(table).bulkPut(
        rows.map((row) => ({ ...row, meetingId: earlierId, dealId: dealOf(row), ...(row.offsetMs === null || row.offsetMs === undefined ? {} : { offsetMs: offsetOf(whole, row.at) }) })),
      );
    }
    await database.presence.where({ meetingId: currentId }).modify({ meetingId: earlierId });
    const drafts = await database.drafts.where({ meetingId: currentId }).toArray();
    // Gone first: the key of a draft that is not the meeting's own (of an answer, of a line) stays the same.
    await database.drafts.bulkDelete(drafts.map((d) => d.key));
    await database.drafts.bulkPut(drafts.map((d) => ({ ...d, meetingId: earlierId, key: d.key.replace(currentId, earlierId) })));
    // Undo steps of the short-lived record would bring rows of a meeting back that no longer exists.
    await database.changes.where({ meetingId: currentId }).delete();
    await database.meetings.delete(currentId);
  });
}

/** The other way: same room, but a new meeting starts now. Ends the old one; the tab follows the new one. */
export async function splitMeeting(database: BatonDatabase, id: string, at: number): Promise<string | null> {
  return database.transaction('rw', database.meetings, database.presence, async () => {
    const old = await database.meetings.get(id);
    if (!old) return null;
    await database.meetings.put({ ...old, state: 'wrap_up', endedAt: at, segments: closeSegments(old.segments, at), updatedAt: at });
    const last = old.segments.at(-1);
    const fresh: Meeting = {
      ...old, id: newId(), ordinal: old.ordinal === 0 ? 0 : old.ordinal + 1, title: '', state: 'live', startedAt: at, endedAt: null,
      segments: [{ platform: last?.platform ?? 'manual', room: last?.room ?? null, from: at, to: null }],
      participants: old.participants.filter((p) => p.leftAt === null).map((p) => ({ ...p, joinedAt: at })),
      consents: [], aim: '', minutesEdits: {}, nextDate: null, updatedAt: at,
      tookPlan: null,
    };
    await database.meetings.add(fresh);
    await database.presence.where({ meetingId: id }).modify({ meetingId: fresh.id });
    return fresh.id;
  });
}
