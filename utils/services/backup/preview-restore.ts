/** Reads a backup file and says what restoring it would change; nothing is written. */
import { checkRows, checkTogether } from '../../backup/check';
import type { TableDifference } from '../../backup/compare';
import { CHILDREN_FIRST, mergingOf, planTable } from '../../backup/compare';
import { BackupError } from '../../backup/format';
import type { Limits, RawBackup } from '../../backup/read';
import { backupReader, LIMITS } from '../../backup/read';
import { removalsOf } from '../../backup/removed/marks';
import { sameContent } from '../../backup/same-content';
import type { BackupRow, BackupRows, BackupTable } from '../../backup/tables';
import { BACKUP_TABLES, keyOf, noRows, removalsIn } from '../../backup/tables';
import type { BatonDatabase } from '../../db/database';
import { migrateRows } from '../../db/migrations/migrate-rows';
import type { Meeting } from '../../meeting/meeting';
import { NEWEST_SCHEMA } from '../../db/versions';
import { requestScrub } from '../../settings/scrub-due';
import { withoutOffRecord } from './off-record';
import { withoutOrphans } from './without-orphans';

/** A file whose every row was checked. */
export interface CheckedBackup { createdAt: number; schema: number; rows: BackupRows; preferences: Record<string, unknown> }
export interface RestorePreview {
  tables: Record<BackupTable, TableDifference>;
  /** Entries here that lose their words, or go, because that went off the record on the machine that the file is from. */
  forgets: number;
}

/** Cleans the HTML of clips: a file is anybody's, whoever wrote it. */
export type CleanHtml = (html: string) => string;

const BATCH = 500;
const breathe = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

async function unpack(file: Blob, limits: Limits): Promise<RawBackup> {
  if (file.size > limits.packed) throw new BackupError('too_large');
  const reader = backupReader(limits);
  const stream = file.stream().getReader();
  for (let next = await stream.read(); !next.done; next = await stream.read()) reader.push(next.value);
  return reader.end();
}

/** Reads and checks a file. Throws BackupError with the reason when it can't be taken. */
export async function readBackupFile(file: Blob, cleanHtml: CleanHtml, limits: Limits = LIMITS): Promise<CheckedBackup> {
  const { manifest, tables, unknown } = await unpack(file, limits);
  if (manifest.schema > NEWEST_SCHEMA) throw new BackupError('newer');
  if (unknown !== null) throw new BackupError('foreign', unknown);
  const raw = manifest.schema < NEWEST_SCHEMA ? await migrated(tables, manifest.schema) : tables;
  const rows = noRows();
  for (const table of BACKUP_TABLES) {
    const all = raw.get(table) ?? [];
    for (let at = 0; at < all.length; at += BATCH) {
      rows[table].push(...checkRows(table, all.slice(at, at + BATCH)));
      await breathe();
    }
  }
  checkTogether(rows);
  for (const clip of rows.clips) if (clip.html !== '') clip.html = cleanHtml(String(clip.html));
  for (const { rows: binned } of rows.bin as { rows: { table: string; row: BackupRow }[] }[]) {
    for (const { table, row } of binned) if (table === 'clips') row.html = cleanHtml(String(row.html));
  }
  return { createdAt: manifest.createdAt, schema: manifest.schema, rows, preferences: manifest.preferences };
}

async function migrated(tables: ReadonlyMap<string, BackupRow[]>, from: number): Promise<Map<string, BackupRow[]>> {
  try {
    return await migrateRows(tables, from);
  } catch (error) {
    // A key twice or none at all: the same reasons, only found by the database.
    throw new BackupError(String(error).includes('ConstraintError') ? 'duplicate' : 'bad_row');
  } finally {
    // Nobody has said yet that anything of the file shall stay here.
    await requestScrub();
  }
}

/** Per table, what is new, same, different, only here or removed here since; and what off the record takes from here. */
export async function previewRestore(database: BatonDatabase, backup: CheckedBackup): Promise<RestorePreview> {
  const here = noRows();
  for (const table of BACKUP_TABLES) here[table] = await database.table<BackupRow, string>(table).toArray();
  const [removals, theirs] = [removalsIn(here), removalsIn(backup.rows)];
  const [file, left] = [await withoutOffRecord(backup.rows, removals, here.meetings), await withoutOffRecord(here, theirs, here.meetings)];
  const merging = mergingOf(removals, removalsOf(theirs));
  const tables = Object.fromEntries(CHILDREN_FIRST.map((table) => {
    const { difference } = planTable(table, table === 'drafts' ? withoutOrphans(file.drafts, left.meetings as unknown as Meeting[], merging) : file[table], left[table], 'merge', merging);
    const forgotten = backup.rows[table].length - file[table].length;
    return [table, { ...difference, removed: difference.removed + forgotten }];
  })) as RestorePreview['tables'];
  const forgets = BACKUP_TABLES.reduce((sum, table) => sum + (left === here || table === 'drafts' ? 0 : lost(table, here[table], left[table])), 0);
  return { tables, forgets };
}

/** How many rows are gone or changed. */
function lost(table: BackupTable, before: readonly BackupRow[], after: readonly BackupRow[]): number {
  const left = new Map(after.map((row) => [keyOf(table, row), row]));
  return before.filter((row) => !sameContent(row, left.get(keyOf(table, row)))).length;
}
