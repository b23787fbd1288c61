/** The undo steps of a meeting that is parted in two; and through them, what the later call had done to the deal of the earlier. */
import type { BatonDatabase } from '../../db/database';
import type { ChangeRow } from '../../db/rows';
import type { Deal } from '../../deal/deal';
import type { Meeting, Rejoin } from '../../meeting/meeting';
import type { Gap } from '../../notes/records';
import type { MeetingRow } from './move-later';
import { asOf, isLater } from './move-later';

type Facts = Pick<Meeting, 'title' | 'aim' | 'nextDate'>;

async function stepsSince(database: BatonDatabase, meetingId: string, at: number): Promise<ChangeRow[]> {
  return database.changes.where({ meetingId }).filter((step) => step.at >= at).sortBy('seq');
}

/** Title, aim and next date as they were at the break; a title that only the page of the later call gave is none. */
export async function factsBefore(database: BatonDatabase, meeting: Meeting, rejoin: Rejoin): Promise<Facts> {
  // Only these change them on purpose: filing lends a title from a plan, which belongs to whatever is filed.
  const steps = (await stepsSince(database, meeting.id, rejoin.at)).filter(({ label }) => label === 'meeting' || label === 'answer');
  const held = steps.flatMap((step) => step.before).find(({ table, key }) => table === 'meetings' && key === meeting.id)?.row as Meeting | null | undefined;
  const { title, aim, nextDate } = held ?? meeting;
  const foreign = meeting.pageTitle === undefined && rejoin.title !== '' && title === rejoin.title;
  return { title: foreign ? '' : title, aim, nextDate };
}

/** Answers of the later call had filled gaps of the earlier deal and moved its date: that was not about it. */
export async function takeBackEffects(database: BatonDatabase, old: Meeting, rejoin: Rejoin, moved: ReadonlySet<string>): Promise<void> {
  const steps = (await stepsSince(database, old.id, rejoin.at)).filter((step) => step.label === 'answer' && step.before.some(({ key }) => moved.has(key)));
  // The newest first: what stood before the oldest stays.
  for (const { table, key, row } of steps.reverse().flatMap((step) => step.before)) {
    if (table === 'gaps' && row !== null && !moved.has(key)) {
      const { state, outcome } = row as Gap;
      await database.gaps.where({ id: key }).filter((gap) => gap.state === 'answered').modify({ state, outcome });
    }
    if (table === 'deals' && row !== null && key === old.dealId) await database.deals.update(key, { customerDue: (row as Deal).customerDue });
  }
}

/** Steps of what went go along; one that holds both, or the meeting itself as it was with both calls, can't be undone any more. */
export async function moveSteps(database: BatonDatabase, old: Meeting, fresh: Meeting, moved: ReadonlySet<string>): Promise<void> {
  const steps = await stepsSince(database, old.id, fresh.startedAt);
  const went = new Set(moved);
  for (const { key, row } of steps.flatMap((step) => step.before)) if (row !== null && isLater(row as MeetingRow, old, fresh)) went.add(key);
  for (const step of steps) {
    const along = step.before.filter(({ key }) => went.has(key)).length;
    if (along === step.before.length) await database.changes.put(movedStep(step, old, fresh));
    else if (along > 0 || step.before.some(({ table }) => table === 'meetings')) await database.changes.where({ seq: step.seq ?? 0 }).delete();
  }
}

function movedStep(step: ChangeRow, old: Meeting, fresh: Meeting): ChangeRow {
  const before = step.before.map((one) => (one.row === null ? one : { ...one, row: asOf(one.row as MeetingRow, old, fresh) }));
  return { ...step, meetingId: fresh.id, dealId: step.dealId === old.dealId ? fresh.dealId : step.dealId, before };
}
