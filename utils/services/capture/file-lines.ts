/** Lines captured before there was a deal find their deal. */
import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/undo/change';
import { UNFILED } from '../../deal/deal';

const LINE_TABLES = ['notes', 'gaps', 'commitments', 'wants'] as const;

/** Files every unfiled line outside meetings under a deal, as one step of undo. Resolves to how many. */
export async function fileLines(database: BatonDatabase, dealId: string, at: number): Promise<number> {
  return change(database, 'move', { meetingId: '', dealId, at }, async (writer) => {
    let moved = 0;
    for (const table of LINE_TABLES) {
      const rows = await database.table<{ id: string; meetingId: string }>(table).where({ dealId: UNFILED }).filter((row) => row.meetingId === '').toArray();
      for (const row of rows) await writer.put(table, { ...row, dealId, updatedAt: at });
      moved += rows.length;
    }
    return moved;
  });
}
