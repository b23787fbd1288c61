/** Two calls in one room were kept as one meeting: what came after the break becomes a meeting of its own. */
import type { BatonDatabase } from '../../db/database';
import { withAim } from '../../meeting/aim';
import { cutSegments } from '../../meeting/continuity';
import type { Consent, Meeting, Participant, Rejoin } from '../../meeting/meeting';
import { untoldSince } from '../../meeting/participants';
import { openRejoin, partPeople } from '../../meeting/rejoin';
import { peopleOfDeal, withSomethingKnown } from '../call/people-of-deal';
import { beginInRoom } from './begin-meeting';
import { moveLater, moveLaterDrafts, newestBefore } from './move-later';
import { factsBefore, moveSteps, takeBackEffects } from './part-steps';

/**
 * Parts a meeting at its newest break: from then on people, consents, everything captured, drafts and undo steps belong to a
 * new one, on the deal that its room would open now. The old one gets its end back and waits for its review.
 * Resolves to the new one's id; null when there is no break to part it at.
 */
export async function splitMeeting(database: BatonDatabase, id: string, at: number): Promise<string | null> {
  return database.transaction('rw', database.tables, async () => {
    const old = await database.meetings.get(id);
    const rejoin = old && old.state !== 'closed' ? openRejoin(old) : null;
    return old && rejoin ? part(database, old, rejoin, at) : null;
  });
}

async function part(database: BatonDatabase, old: Meeting, rejoin: Rejoin, at: number): Promise<string> {
  const last = old.segments.at(-1);
  const begun = await beginInRoom(database, { platform: last?.platform ?? 'manual', room: last?.room ?? old.room }, rejoin.at, old);
  // A call that was never ended (its browser was killed) went on at least until its last line.
  const endedAt = Math.max(rejoin.endedAt, await newestBefore(database, old.id, rejoin.at));
  const [before, after] = cutSegments(old.segments, endedAt, rejoin.at);
  const [were, are] = partPeople(old.participants, rejoin);
  const people = await asKnown(database, begun, are);
  const facts = await factsBefore(database, old, rejoin);
  const fresh: Meeting = {
    ...begun,
    state: old.state,
    endedAt: old.endedAt,
    utcOffset: old.utcOffset,
    title: since(old.title, facts.title) || begun.title || rejoin.title,
    aim: since(old.aim, facts.aim) || begun.aim,
    ...(since(old.aim, facts.aim) === '' ? {} : { aimResult: old.aimResult ?? null }),
    nextDate: old.nextDate === facts.nextDate ? null : old.nextDate,
    segments: after.length > 0 ? after : begun.segments,
    participants: people,
    consents: consentsOf(old.consents.filter((c) => c.at >= rejoin.at), people),
    ...(rejoin.title ? { pageTitle: rejoin.title } : {}),
    updatedAt: at,
  };
  await database.meetings.bulkPut([fresh, {
    ...old, ...facts, ...withAim(old, facts.aim), state: 'wrap_up', endedAt, segments: before, participants: were, consents: old.consents.filter((c) => c.at < rejoin.at),
    rejoins: (old.rejoins ?? []).slice(0, -1), updatedAt: at,
  }]);
  const moved = await moveLater(database, old, fresh);
  await takeBackEffects(database, old, rejoin, moved);
  await moveSteps(database, old, fresh, moved);
  await moveLaterDrafts(database, old.id, fresh, moved);
  await database.presence.where({ meetingId: old.id }).filter((p) => p.state !== 'left' || p.at >= rejoin.at).modify({ meetingId: fresh.id });
  return fresh.id;
}

/** What was typed after the break, '' when it stands as it did before. */
function since(now: string, before: string): string {
  return now === before ? '' : now;
}

/** Whom the old deal didn't know, the new one may. */
async function asKnown(database: BatonDatabase, { id, dealId }: Meeting, people: readonly Participant[]): Promise<Participant[]> {
  const known = withSomethingKnown(await peopleOfDeal(database, dealId, id));
  return people.map((p) => {
    const found = p.side === 'unknown' ? known.find((k) => k.name === p.name) : undefined;
    return found ? { ...p, side: found.side, role: p.role || found.role } : p;
  });
}

/** Consents of the new meeting: whether somebody came in while something was kept is its own question. */
function consentsOf(consents: readonly Consent[], people: readonly Participant[]): Consent[] {
  return consents.reduce<Consent[]>((asked, c) => [...asked, { ...c, untoldFrom: untoldSince(c.who, people, asked) }], []);
}
