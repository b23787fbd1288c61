/** Who is in the room, kept over joining and leaving. Unknown stays unknown. */
import type { Consent, Meeting, Participant } from './meeting';

export interface SeenPerson { name: string; self: boolean }

/** Side and role of a person as known from the deal's earlier meetings, or from the contacts. */
export type KnownPerson = Pick<Participant, 'name' | 'side' | 'role'>;

/** A page that makes up names all the time must not make the meeting grow without end: more are not written down. */
export const MOST_PARTICIPANTS = 2_000;

/**
 * Merges what the page shows at `at` into the list: new names are added (self is sales, others
 * unknown unless `known`), a name that comes back is present again, and when the page's list is
 * `complete`, missing names have left. Names are matched as given (NFC).
 */
export function mergeParticipants(
  list: readonly Participant[],
  seen: readonly SeenPerson[],
  complete: boolean,
  at: number,
  known: readonly KnownPerson[] = [],
): Participant[] {
  const here = new Map(seen.map((p) => [p.name, p]));
  const kept = list.map((p) => {
    const now = here.get(p.name);
    if (now) return { ...p, self: p.self || now.self, leftAt: null };
    return complete && p.leftAt === null ? { ...p, leftAt: at } : p;
  });
  const names = new Set(list.map((p) => p.name));
  const added = [...here.values()].filter((p) => !names.has(p.name)).map((p): Participant => {
    const before = known.find((k) => k.name === p.name);
    const told = before && before.side !== 'unknown' ? before.side : null;
    const side = told ?? (p.self ? 'sales' : 'unknown');
    return { name: p.name, side, role: before?.role ?? '', self: p.self, joinedAt: at, leftAt: null };
  });
  return [...kept, ...added].slice(0, Math.max(kept.length, MOST_PARTICIPANTS));
}

/** Names of everybody who was there, by side; a side that isn't known is not taken for ours. */
export function namesBySide(meetings: readonly Pick<Meeting, 'participants'>[]): { customer: string[]; ours: string[] } {
  const people = meetings.flatMap((m) => m.participants);
  const isOurs = (p: Participant): boolean => p.self || p.side === 'sales' || p.side === 'delivery';
  const namesOf = (list: readonly Participant[]): string[] => [...new Set(list.map((p) => p.name))];
  return { customer: namesOf(people.filter((p) => !isOurs(p))), ours: namesOf(people.filter(isOurs)) };
}

/** Does this consent let something be kept that a newcomer must be told about? */
function keepsSomething(consent: Consent): boolean {
  return consent.audio || consent.captions === 'stored';
}

/** The newest consent of each person: withdrawing is a new one, so only this one counts. */
export function currentConsents(consents: readonly Consent[]): Consent[] {
  const newest = new Map<string, Consent>();
  for (const c of [...consents].sort((a, b) => a.at - b.at)) newest.set(c.who, c);
  return [...newest.values()];
}

/**
 * When something was being kept already as `who` came in, the instant from which they were not told
 * (domain.md §6 no. 12); else null.
 */
export function untoldSince(who: string, participants: readonly Participant[], consents: readonly Consent[]): number | null {
  const person = participants.find((p) => p.name === who);
  if (!person || consents.some((c) => c.who === who)) return null;
  const keptBefore = currentConsents(consents.filter((c) => c.at < person.joinedAt)).some(keepsSomething);
  return keptBefore ? person.joinedAt : null;
}

/** People present, not of our side, who have not been asked for consent while something is kept. */
export function peopleToTell(participants: readonly Participant[], consents: readonly Consent[]): string[] {
  if (!currentConsents(consents).some(keepsSomething)) return [];
  return participants
    .filter((p) => p.leftAt === null && p.side !== 'sales' && p.side !== 'delivery' && !consents.some((c) => c.who === p.name))
    .map((p) => p.name);
}
