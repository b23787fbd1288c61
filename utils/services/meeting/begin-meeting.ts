/** A meeting that begins: on the deal its room is known by, with what was planned for it. */
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import { nextOrdinal } from '../../db/next-ordinal';
import { readDealDueIn, readDealOfRoom } from '../../db/deal-of-room';
import { UNFILED } from '../../deal/deal';
import type { PlannedMeeting } from '../../deal/planned-meeting';
import { enterSegment } from '../../meeting/continuity';
import type { Meeting, PlatformId } from '../../meeting/meeting';
import { utcOffsetAt } from '../../settings/clock';
import { takePlan } from '../deal/plan-meeting';

export interface Place { platform: PlatformId; /** Null without a page. */ room: string | null }

function blank({ platform, room }: Place, dealId: string, ordinal: number, plan: PlannedMeeting | null, at: number): Meeting {
  return {
    id: newId(), dealId, ordinal, title: plan?.title ?? '', state: 'live', startedAt: at, endedAt: null, utcOffset: utcOffsetAt(at),
    segments: enterSegment([], platform, room, at), participants: [], consents: [], aim: plan?.aim ?? '', room: room ?? '',
    minutesEdits: {}, nextDate: null, ...(plan ? { tookPlan: plan } : {}), updatedAt: at,
  };
}

/**
 * A meeting with nothing in it yet that begins at `at`, filed under `dealId` ('' when none is picked); a plan of the deal
 * gives its title and aim and is used up. Not written yet. Call it inside a transaction over meetings, deals and the bin.
 */
export async function beginMeeting(database: BatonDatabase, place: Place, dealId: string, at: number): Promise<Meeting> {
  return blank(place, dealId, await nextOrdinal(database, dealId), await takePlan(database, dealId, place.room, at), at);
}

/**
 * The same in a room: on the deal that is planned there for this hour, else on the one last used there. `partedFrom` is a
 * meeting of the room that this one does not go on: its deal is not taken, and the two can be made one again.
 */
export async function beginInRoom(database: BatonDatabase, place: Place & { room: string }, at: number, partedFrom: Meeting | null): Promise<Meeting> {
  const deal = (await readDealDueIn(database, place.room, at)) ?? (await readDealOfRoom(database, place.room, at));
  const dealId = deal && deal.id !== partedFrom?.dealId ? deal.id : UNFILED;
  const ordinal = await nextOrdinal(database, dealId);
  const plan = await takePlan(database, dealId, place.room, at);
  const meeting = blank(place, dealId, ordinal, plan, at);
  return partedFrom ? { ...meeting, partedFrom: { meetingId: partedFrom.id, dealId, plan } } : meeting;
}
