/** Filing lines under another deal: one or many, as one undo step, all of them or none. */
import type { BatonDatabase } from '../../db/database';
import type { LineTable, TimelineEntry } from '../../db/read-entries';
import type { ChangeWriter } from '../../db/undo/change';
import { change } from '../../db/undo/change';
import { partRisks } from '../deal/part-risks';
import type { Refusal } from '../trouble/refusal';

export interface LineRef { table: LineTable; id: string }

/** `moved`: the ids of those that went; `already`: how many were there before, and stay as they are. */
export interface MovedLines { moved: string[]; already: number }

/**
 * Files the lines under a deal; each keeps the meeting it was said in, but not the item, which is of the other deal's checklist. A want
 * keeps the pain it serves, which may move later or be moved back. Throws when one of them or the deal is gone; then none has moved.
 */
export async function moveLines(database: BatonDatabase, meetingId: string, lines: readonly LineRef[], dealId: string, at: number): Promise<MovedLines> {
  return change(database, 'move', { meetingId, dealId, at }, async (writer) => {
    if (!(await database.deals.get(dealId))) throw new Error('no such deal', { cause: 'gone' satisfies Refusal });
    const moved: string[] = [];
    const from = new Set<string>();
    for (const { table, id } of lines) {
      const row = await database.table<TimelineEntry['row'], string>(table).get(id);
      if (!row) throw new Error('no such line', { cause: 'gone' satisfies Refusal });
      if (row.dealId === dealId) continue;
      await writer.put(table, { ...row, dealId, itemId: null, topic: null, updatedAt: at });
      await moveQuoting(database, writer, new Set([id]), row.dealId, dealId);
      moved.push(id);
      from.add(row.dealId);
    }
    for (const left of from) await partRisks(database, (deal) => writer.put('deals', deal), left, at);
    return { moved, already: lines.length - moved.length };
  });
}

/** What delivery asked about wants goes with them, and when to ask about them again: both say what that customer said. */
const ABOUT_WANTS = ['gaps', 'followUps'] as const;
interface AboutWant { id: string; dealId: string; wantId?: string }

/** Takes what is about these wants from the deal they were filed under to the one they go to. */
export async function moveQuoting(database: BatonDatabase, writer: ChangeWriter, wants: ReadonlySet<string>, from: string, to: string): Promise<void> {
  for (const table of ABOUT_WANTS) {
    const rows = await database.table<AboutWant>(table).where({ dealId: from }).filter(({ wantId }) => wantId !== undefined && wants.has(wantId)).toArray();
    for (const row of rows) await writer.put(table, { ...row, dealId: to });
  }
}

/** The same, for the wants of a meeting whose rows were moved without an undo step: parted, or made one again. */
export async function followWants(database: BatonDatabase, meetingId: string): Promise<void> {
  const deals = new Map((await database.wants.where({ meetingId }).toArray()).map((want) => [want.id, want.dealId]));
  if (deals.size === 0) return;
  for (const table of ABOUT_WANTS) {
    await database.table<AboutWant>(table).filter(({ wantId, dealId }) => wantId !== undefined && (deals.get(wantId) ?? dealId) !== dealId).modify((row) => { row.dealId = deals.get(row.wantId ?? '') ?? row.dealId; });
  }
}

/** Files one line under another deal. */
export async function moveLine(database: BatonDatabase, table: LineTable, id: string, dealId: string, at: number): Promise<void> {
  const row = await database.table<TimelineEntry['row'], string>(table).get(id);
  if (!row) throw new Error('no such line', { cause: 'gone' satisfies Refusal });
  await moveLines(database, row.meetingId, [{ table, id }], dealId, at);
}
