/** Writes a checked backup: all of it in one transaction, or nothing. What was here before is kept. */
import type { Merging, RestoreMode } from '../../backup/compare';
import { CHILDREN_FIRST, mergingOf, planTable } from '../../backup/compare';
import type { Removal } from '../../backup/removed/marks';
import { removalsOf } from '../../backup/removed/marks';
import { unknownTo } from '../../backup/removed/off-record';
import type { BackupRow, BackupRows, BackupTable } from '../../backup/tables';
import { keyOf, removalsIn } from '../../backup/tables';
import type { BatonDatabase } from '../../db/database';
import { nextOrdinal } from '../../db/next-ordinal';
import { keepSafetyCopy, readSafetyCopy } from '../../db/safety/safety-copy';
import { UNFILED } from '../../deal/deal';
import type { Meeting } from '../../meeting/meeting';
import { preferences, preferencesOrDefaults, readPreferences } from '../../settings/preferences';
import { requestScrub } from '../../settings/scrub-due';
import { findTextAgain } from '../retention/text-again';
import { makeBackup } from './make-backup';
import type { CheckedBackup, CleanHtml } from './preview-restore';
import { forgetAs, withoutOffRecord } from './off-record';
import { readBackupFile } from './preview-restore';
import { withoutOrphans, withoutPresent } from './without-orphans';

export interface Restored { written: number; removed: number }

/**
 * Restores in the mode the person chose. A replace brings the file's settings too. Undo it with `undoRestore`. What went off the record
 * on the other machine goes here first, so that it is not in the copy either: it stays gone also when the rest fails or is undone.
 */
export async function restoreBackup(database: BatonDatabase, backup: CheckedBackup, mode: RestoreMode, at: number): Promise<Restored> {
  if (await forgetAs(database, removalsIn(backup.rows))) await requestScrub();
  const before = await makeBackup(database, await preferencesOrDefaults(), at);
  await keepSafetyCopy({ at, fileName: before.fileName, bytes: new Uint8Array(await new Blob(before.parts).arrayBuffer()) });
  for (;;) {
    const known = await database.removals.toArray();
    const rows = await withoutOffRecord(backup.rows, known, await database.table<BackupRow, string>('meetings').toArray());
    const done = await apply(database, { ...backup, rows }, mode, known);
    if (done) return done;
  }
}

/** Puts everything back as it was before the last restore; false when no copy is kept. The state left is kept in its place. */
export async function undoRestore(database: BatonDatabase, cleanHtml: CleanHtml, at: number): Promise<boolean> {
  const copy = await readSafetyCopy();
  if (!copy) return false;
  await restoreBackup(database, await readBackupFile(new Blob([copy.bytes]), cleanHtml), 'replace', at);
  return true;
}

/** Null when something was taken away here since it was looked what was: it may stand in the file. */
async function apply(database: BatonDatabase, backup: CheckedBackup, mode: RestoreMode, known: readonly Removal[]): Promise<Restored | null> {
  const theirs = removalsIn(backup.rows);
  const done = await database.transaction('rw', database.tables, async () => {
    const removals = await database.removals.toArray();
    if (unknownTo(removalsOf(known), removals).length > 0) return null;
    const merging = mergingOf(removals, removalsOf(theirs));
    const total: Restored = { written: 0, removed: 0 };
    const touched = new Set<string>();
    const dirty: string[] = [];
    const came: Meeting[] = [];
    for (const name of CHILDREN_FIRST) {
      const table = database.table<BackupRow, string>(name);
      const here = await table.toArray();
      const { put, remove } = planTable(name, mode === 'replace' ? backup.rows[name] : await coming(database, name, backup.rows, merging), here, mode, merging);
      await table.bulkDelete(remove);
      await table.bulkPut(put);
      if (name === 'meetings' && mode !== 'replace') came.push(...newInDeal(put as unknown as Meeting[], here as unknown as Meeting[]));
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
  if (done && mode === 'replace') await preferences.setValue(readPreferences(backup.preferences));
  return done;
}

/** Meetings that were not here, or under another deal. */
function newInDeal(put: readonly Meeting[], here: readonly Meeting[]): Meeting[] {
  const dealOf = new Map(here.map(({ id, dealId }) => [id, dealId]));
  return put.filter(({ id, dealId }) => dealOf.get(id) !== dealId);
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

/** What of a table comes from the file, beside what is here by now. */
async function coming(database: BatonDatabase, name: BackupTable, rows: BackupRows, merging: Merging): Promise<readonly BackupRow[]> {
  if (name === 'removals') return withoutPresent(database, removalsIn(rows)) as Promise<unknown> as Promise<BackupRow[]>;
  return name === 'drafts' ? withoutOrphans(rows.drafts, await database.meetings.toArray(), merging) : rows[name];
}
