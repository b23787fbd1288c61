/** What restoring a file would do to a table, and which rows to write for it. */
import { sameContent } from './same-content';
import type { KeptReply } from '../reply/schema';
import type { BackupRow, BackupTable } from './tables';
import { keyOf } from './tables';

/** `merge`: what is newer stands. `keep`: only add what isn't here. `replace`: the file, and nothing else. */
export const RESTORE_MODES = ['merge', 'keep', 'replace'] as const;
export type RestoreMode = (typeof RESTORE_MODES)[number];

export interface TableDifference { fresh: number; same: number; different: number; onlyHere: number }
export interface TablePlan { difference: TableDifference; put: BackupRow[]; remove: string[] }

/** A packet never changes but by a reply that comes to it, or by losing its words: what went off the record stays off. */
function packetChangedAt({ json, createdAt, replies = [] }: { json?: string; createdAt?: number; replies?: KeptReply[] }): number {
  return json === '' ? Infinity : Math.max(createdAt ?? 0, ...replies.map((reply) => reply.keptAt));
}

/** When a row last changed, as far as it says. */
function changedAt(table: BackupTable, row: BackupRow): number {
  if (table === 'packets') return packetChangedAt(row);
  for (const field of ['updatedAt', 'resolvedAt', 'at', 'createdAt']) {
    const value = row[field];
    if (typeof value === 'number') return value;
  }
  return 0;
}

/** Compares a table of a file with the one here. On a tie what is here stands, so that merging twice changes nothing. */
export function planTable(table: BackupTable, file: readonly BackupRow[], here: readonly BackupRow[], mode: RestoreMode): TablePlan {
  const mine = new Map(here.map((row) => [keyOf(table, row), row]));
  const difference: TableDifference = { fresh: 0, same: 0, different: 0, onlyHere: 0 };
  const put: BackupRow[] = [];
  for (const row of file) {
    const key = keyOf(table, row);
    const own = mine.get(key);
    mine.delete(key);
    if (!own) {
      difference.fresh += 1;
      put.push(row);
    } else if (sameContent(row, own)) {
      difference.same += 1;
    } else {
      difference.different += 1;
      if (mode === 'replace' || (mode === 'merge' && changedAt(table, row) > changedAt(table, own))) put.push(row);
    }
  }
  difference.onlyHere = mine.size;
  return { difference, put, remove: mode === 'replace' ? [...mine.keys()] : [] };
}
