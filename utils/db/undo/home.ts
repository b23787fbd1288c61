/** Where something belongs by the time it is written: another window may have filed or deleted its meeting, or deleted its deal, since it was sent. */
import { UNFILED } from '../../deal/deal';
import type { BatonDatabase } from '../database';

/** What of a line says where it belongs. */
export interface Placed { meetingId: string; dealId: string }
export type Home = Placed & { itemId?: null; topic?: null; offsetMs?: null };

/**
 * Null for a line that belongs where it was sent to. One that is its meeting's deal's (`along`) goes where that is filed by now. One
 * whose deal is gone waits with what has no deal yet: the box it was typed in is gone too, so nobody could send it again.
 */
export async function homeOf(database: BatonDatabase, { meetingId, dealId }: Placed, along: boolean): Promise<Home | null> {
  const [meeting, deal] = await Promise.all([meetingId === '' ? undefined : database.meetings.get(meetingId), dealId === UNFILED ? undefined : database.deals.get(dealId)]);
  const filed = along && meeting ? meeting.dealId : dealId;
  if (filed !== dealId) return { meetingId, dealId: filed };
  const outside = meeting ? { meetingId } : { meetingId: '', offsetMs: null };
  if (dealId !== UNFILED) return deal ? null : { ...outside, dealId: UNFILED, itemId: null, topic: null };
  return meetingId === '' || meeting ? null : { ...outside, dealId };
}

/** What was said in a deal's meeting is not written once that was filed under another deal. Call it inside a transaction over meetings. */
export async function requireFiled(database: BatonDatabase, meetingId: string | null | undefined, dealId: string): Promise<void> {
  const meeting = meetingId ? await database.meetings.get(meetingId) : undefined;
  if (meeting && meeting.dealId !== dealId) throw new Error('the meeting is of another deal by now', { cause: 'gone' });
}
