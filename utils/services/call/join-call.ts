/** A call page says: we are in. Resumes the meeting of this room, or starts a new one. */
import type { BatonDatabase } from '../../db/database';
import { readDealDueIn } from '../../db/deal-of-room';
import type { PresenceRow } from '../../db/rows';
import { closeSegments, enterSegment, meetingToResume } from '../../meeting/continuity';
import type { Meeting, Rejoin } from '../../meeting/meeting';
import { rejoinAfterBreak, withRejoin } from '../../meeting/rejoin';
import { beginInRoom } from '../meeting/begin-meeting';
import { endInTab } from './leave-call';

export interface CallPage { tabId: number; windowId: number | null; platform: 'meet' | 'zoom'; room: string }

/** Joins; idempotent: a second signal of the same call changes nothing. Returns the meeting's id. */
export async function joinCall(database: BatonDatabase, page: CallPage, at: number): Promise<string> {
  return database.transaction('rw', [database.meetings, database.presence, database.deals, database.bin], async () => {
    const before = await database.presence.get(page.tabId);
    if (before && before.room !== page.room) await endInTab(database, page.tabId, at);
    const candidates = await database.meetings.where({ room: page.room }).toArray();
    const resumed = meetingToResume(candidates, page.room, at);
    const rejoin = resumed && (await breakIn(database, resumed, before, at));
    const another = resumed && rejoin ? await isPlannedOther(database, resumed, at) : false;
    // Left behind by a browser that was killed, it would run on beside the new one.
    if (another && resumed?.state === 'live') await endAt(database, resumed, rejoin?.endedAt ?? at);
    const meeting = resumed && !another ? resumed : await beginInRoom(database, page, at, another ? resumed : null);
    await database.meetings.put({
      ...meeting,
      ...(rejoin && !another ? { rejoins: withRejoin(meeting, rejoin) } : {}),
      state: 'live',
      endedAt: null,
      segments: enterSegment(meeting.segments, page.platform, page.room, at),
      updatedAt: at,
    });
    const presence: PresenceRow = { ...page, state: 'joined', blind: null, meetingId: meeting.id, title: before?.title ?? '', at };
    await database.presence.put(presence);
    return meeting.id;
  });
}

async function endAt(database: BatonDatabase, meeting: Meeting, endedAt: number): Promise<void> {
  await database.meetings.put({ ...meeting, state: 'wrap_up', endedAt, segments: closeSegments(meeting.segments, endedAt) });
}

/** The break after which the meeting goes on; null when there was none worth a question. */
async function breakIn(database: BatonDatabase, meeting: Meeting, before: PresenceRow | undefined, at: number): Promise<Rejoin | null> {
  const there = await database.presence.where({ meetingId: meeting.id }).toArray();
  const running = there.some((p) => p.state === 'joined' || p.state === 'blind');
  const cause = before?.meetingId === meeting.id ? before.cause : undefined;
  return rejoinAfterBreak(meeting, { running, dropped: cause !== undefined && cause !== 'hangup' && cause !== 'ended' }, at);
}

/** Another deal's meeting is planned in this room for this hour, and for later than this one began: it is that one. */
async function isPlannedOther(database: BatonDatabase, meeting: Meeting, at: number): Promise<boolean> {
  const due = await readDealDueIn(database, meeting.room, at);
  return due !== null && due.id !== meeting.dealId && (due.next?.startsAt ?? 0) > meeting.startedAt;
}
