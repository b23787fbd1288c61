/** After a week, what is in the bin is really gone: rows, undo steps and the bytes on the disk. */
import { forgetChangesOf } from '../../db/undo/change';
import type { BatonDatabase } from '../../db/database';
import { dropDraftsOf } from '../../db/drafts/draft-owners';
import { requestScrub } from '../../settings/scrub-due';
import { forgetInIndex } from '../search/forget-in-index';

export const BIN_DAYS = 7;
const DAY_MS = 86_400_000;

async function forget(database: BatonDatabase, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  await database.transaction('rw', database.tables, async () => {
    const rows = (await database.bin.bulkGet([...ids])).flatMap((bin) => bin?.rows ?? []);
    await database.bin.bulkDelete([...ids]);
    const gone: string[] = [];
    // A backup may have brought a row back meanwhile: what is typed about it, and its undo, stay.
    for (const { table, row } of rows) if (!(await database.table(table).get(row.id))) gone.push(row.id);
    await forgetChangesOf(database, [...ids, ...gone]);
    // A window that was still open may have kept a last key.
    await dropDraftsOf(database, new Set(gone));
    await forgetInIndex(database, gone);
  });
  await requestScrub();
  return ids.length;
}

/** Removes what has been in the bin for a week at `at`. Returns how many entries went. */
export async function purgeBin(database: BatonDatabase, at: number): Promise<number> {
  return forget(database, await database.bin.where('at').belowOrEqual(at - BIN_DAYS * DAY_MS).primaryKeys());
}

/** Removes one entry, or with null the whole bin, now and for good. */
export async function emptyBin(database: BatonDatabase, binId: string | null): Promise<number> {
  return forget(database, binId === null ? await database.bin.toCollection().primaryKeys() : [binId]);
}
