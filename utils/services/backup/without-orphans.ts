/** What of a file has lost what it is about. */
import type { Merging } from '../../backup/compare';
import type { Removal } from '../../backup/removed/marks';
import { rowMark, stepMark } from '../../backup/removed/marks';
import { isOffRecord } from '../../backup/removed/off-record';
import type { BackupRow } from '../../backup/tables';
import { BACKUP_TABLES } from '../../backup/tables';
import type { BatonDatabase } from '../../db/database';
import { isDraftOf } from '../../db/drafts/draft-owners';
import type { DraftRow } from '../../db/rows';
import type { Deal } from '../../deal/deal';
import type { Meeting } from '../../meeting/meeting';

/** Drafts of a file without those about rows that stay away, or typed in a meeting before its text was deleted here. */
export function withoutOrphans(drafts: readonly BackupRow[], meetings: readonly Meeting[], { gone }: Merging): BackupRow[] {
  const shells = meetings.filter((meeting) => meeting.purgedAt !== undefined);
  const isOrphan = (draft: DraftRow): boolean => isDraftOf(draft, gone) || shells.some(({ id, purgedAt = 0 }) => draft.updatedAt <= purgedAt && isDraftOf(draft, new Set([id])));
  return drafts.filter((draft) => !isOrphan(draft as unknown as DraftRow));
}

/**
 * Of what a file says was removed, what is not here either: a row that is here and marked as removed is one that came back by undo,
 * and nobody here has done that. Call it when all other tables are merged, in the same transaction.
 */
export async function withoutPresent(database: BatonDatabase, removals: readonly Removal[]): Promise<Removal[]> {
  const steps = new Set((await database.deals.toArray()).flatMap((deal: Deal) => (deal.course ?? []).map((step) => stepMark(deal.id, step))));
  const rows = new Set<string>();
  for (const table of BACKUP_TABLES) {
    const start = rowMark(table, '');
    const ids = removals.flatMap(({ id }) => (id.startsWith(start) ? [id.slice(start.length)] : []));
    for (const key of await database.table<unknown, string>(table).where(':id').anyOf(ids).primaryKeys()) rows.add(start + key);
  }
  return removals.filter((one) => isOffRecord(one) || (!steps.has(one.id) && !rows.has(one.id)));
}
