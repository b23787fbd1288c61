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

/** A plan this near to its time says whose call it is, against everything else; a call is seldom begun earlier, or later. */
export const SURE_MS = 3 * 3_600_000;

/** A deal that a room may lead to. `metAt`: when it last met in that room, null when it never did. */
export interface RoomCandidate<T> { deal: T; next: Pick<PlannedMeeting, 'startsAt' | 'room'> | null; metAt: number | null; updatedAt: number }

/** The smaller, the better: how sure the room is of the deal, then how near, then the newest. */
function claimOf<T>({ next, metAt, updatedAt }: RoomCandidate<T>, room: string, at: number): [sureness: number, distance: number, age: number] {
  const planned = next !== null && isPlannedCall(next, room, at) ? next : null;
  if (planned?.startsAt != null && Math.abs(at - planned.startsAt) <= SURE_MS) return [0, Math.abs(at - planned.startsAt), -updatedAt];
  if (planned?.startsAt === null && planned.room === room) return [1, 0, -updatedAt];
  // Who met here last, and not who was edited last. A plan for hours from now only speaks where nobody met.
  if (metAt !== null) return [2, -metAt, -updatedAt];
  return planned?.startsAt != null ? [3, Math.abs(at - planned.startsAt), -updatedAt] : [4, 0, -updatedAt];
}

/**
 * Which deal a call that begins at `at` in `room` is about: several customers may share a personal room. The plan
 * nearest to its time wins, within three hours; then one without a time; then who met here last; then a plan for the
 * same half day; then whom the room is remembered with. Null when there is none.
 */
export function dealOfCall<T>(candidates: readonly RoomCandidate<T>[], room: string, at: number): T | null {
  const claims = candidates.map((one) => ({ deal: one.deal, claim: claimOf(one, room, at) }));
  claims.sort((a, b) => a.claim[0] - b.claim[0] || a.claim[1] - b.claim[1] || a.claim[2] - b.claim[2]);
  return claims[0]?.deal ?? null;
}

/** May a plan that a meeting took by mistake be given back at `at`? Long after its time it would only be in the way. */
export function isStillAhead(plan: Pick<PlannedMeeting, 'startsAt'>, at: number): boolean {
  return plan.startsAt === null || at <= plan.startsAt + NEAR_MS;
}

/** True when there is nothing in it worth keeping. */
export function isEmptyPlan(plan: PlannedMeeting): boolean {
  return plan.title.trim() === '' && plan.aim.trim() === '' && plan.startsAt === null && plan.url.trim() === '' && plan.people.length === 0;
}
