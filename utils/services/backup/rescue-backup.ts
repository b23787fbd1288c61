/** A backup of what can still be read when the database doesn't open; an ordinary backup file. */
import { noTargets, sortOut } from '../../backup/check';
import type { BackupRow } from '../../backup/tables';
import { BACKUP_TABLES } from '../../backup/tables';
import { backupWriter } from '../../backup/write';
import { rescueRows } from '../../db/safety/rescue';
import { NEWEST_SCHEMA } from '../../db/versions';
import type { MadeBackup } from './make-backup';
import { madeOf, writeAside } from './make-backup';

export interface RescuedBackup extends MadeBackup { unreadable: string[] }

/** Throws when nothing can be opened at all. */
export async function rescueBackup(preferences: object, at: number, name?: string): Promise<RescuedBackup> {
  const { schema, tables, unreadable } = await rescueRows(BACKUP_TABLES, indexedDB, name);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const writer = backupWriter((bytes) => { parts.push(bytes as Uint8Array<ArrayBuffer>); });
  let count = 0;
  const aside: BackupRow[] = [];
  const known = noTargets();
  for (const name of BACKUP_TABLES) {
    const rows = tables.get(name);
    if (!rows) continue;
    // Rows of an older schema are brought up to date when they are restored: they can't be held to today's.
    const sorted = schema === NEWEST_SCHEMA ? sortOut(name, rows, known) : { fitting: rows, aside: [] };
    aside.push(...sorted.aside);
    const one = writer.table(name);
    one.rows(sorted.fitting);
    one.end();
    count += sorted.fitting.length;
  }
  writeAside(writer, aside);
  writer.finish({ schema, createdAt: at, preferences: { ...preferences } });
  return { ...madeOf(parts, count, aside.length, at), unreadable };
}
