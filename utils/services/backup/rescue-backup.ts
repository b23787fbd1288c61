/** A backup of what can still be read when the database doesn't open; an ordinary backup file. */
import { backupFileName } from '../../backup/format';
import { BACKUP_TABLES } from '../../backup/tables';
import { backupWriter } from '../../backup/write';
import { rescueRows } from '../../db/safety/rescue';
import { utcOffsetAt } from '../../settings/clock';
import { dateAt } from '../../time/plain-date';
import type { MadeBackup } from './make-backup';

export interface RescuedBackup extends MadeBackup { unreadable: string[] }

/** Throws when nothing can be opened at all. */
export async function rescueBackup(preferences: object, at: number, name?: string): Promise<RescuedBackup> {
  const { schema, tables, unreadable } = await rescueRows(BACKUP_TABLES, indexedDB, name);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const writer = backupWriter((bytes) => { parts.push(bytes as Uint8Array<ArrayBuffer>); });
  let count = 0;
  for (const [table, rows] of tables) {
    const one = writer.table(table);
    one.rows(rows);
    one.end();
    count += rows.length;
  }
  writer.finish({ schema, createdAt: at, preferences: { ...preferences } });
  return { parts, fileName: backupFileName(dateAt(at, utcOffsetAt(at))), rows: count, unreadable };
}
