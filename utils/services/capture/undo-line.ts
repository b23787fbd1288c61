/** "Undo" beside a captured line: takes exactly that line back, whatever else was changed meanwhile. */
import type { BatonDatabase } from '../../db/database';
import { undoNewest } from '../../db/undo/change';
import type { RecentLine } from '../../db/library/read-capture';
import { deleteLine } from './edit-line';

/** A line that was moved along with others since (its meeting got filed) is deleted instead, itself undoable. */
export async function undoLine(database: BatonDatabase, line: Pick<RecentLine, 'id' | 'table' | 'meetingId' | 'dealId'>, at: number): Promise<void> {
  const undone = await undoNewest(database, line.meetingId, { dealId: line.dealId, row: line.id });
  if (undone?.late !== false) await deleteLine(database, line.table, line.id, at);
}
