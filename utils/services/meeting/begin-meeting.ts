/** A meeting that begins: on the deal its room is known by, with what was planned for it. */
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import { nextOrdinal } from '../../db/next-ordinal';
import { enterSegment } from '../../meeting/continuity';
import type { Meeting, PlatformId } from '../../meeting/meeting';
import { utcOffsetAt } from '../../settings/clock';
import { takePlan } from '../deal/plan-meeting';

export interface Place { platform: PlatformId; /** Null without a page. */ room: string | null }

/**
 * A meeting with nothing in it yet that begins at `at`, filed under `dealId` ('' when none is picked); a plan of the deal
 * gives its title and aim and is used up. Not written yet. Call it inside a transaction over meetings, deals and the bin.
 */
export async function beginMeeting(database: BatonDatabase, { platform, room }: Place, dealId: string, at: number): Promise<Meeting> {
  const ordinal = await nextOrdinal(database, dealId);
  const plan = await takePlan(database, dealId, room, at);
  return {
    id: newId(), dealId, ordinal, title: plan?.title ?? '', state: 'live', startedAt: at, endedAt: null, utcOffset: utcOffsetAt(at),
    segments: enterSegment([], platform, room, at), participants: [], consents: [], aim: plan?.aim ?? '', room: room ?? '',
    minutesEdits: {}, nextDate: null, updatedAt: at,
  };
}
