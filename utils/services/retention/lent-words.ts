/**
 * Words of a meeting that stand in "?" of earlier ones: how one ended, typed by hand, and a "?" that joined an older one.
 * No row says where they are from; the undo steps do, as long as they are there.
 */
import type { BatonDatabase } from '../../db/database';
import type { ChangeRow } from '../../db/rows';
import type { Meeting } from '../../meeting/meeting';
import type { Gap } from '../../notes/records';

/** What was written into one gap: how it ended, and what was put behind its question. */
interface Lent { outcomes: Set<string>; tails: Set<string> }

/** By the gap that has them. */
export type LentWords = ReadonlyMap<string, Lent>;

/** Done in the meeting's panel, or about its deal while it ran. */
function isDoneIn({ id, dealId, startedAt, endedAt }: Meeting, step: ChangeRow): boolean {
  return step.meetingId === id || (dealId !== '' && step.dealId === dealId && step.at >= startedAt && step.at <= (endedAt ?? Infinity));
}

/** The questions of "?" of the meeting that joined another in this step, wherever that was done: the next meeting's panel and the deal's page file it elsewhere. */
function joinedIn({ id }: Meeting, { before }: ChangeRow): string[] {
  return before.flatMap(({ table, row, after }) => (table === 'gaps' && after === null && (row as Gap | null)?.meetingId === id ? [(row as Gap).question] : []));
}

/** What the meeting wrote into gaps of others. */
export async function lentBy(database: BatonDatabase, meeting: Meeting): Promise<LentWords> {
  const lent = new Map<string, Lent>();
  const steps = await database.changes.filter((step) => isDoneIn(meeting, step) || joinedIn(meeting, step).length > 0).toArray();
  for (const step of steps) {
    const here = isDoneIn(meeting, step);
    const gaps = step.before.filter((entry) => entry.table === 'gaps').map((entry) => ({ ...entry, row: entry.row as Gap | null }));
    const joined = joinedIn(meeting, step).map((words) => ` / ${words}`);
    for (const { key, row, after } of gaps) {
      if (!row || !after || row.meetingId === meeting.id) continue;
      const { outcomes, tails } = lent.get(key) ?? { outcomes: new Set(), tails: new Set() };
      const { outcome, question } = after;
      if (here && typeof outcome === 'string' && outcome !== '') outcomes.add(outcome);
      if (typeof question === 'string') for (const tail of joined) if (question.includes(tail)) tails.add(tail);
      lent.set(key, { outcomes, tails });
    }
  }
  return lent;
}

/** The gap without them; the same object when it has none. */
export function withoutLent(lent: LentWords, gap: Gap): Gap {
  const { outcomes, tails } = lent.get(gap.id) ?? {};
  if (!outcomes || !tails) return gap;
  const question = [...tails].reduce((words, tail) => words.replace(tail, ''), gap.question);
  const outcome = outcomes.has(gap.outcome) ? '' : gap.outcome;
  return question === gap.question && outcome === gap.outcome ? gap : { ...gap, question, outcome };
}

/** Takes them out of the gaps. Resolves to these. */
export async function returnLent(database: BatonDatabase, lent: LentWords): Promise<string[]> {
  const gaps = (await database.gaps.bulkGet([...lent.keys()])).filter((gap) => gap !== undefined);
  const clean = gaps.map((gap) => withoutLent(lent, gap)).filter((gap, i) => gap !== gaps[i]);
  await database.gaps.bulkPut(clean);
  return clean.map((gap) => gap.id);
}
