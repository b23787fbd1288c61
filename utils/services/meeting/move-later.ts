/** What was captured in a meeting after a break goes to the meeting that began then. */
import type { BatonDatabase } from '../../db/database';
import { ownerOf } from '../../db/drafts/draft-owners';
import { OF_MEETING } from '../../db/of-meeting';
import type { DraftRow } from '../../db/rows';
import type { Meeting } from '../../meeting/meeting';
import { offsetOf } from '../../meeting/meeting';
import { readConfirmations } from '../answer/only-confirms';
import { followWants } from '../capture/move-lines';
import { partRisks } from '../deal/part-risks';
import { asFirst } from './part-answers';

export interface MeetingRow { id: string; dealId: string; meetingId: string | null; at: number; offsetMs?: number | null }

type Parted = Pick<Meeting, 'id' | 'dealId'>;

/** Was the row captured in `old` after `fresh` began? */
export function isLater(row: Partial<MeetingRow>, old: Parted, fresh: Pick<Meeting, 'startedAt'>): boolean {
  return row.meetingId === old.id && (row.at ?? 0) >= fresh.startedAt;
}

/** The row as one of another meeting; what was filed under a third deal on purpose stays there. */
export function asOf<R extends MeetingRow>(row: R, from: Parted, to: Pick<Meeting, 'id' | 'dealId' | 'startedAt'>): R {
  const clock = typeof row.offsetMs === 'number' ? { offsetMs: offsetOf(to, row.at) } : {};
  return { ...row, meetingId: to.id, dealId: row.dealId === from.dealId ? to.dealId : row.dealId, ...clock };
}

/** When the last row of a meeting before `at` was captured, 0 when there is none. */
export async function newestBefore(database: BatonDatabase, meetingId: string, at: number): Promise<number> {
  const rows = await Promise.all(OF_MEETING.map((table) => database.table<MeetingRow>(table).where({ meetingId }).toArray()));
  return rows.flat().filter((row) => row.at < at).reduce((newest, row) => Math.max(newest, row.at), 0);
}

/** Moves rows, in the bin too; what was confirmed of the old deal says nothing about the new call and goes. Resolves to the ids of those that were or are in a table. */
export async function moveLater(database: BatonDatabase, old: Meeting, fresh: Meeting): Promise<Set<string>> {
  const moved = new Set<string>();
  const confirmed = await readConfirmations(database, old);
  await database.answers.where('id').anyOf([...confirmed]).filter((row) => isLater(row, old, fresh)).delete();
  for (const table of OF_MEETING) {
    const rows = (await database.table<MeetingRow>(table).where({ meetingId: old.id }).toArray()).filter((row) => isLater(row, old, fresh));
    for (const row of rows) moved.add(row.id);
    await database.table<MeetingRow>(table).bulkPut(rows.map((row) => asOf(row, old, fresh)));
  }
  await followWants(database, fresh.id);
  await partRisks(database, (deal) => database.deals.put(deal), old.dealId, fresh.updatedAt);
  await dropMixed(database, fresh, moved);
  for (const bin of await database.bin.filter(({ rows }) => rows.some(({ row }) => isLater(row, old, fresh))).toArray()) {
    await database.bin.put({ ...bin, rows: bin.rows.map((kept) => (isLater(kept.row, old, fresh) ? { ...kept, row: asOf(kept.row as MeetingRow, old, fresh) } : kept)) });
  }
  return moved;
}

/** An answer of one call that was held against one of the other contradicts nothing: both stay, each the first of its deal. */
async function dropMixed(database: BatonDatabase, fresh: Meeting, moved: ReadonlySet<string>): Promise<void> {
  const mixed = await database.contradictions.where({ meetingId: fresh.id }).filter((c) => [c.a, c.b].some((side) => side.answerId !== null && !moved.has(side.answerId))).primaryKeys();
  await database.contradictions.bulkDelete(mixed);
  const answers = await database.answers.where({ meetingId: fresh.id }).sortBy('at');
  for (const answer of answers) {
    const { dealId, topic } = answer;
    const earlier = await database.answers.where({ dealId, topic }).filter((a) => a.at < answer.at).count();
    if (earlier === 0 && answer.relation !== 'first') await database.answers.put(asFirst(answer));
  }
}

/** What was typed since the later one began and not sent goes along, and so do the forms over the rows that went. */
export async function moveLaterDrafts(database: BatonDatabase, oldId: string, fresh: Meeting, moved: ReadonlySet<string>): Promise<void> {
  await moveDrafts(database, oldId, fresh.id, ({ key, updatedAt }) => {
    const owner = ownerOf(key);
    return owner && OF_MEETING.some((table) => table === owner.table) ? moved.has(owner.id) : updatedAt >= fresh.startedAt;
  });
}

/** Moves drafts to another meeting. One that meets another draft there goes behind it. */
export async function moveDrafts(database: BatonDatabase, from: string, to: string, goes: (draft: DraftRow) => boolean): Promise<void> {
  const drafts = await database.drafts.where({ meetingId: from }).filter(goes).toArray();
  // Gone first: the key of a draft that is not about the meeting itself (of an answer, of a line) stays the same.
  await database.drafts.bulkDelete(drafts.map((d) => d.key));
  for (const draft of drafts) {
    const key = ownerOf(draft.key)?.id === from ? draft.key.replace(from, to) : draft.key;
    const there = await database.drafts.get(key);
    await database.drafts.put({ ...draft, key, meetingId: to, text: there ? `${there.text}\n${draft.text}` : draft.text });
  }
}
