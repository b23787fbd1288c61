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

/** People come a little early, and calls begin late because the one before runs on. */
const EARLY_MS = 10 * 60_000;
const LATE_MS = 30 * 60_000;

/** How far `at` is from the beginning of a plan for exactly this room, or null when it isn't its hour. */
function distanceTo(plan: PlannedMeeting | null | undefined, room: string, at: number): number | null {
  if (!plan || plan.startsAt === null || plan.room !== room) return null;
  return at < plan.startsAt - EARLY_MS || at > plan.startsAt + LATE_MS ? null : Math.abs(at - plan.startsAt);
}

/** Of deals that know `room`, the one whose meeting is planned there for this hour; null when there is none. */
export function dealDueIn<D extends { next?: PlannedMeeting | null }>(deals: readonly D[], room: string, at: number): D | null {
  const due = deals.flatMap((deal) => {
    const distance = distanceTo(deal.next, room, at);
    return distance === null ? [] : [{ deal, distance }];
  });
  return due.sort((a, b) => a.distance - b.distance)[0]?.deal ?? null;
}

/** True when there is nothing in it worth keeping. */
export function isEmptyPlan(plan: PlannedMeeting): boolean {
  return plan.title.trim() === '' && plan.aim.trim() === '' && plan.startsAt === null && plan.url.trim() === '' && plan.people.length === 0;
}
