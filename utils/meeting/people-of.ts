/** Whom an answer or a "?" may name where it is written down. */
import type { Meeting, Participant } from './meeting';

/** The people of this meeting; outside of meetings, those of all of the deal's: each name once, as the newest meeting knew them. */
export function peopleOf(meeting: Pick<Meeting, 'participants'> | null, meetings: readonly Pick<Meeting, 'participants' | 'startedAt'>[]): Participant[] {
  if (meeting) return meeting.participants;
  const newestFirst = [...meetings].sort((a, b) => b.startedAt - a.startedAt).flatMap((m) => m.participants);
  return [...new Map(newestFirst.toReversed().map((p) => [p.name, p])).values()].toReversed();
}
