/** Writes a checked backup: all of it in one transaction, or nothing. What was here before is kept. */
import type { RestoreMode } from '../../backup/compare';
import { planTable } from '../../backup/compare';
import type { BackupRow } from '../../backup/tables';
import { BACKUP_TABLES, keyOf } from '../../backup/tables';
import type { BatonDatabase } from '../../db/database';
import { nextOrdinal } from '../../db/next-ordinal';
import { keepSafetyCopy, readSafetyCopy } from '../../db/safety/safety-copy';
import { UNFILED } from '../../deal/deal';
import type { Meeting } from '../../meeting/meeting';
import { preferences, preferencesOrDefaults, readPreferences } from '../../settings/preferences';
import { findTextAgain } from '../retention/text-again';
import { makeBackup } from './make-backup';
import type { CheckedBackup, CleanHtml } from './preview-restore';
import { readBackupFile } from './preview-restore';

export interface Restored { written: number; removed: number }

/** Restores in the mode the person chose. A replace brings the file's settings too. Undo it with `undoRestore`. */
export async function restoreBackup(database: BatonDatabase, backup: CheckedBackup, mode: RestoreMode, at: number): Promise<Restored> {
  const before = await makeBackup(database, await preferencesOrDefaults(), at);
  await keepSafetyCopy({ at, fileName: before.fileName, bytes: new Uint8Array(await new Blob(before.parts).arrayBuffer()) });
  return apply(database, backup, mode);
}

/** Puts everything back as it was before the last restore; false when no copy is kept. The state left is kept in its place. */
export async function undoRestore(database: BatonDatabase, cleanHtml: CleanHtml, at: number): Promise<boolean> {
  const copy = await readSafetyCopy();
  if (!copy) return false;
  await restoreBackup(database, await readBackupFile(new Blob([copy.bytes]), cleanHtml), 'replace', at);
  return true;
}

async function apply(database: BatonDatabase, backup: CheckedBackup, mode: RestoreMode): Promise<Restored> {
  const done = await database.transaction('rw', database.tables, async () => {
    const total: Restored = { written: 0, removed: 0 };
    const touched = new Set<string>();
    const dirty: string[] = [];
    const came: Meeting[] = [];
    for (const name of BACKUP_TABLES) {
      const table = database.table<BackupRow, string>(name);
      const { put, remove } = planTable(name, backup.rows[name], await table.toArray(), mode);
      await table.bulkDelete(remove);
      await table.bulkPut(put);
      if (name === 'meetings' && mode !== 'replace') came.push(...(put as unknown as Meeting[]));
      total.written += put.length;
      total.removed += remove.length;
      for (const key of [...remove, ...put.map((row) => keyOf(name, row))]) {
        touched.add(key);
        dirty.push(`${name}:${key}`);
      }
    }
    await renumber(database, came);
    // An undo step that holds an old copy of a restored row would bring it back by surprise.
    if (mode === 'replace') await database.changes.clear();
    else await database.changes.filter((c) => c.before.some((b) => touched.has(b.key))).delete();
    // An older file has text of meetings whose text was deleted since.
    await findTextAgain(database);
    await database.searchDirty.bulkPut(dirty.map((key) => ({ key })));
    return total;
  });
  if (mode === 'replace') await preferences.setValue(readPreferences(backup.preferences));
  return done;
}

/** Two machines went on with one deal, each with its own "2nd meeting": what was here keeps its number, what came is counted on from there, in its order. */
async function renumber(database: BatonDatabase, came: readonly Meeting[]): Promise<void> {
  for (const dealId of new Set(came.map((meeting) => meeting.dealId))) {
    const all = await database.meetings.where({ dealId }).sortBy('startedAt');
    const own = new Set(all.filter(({ id }) => !came.some((one) => one.id === id)).map(({ ordinal }) => ordinal));
    const theirs = all.filter(({ id }) => came.some((one) => one.id === id));
    const first = theirs.findIndex(({ ordinal }) => own.has(ordinal));
    if (first < 0 || dealId === UNFILED) continue;
    // None of them counts while they are counted.
    const later = theirs.slice(first).map((meeting) => ({ ...meeting, ordinal: 0 }));
    await database.meetings.bulkPut(later);
    for (const meeting of later) await database.meetings.put({ ...meeting, ordinal: await nextOrdinal(database, dealId) });
  }
}
