/** Is this the same meeting again? A room is not a meeting: room and time gap decide (domain.md §6 no. 1, 2). */
import type { Meeting, PlatformId, Segment } from './meeting';

/** Coming back to the same room within this time resumes the meeting. */
export const REJOIN_WINDOW_MS = 15 * 60_000;
/** A reload or a dropped line shorter than this doesn't even split the segment. */
export const SAME_SEGMENT_MS = 2 * 60_000;
/** A call on another platform or room within this time may be the same meeting: the rep is asked. */
export const CONTINUE_WINDOW_MS = 30 * 60_000;

/** A meeting that nobody ended would run for ever: this long after it was last heard of it is over. */
export const LONGEST_CALL_MS = 12 * 3_600_000;

/** True while the meeting runs at `at`, as far as anybody can tell. */
export function mayStillRun(meeting: Pick<Meeting, 'state' | 'startedAt' | 'updatedAt'>, at: number): boolean {
  return meeting.state === 'live' && at - Math.max(meeting.startedAt, meeting.updatedAt) <= LONGEST_CALL_MS;
}

/** When the call last ran: its end, or the instant something was last heard of it. */
export function lastSeen(meeting: Meeting): number {
  return meeting.endedAt ?? meeting.updatedAt;
}

/** The meeting that joining `room` at `at` resumes, or null for a new one. */
export function meetingToResume(candidates: readonly Meeting[], room: string, at: number): Meeting | null {
  const same = candidates.filter((m) => m.room === room && m.state !== 'closed' && at - lastSeen(m) <= REJOIN_WINDOW_MS);
  return same.sort((a, b) => b.startedAt - a.startedAt)[0] ?? null;
}

/** Earlier meetings that the current one might be a continuation of, in the order of `open`; not those it was said to be apart from. */
export function continuable(current: Meeting, open: readonly Meeting[]): Meeting[] {
  return open.filter(
    (m) => m.id !== current.id && !current.apartFrom?.includes(m.id) && m.startedAt <= current.startedAt && m.state !== 'closed' && current.startedAt - lastSeen(m) <= CONTINUE_WINDOW_MS,
  );
}

/** Segments after being seen in `room` at `at`: the open one goes on, a short gap is closed, else a new one begins. */
export function enterSegment(segments: readonly Segment[], platform: PlatformId, room: string | null, at: number): Segment[] {
  const last = segments.at(-1);
  if (last && last.platform === platform && last.room === room && (last.to === null || at - last.to <= SAME_SEGMENT_MS)) {
    return [...segments.slice(0, -1), { ...last, to: null }];
  }
  return [...closeSegments(segments, at), { platform, room, from: at, to: null }];
}

/** Segments with none left open. */
export function closeSegments(segments: readonly Segment[], at: number): Segment[] {
  return segments.map((s) => (s.to === null ? { ...s, to: Math.max(at, s.from) } : s));
}

/** Segments parted in two: what ran until `endedAt`, and what runs from `at` on. One that went through both is cut. */
export function cutSegments(segments: readonly Segment[], endedAt: number, at: number): [before: Segment[], after: Segment[]] {
  const before = segments.filter((s) => s.from < at).map((s) => ({ ...s, to: Math.max(s.from, Math.min(s.to ?? endedAt, endedAt)) }));
  const after = segments.filter((s) => s.to === null || s.to > at).map((s) => ({ ...s, from: Math.max(s.from, at) }));
  return [before, after];
}
