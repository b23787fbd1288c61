/** Which meetings really run. A record says so until somebody ends it, and sometimes nobody does. */
import type { Meeting } from '../../meeting/meeting';
import { isSilent } from '../../meeting/silence';
import type { BatonDatabase } from '../database';

/** Where a sign of life leaves a row: a line, an answer. */
const SIGNS = ['notes', 'gaps', 'commitments', 'wants', 'answers'] as const;

/** The last that was heard of a meeting: of itself, of its tab, of what was captured in it. Call it inside a transaction over these, or none. */
export async function lastSignOf(database: BatonDatabase, meeting: Meeting): Promise<number> {
  const of = { meetingId: meeting.id };
  const tabs = await database.presence.where(of).toArray();
  const rows = await Promise.all(SIGNS.map((table) => database.table<{ at: number }>(table).where(of).toArray()));
  return Math.max(meeting.startedAt, meeting.updatedAt, ...[...tabs, ...rows.flat()].map(({ at }) => at));
}

/** Cheap where the meeting itself was heard of: what was captured in it is only looked at when it would be silent otherwise. */
async function isAlive(database: BatonDatabase, meeting: Meeting, at: number): Promise<boolean> {
  return !isSilent(Math.max(meeting.startedAt, meeting.updatedAt), at) || !isSilent(await lastSignOf(database, meeting), at);
}

/** The meetings that run at `at`, oldest first: neither ended nor silent for half a day. */
export async function readRunning(database: BatonDatabase, at: number): Promise<Meeting[]> {
  const live = await database.meetings.where({ state: 'live' }).sortBy('startedAt');
  const alive = await Promise.all(live.map((meeting) => isAlive(database, meeting, at)));
  return live.filter((_, i) => alive[i]);
}

/** The newest meeting that waits for its review and ended lately, or null: one of last month is not what a line is meant for. */
export async function readJustEnded(database: BatonDatabase, at: number): Promise<Meeting | null> {
  const waiting = await database.meetings.where({ state: 'wrap_up' }).sortBy('startedAt');
  return waiting.filter((meeting) => !isSilent(meeting.endedAt ?? meeting.startedAt, at)).at(-1) ?? null;
}
