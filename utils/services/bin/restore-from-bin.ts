/** Brings back what was deleted. What exists again meanwhile is newer and stays as it is. */
import type { ChangeWriter } from '../../db/undo/change';
import { change } from '../../db/undo/change';
import type { BatonDatabase } from '../../db/database';
import { withOwnOrdinal } from '../../db/next-ordinal';
import type { BinRow, ChangeTable } from '../../db/rows';
import type { Meeting } from '../../meeting/meeting';

type Binned = BinRow['rows'][number];

/** What a row may hang on: field and table. */
const PARENTS: readonly (readonly [string, ChangeTable])[] = [['meetingId', 'meetings'], ['dealId', 'deals'], ['accountId', 'accounts']];

/**
 * What the rows hang on, and so on up, that was deleted by itself later: it comes back with them, alone. What is gone
 * for good lets go of the row: '' is "not filed", and an account comes back under the name of its deal.
 */
async function withParents(database: BatonDatabase, rows: readonly Binned[]): Promise<Binned[]> {
  const all = [...rows];
  const binned = (await database.bin.toArray()).flatMap((bin) => bin.rows);
  const keyOf = (table: string, id: string): string => `${table}:${id}`;
  const has = new Set(all.map(({ table, row }) => keyOf(table, row.id)));
  // Grows while it is walked: a parent has parents.
  for (let i = 0; i < all.length; i += 1) {
    const one = all[i];
    for (const [field, table] of one ? PARENTS : []) {
      const id = (one?.row as Record<string, unknown> | undefined)?.[field];
      if (!one || typeof id !== 'string' || id === '' || has.has(keyOf(table, id)) || (await database.table(table).get(id))) continue;
      const parent = binned.find((b) => b.table === table && b.row.id === id) ?? (one.table === 'deals' ? accountFor(one, id) : null);
      if (parent) {
        all.push(parent);
        has.add(keyOf(table, id));
      } else all[i] = { ...one, row: { ...(all[i] ?? one).row, [field]: '' } };
    }
  }
  return all;
}

function accountFor({ row }: Binned, id: string): Binned {
  const { name, createdAt, updatedAt } = row as unknown as { name: string; createdAt: number; updatedAt: number };
  return { table: 'accounts', row: { id, name, relationship: 'prospect', createdAt, updatedAt } as { id: string } };
}

async function putMissing(database: BatonDatabase, writer: ChangeWriter, rows: readonly Binned[]): Promise<number> {
  let restored = 0;
  for (const { table, row } of rows) {
    if (await database.table(table).get(row.id)) continue;
    await writer.put(table, table === 'meetings' ? await withOwnOrdinal(database, row as Meeting) : row);
    restored += 1;
  }
  return restored;
}

/** Puts the rows of a bin entry back, with what they hang on. Returns how many of its rows came back and how many were there already. */
export async function restoreFromBin(database: BatonDatabase, binId: string, at: number): Promise<{ restored: number; kept: number }> {
  return change(database, 'delete', { meetingId: '', dealId: '', at }, async (writer) => {
    const bin = await database.bin.get(binId);
    if (!bin) return { restored: 0, kept: 0 };
    const rows = await withParents(database, bin.rows);
    const restored = await putMissing(database, writer, rows.slice(0, bin.rows.length));
    await putMissing(database, writer, rows.slice(bin.rows.length));
    await writer.remove('bin', binId);
    return { restored, kept: bin.rows.length - restored };
  });
}
