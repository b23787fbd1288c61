/**
 * Did another meeting begin in the room? A break in the call asks it; where titles or people make it certain, nobody
 * is asked (product.md "Back-to-back calls never mix", domain.md §6 no. 1).
 */
import { compareKey } from '../text/normalize';
import { lastSeen, SAME_SEGMENT_MS } from './continuity';
import type { Meeting, Participant, Rejoin } from './meeting';

/** What is known of the call when it is joined again. */
export interface Interruption {
  /** A tab is in it all the time. */
  running: boolean;
  /** The tab that comes back had lost it or was loaded again; nobody hung up. */
  dropped: boolean;
}

/** The break that `meeting` goes on after at `at`; null for a page loaded again, a line that dropped, a second tab. */
export function rejoinAfterBreak(meeting: Meeting, { running, dropped }: Interruption, at: number): Rejoin | null {
  if (running) return null;
  const endedAt = lastSeen(meeting);
  return !dropped || at - endedAt > SAME_SEGMENT_MS ? { at, endedAt, title: '', seen: [] } : null;
}

/** The break that is asked about: the newest. */
export function openRejoin(meeting: Pick<Meeting, 'rejoins'>): Rejoin | null {
  return meeting.rejoins?.at(-1) ?? null;
}

/** Breaks with the newest one changed. */
export function withOpenRejoin(meeting: Pick<Meeting, 'rejoins'>, part: Partial<Rejoin>): Rejoin[] {
  const [newest, ...earlier] = [...(meeting.rejoins ?? [])].reverse();
  return newest ? [...earlier.reverse(), { ...newest, ...part }] : [];
}

/** Shorter than that it was nobody's call; and a page that makes up calls is not followed in each of them. */
const SHORTEST_CALL_MS = 60_000;

/** Had there been a call at all before the break? Only then may titles and people decide by themselves that another one began. */
export function wasCall(meeting: Pick<Meeting, 'startedAt' | 'rejoins'>, rejoin: Rejoin): boolean {
  const earlier = (meeting.rejoins ?? []).filter((one) => one.at < rejoin.at).at(-1);
  return rejoin.endedAt - Math.max(meeting.startedAt, earlier?.at ?? 0) >= SHORTEST_CALL_MS;
}

/** Breaks that are kept: more of them nobody answers. */
const MOST_REJOINS = 20;

/** The breaks of a meeting with one more. */
export function withRejoin(meeting: Pick<Meeting, 'rejoins'>, rejoin: Rejoin): Rejoin[] {
  return [...(meeting.rejoins ?? []), rejoin].slice(-MOST_REJOINS);
}

/** Does the page's title say that it is another call? Only when it showed one before and after. */
export function isOtherTitle(before: string | undefined, after: string): boolean {
  const [was, is] = [compareKey(before ?? ''), compareKey(after)];
  return was !== '' && is !== '' && was !== is;
}

/** Not the rep and not of our side: somebody of theirs, as far as is known. */
function isGuest(person: Participant): boolean {
  return !person.self && person.side !== 'sales' && person.side !== 'delivery';
}

/** The same person, also when one name says more: "김도현" and "김도현 (가온식자재)". */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [compareKey(one), compareKey(other)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length > 1 && long.includes(short));
}

/**
 * Do the people say that it is another call? There were guests before and after the break and none of them twice, nor
 * anyone whom the deal knows (`expected`). `meeting.participants` are those after the newest list of the page.
 */
export function areOtherPeople(meeting: Meeting, rejoin: Rejoin, expected: readonly string[]): boolean {
  const guests = meeting.participants.filter(isGuest);
  const before = guests.filter((p) => p.joinedAt < rejoin.at).map((p) => p.name);
  const after = guests.filter((p) => rejoin.seen.includes(p.name)).map((p) => p.name);
  const known = [...before, ...expected];
  return before.length > 0 && after.length > 0 && !after.some((name) => known.some((other) => isSameName(name, other)));
}

/** The people of a meeting parted at a break: those of before as they were, and those since, who came then at the earliest. */
export function partPeople(people: readonly Participant[], rejoin: Rejoin): [before: Participant[], after: Participant[]] {
  const before = people.filter((p) => p.joinedAt < rejoin.at).map((p) => ({ ...p, leftAt: p.leftAt !== null && p.leftAt <= rejoin.endedAt ? p.leftAt : null }));
  const after = people.filter((p) => p.self || p.joinedAt >= rejoin.at || rejoin.seen.includes(p.name)).map((p) => ({ ...p, joinedAt: Math.max(p.joinedAt, rejoin.at) }));
  return [before, after];
}
