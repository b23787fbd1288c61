/** Backs everything up into one file, as it was at one moment, a batch at a time. */
import type { BatonDatabase } from '../../db/database';
import { noTargets, sortOut } from '../../backup/check';
import { backupFileName, SET_ASIDE } from '../../backup/format';
import type { BackupRow, BackupTable } from '../../backup/tables';
import { BACKUP_TABLES, keyOf } from '../../backup/tables';
import { LIMITS } from '../../backup/read';
import type { BackupWriter } from '../../backup/write';
import { backupWriter } from '../../backup/write';
import { utcOffsetAt } from '../../settings/clock';
import { dateAt } from '../../time/plain-date';

export interface MadeBackup {
  parts: Uint8Array<ArrayBuffer>[];
  fileName: string;
  rows: number;
  /** Rows that no restore would take, kept apart in the file. */
  aside: number;
  /** Larger than what a restore takes: somebody has to know before it is needed. */
  tooLarge: boolean;
}

/** Rows per batch: small enough that the screen stays alive while they are packed. */
const BATCH = 250;

async function* batches(database: BatonDatabase, table: BackupTable): AsyncGenerator<BackupRow[]> {
  const rows = database.table<BackupRow, string>(table);
  let last: string | null = null;
  for (;;) {
    const batch: BackupRow[] = await (last === null ? rows.orderBy(':id') : rows.where(':id').above(last)).limit(BATCH).toArray();
    const end = batch.at(-1);
    if (!end) return;
    yield batch;
    if (batch.length < BATCH) return;
    last = keyOf(table, end);
  }
}

/** All tables in one read, so that no row refers to one that came later. */
export async function makeBackup(database: BatonDatabase, preferences: object, at: number): Promise<MadeBackup> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const writer = backupWriter((bytes) => { parts.push(bytes as Uint8Array<ArrayBuffer>); });
  const aside: BackupRow[] = [];
  const rows = await database.transaction('r', BACKUP_TABLES.map((name) => database.table(name)), async () => {
    let count = 0;
    const known = noTargets();
    for (const name of BACKUP_TABLES) {
      const table = writer.table(name);
      for await (const batch of batches(database, name)) {
        const sorted = sortOut(name, batch, known);
        aside.push(...sorted.aside);
        table.rows(sorted.fitting);
        if (name !== 'removals') count += sorted.fitting.length;
      }
      table.end();
    }
    return count;
  });
  writeAside(writer, aside);
  writer.finish({ schema: database.verno, createdAt: at, preferences: { ...preferences } });
  return madeOf(parts, rows, aside.length, at);
}

/** What no restore would take stays in the file, apart; without any there is no such table. */
export function writeAside(writer: BackupWriter, aside: readonly BackupRow[]): void {
  if (aside.length === 0) return;
  const table = writer.table(SET_ASIDE);
  table.rows(aside);
  table.end();
}

export function madeOf(parts: MadeBackup['parts'], rows: number, aside: number, at: number): MadeBackup {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  return { parts, fileName: backupFileName(dateAt(at, utcOffsetAt(at))), rows, aside, tooLarge: size > LIMITS.packed };
}
