/** The next meeting of a deal while it is being prepared: what it is for, when, where and with whom. */

export interface PlannedPerson { name: string; email: string }

export interface PlannedMeeting {
  title: string;
  /** Epoch milliseconds, or null while only the aim is known. */
  startsAt: number | null;
  endsAt: number | null;
  /** What has to be known or decided when it is over. */
  aim: string;
  /** Room key such as `meet:abc-defg-hij`, or null. */
  room: string | null;
  /** The link as it was given, '' without one. */
  url: string;
  people: PlannedPerson[];
}

/** How far from its time a meeting may begin and still be the planned one: calls are moved within a day, not between days. */
export const NEAR_MS = 12 * 3_600_000;

/** Is the call that begins at `at` in `room` (null: no page) the one that was planned? */
export function isPlannedCall(plan: Pick<PlannedMeeting, 'startsAt' | 'room'>, room: string | null, at: number): boolean {
  const near = plan.startsAt === null || Math.abs(at - plan.startsAt) <= NEAR_MS;
  return near && (plan.room === null || room === null || plan.room === room);
}

/** True when there is nothing in it worth keeping. */
export function isEmptyPlan(plan: PlannedMeeting): boolean {
  return plan.title.trim() === '' && plan.aim.trim() === '' && plan.startsAt === null && plan.url.trim() === '' && plan.people.length === 0;
}
