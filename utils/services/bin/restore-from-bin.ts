/** Brings back what was deleted. What exists again meanwhile is newer and stays as it is. */
import { change } from '../../db/change';
import type { BatonDatabase } from '../../db/database';

/** Puts the rows of a bin entry back. Returns how many came back and how many were there already. */
export async function restoreFromBin(database: BatonDatabase, binId: string, at: number): Promise<{ restored: number; kept: number }> {
  return change(database, 'delete', { meetingId: '', dealId: '', at }, async (writer) => {
    const bin = await database.bin.get(binId);
    if (!bin) return { restored: 0, kept: 0 };
    let restored = 0;
    for (const { table, row } of bin.rows) {
      if (await database.table(table).get(row.id)) continue;
      await writer.put(table, row);
      restored += 1;
    }
    await writer.remove('bin', binId);
    return { restored, kept: bin.rows.length - restored };
  });
}
