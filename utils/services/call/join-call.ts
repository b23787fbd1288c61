/** A call page says: we are in. Resumes the meeting of this room, or starts a new one. */
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import { readDealOfRoom } from '../../db/read-deal';
import type { PresenceRow } from '../../db/rows';
import { UNFILED } from '../../deal/deal';
import { enterSegment, meetingToResume } from '../../meeting/continuity';
import type { Meeting, PlatformId } from '../../meeting/meeting';
import { utcOffsetAt } from '../../settings/clock';
import { takePlan } from '../deal/plan-meeting';
import { endInTab } from './leave-call';

export interface CallPage { tabId: number; windowId: number | null; platform: 'meet' | 'zoom'; room: string }

/** A meeting with nothing in it yet. `ordinal` counts the deal's meetings from 1. */
export function blankMeeting(platform: PlatformId, room: string | null, dealId: string, ordinal: number, at: number): Meeting {
  return {
    id: newId(), dealId, ordinal, title: '', state: 'live', startedAt: at, endedAt: null, utcOffset: utcOffsetAt(at),
    segments: enterSegment([], platform, room, at), participants: [], consents: [], aim: '', room: room ?? '',
    minutesEdits: {}, nextDate: null, updatedAt: at,
  };
}

/** Joins; idempotent: a second signal of the same call changes nothing. Returns the meeting's id. */
export async function joinCall(database: BatonDatabase, page: CallPage, at: number): Promise<string> {
  return database.transaction('rw', database.meetings, database.presence, database.deals, async () => {
    const before = await database.presence.get(page.tabId);
    if (before && before.room !== page.room) await endInTab(database, page.tabId, at);
    const candidates = await database.meetings.where({ room: page.room }).toArray();
    const resumed = meetingToResume(candidates, page.room, at);
    const meeting = resumed ?? (await newMeeting(database, page, at));
    await database.meetings.put({
      ...meeting,
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

async function newMeeting(database: BatonDatabase, page: CallPage, at: number): Promise<Meeting> {
  const deal = await readDealOfRoom(database, page.room, at);
  const ordinal = deal ? (await database.meetings.where({ dealId: deal.id }).count()) + 1 : 0;
  const blank = blankMeeting(page.platform, page.room, deal?.id ?? UNFILED, ordinal, at);
  const plan = deal ? await takePlan(database, deal.id, page.room, at) : null;
  return plan ? { ...blank, ...plan } : blank;
}
