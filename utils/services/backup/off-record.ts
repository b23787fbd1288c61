/** Off the record wins always: before two machines are laid together, each forgets what the other one was told to forget. */
import type { Removal } from '../../backup/removed/marks';
import { removalsOf } from '../../backup/removed/marks';
import { offRecordOf, unknownTo } from '../../backup/removed/off-record';
import type { BackupRow, BackupRows } from '../../backup/tables';
import { BACKUP_TABLES, noRows, removalsIn } from '../../backup/tables';
import type { BatonDatabase } from '../../db/database';
import type { BinRow } from '../../db/rows';
import { inScratch } from '../../db/migrations/migrate-rows';
import { NEWEST_SCHEMA } from '../../db/versions';
import { requestScrub } from '../../settings/scrub-due';
import { coverTopic } from '../answer/cover-topic';
import { forgetLines, LINES } from '../capture/forget-lines';

/** Does in a database what went off the record elsewhere, as if it had been done in it. Resolves to false when all of it was. */
export async function forgetAs(database: BatonDatabase, removals: readonly Removal[]): Promise<boolean> {
  return database.transaction('rw', database.tables, async () => {
    const unknown = unknownTo(removalsOf(await database.removals.toArray()), removals);
    const { lines, topics } = offRecordOf(unknown);
    if (lines.length > 0) await forgetLines(database, lines);
    for (const { at, ...topic } of topics) await coverTopic(database, topic, at, null);
    await database.removals.bulkPut(unknown);
    return unknown.length > 0;
  });
}

/**
 * The rows of a file without what went off the record here; the same rows when they know all of it. What they say of removals stays as
 * it is. `here`: the meetings of this machine.
 */
export async function withoutOffRecord(rows: BackupRows, removals: readonly Removal[], here: readonly BackupRow[]): Promise<BackupRows> {
  if (unknownTo(removalsOf(removalsIn(rows)), removals).length === 0) return rows;
  const tables = new Map<string, BackupRow[]>(BACKUP_TABLES.map((table) => [table, rows[table]]));
  const left = await forgottenIn(tables, removals);
  const cleaned = Object.assign(noRows(), Object.fromEntries(BACKUP_TABLES.map((table) => [table, left.get(table) ?? []])), { removals: rows.removals });
  return withoutEarlierWords(cleaned, rows, here);
}

async function forgottenIn(tables: ReadonlyMap<string, BackupRow[]>, removals: readonly Removal[]): Promise<Map<string, BackupRow[]>> {
  try {
    return await inScratch(tables, NEWEST_SCHEMA, async (database) => { await forgetAs(database, removals); });
  } finally {
    // The words that are taken out lie in that database's files.
    await requestScrub();
  }
}

/**
 * A file has no undo steps: what a line said before it was edited is not known in it, and may stand in its minutes and in what was half
 * typed. Minutes of such a line's meeting stay as they are here, and drafts do not come.
 */
function withoutEarlierWords(cleaned: BackupRows, rows: BackupRows, here: readonly BackupRow[]): BackupRows {
  const left = new Set(linesOf(cleaned).map((row) => row['id']));
  const edited = linesOf(rows).filter((row) => !left.has(row['id']) && Number(row['updatedAt']) > Number(row['at']));
  if (edited.length === 0) return cleaned;
  const own = new Map(here.map((row) => [row['id'], row['minutesEdits']]));
  const unsure = new Set(edited.map((row) => row['meetingId']));
  const withOwn = (row: BackupRow): BackupRow => (unsure.has(row['id']) ? { ...row, minutesEdits: own.get(row['id']) ?? {} } : row);
  const bin = (cleaned.bin as unknown as BinRow[]).map((one) => ({ ...one, rows: one.rows.map((kept) => (kept.table === 'meetings' ? { ...kept, row: withOwn(kept.row) } : kept)) }));
  return { ...cleaned, drafts: [], meetings: cleaned.meetings.map(withOwn), bin };
}

/** In their tables or in the bin. */
function linesOf(rows: BackupRows): BackupRow[] {
  const binned = (rows.bin as unknown as BinRow[]).flatMap((bin) => bin.rows).filter(({ table }) => LINES.some((name) => name === table));
  return [...LINES.flatMap((table) => rows[table]), ...binned.map(({ row }) => row as unknown as BackupRow)];
}
