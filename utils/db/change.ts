/**
 * Every change a person makes goes through here: one strict transaction that also keeps the rows as
 * they were, so that "undo" is exact, survives a restart and needs no "are you sure?".
 */
import type { Table } from 'dexie';
import type { BatonDatabase } from './database';
import { dropDraftsOf } from './line-drafts';
import type { ChangeLabel, ChangeRow, ChangeTable } from './rows';
import { CHANGE_TABLES } from './rows';

/** How many changes of a meeting can be undone, newest first. */
export const UNDO_DEPTH = 100;

export interface ChangeScope { meetingId: string; dealId: string; at: number }

export interface ChangeWriter {
  /** Writes a row that was not there before, under an id made for it: nothing has to be read first. Rejects when the id is taken. */
  insert: <T extends { id: string }>(table: ChangeTable, row: T) => Promise<void>;
  put: <T extends { id: string }>(table: ChangeTable, row: T) => Promise<void>;
  remove: (table: ChangeTable, id: string) => Promise<void>;
}

function tableOf(database: BatonDatabase, name: ChangeTable): Table<unknown, string> {
  return database.table<unknown, string>(name);
}

/**
 * Runs `write` in one transaction and resolves after it is durable. Throws what `write` throws;
 * then nothing was written. `tables` are those that `write` touches, all by default: a transaction
 * over few of them waits for nobody who reads or writes others.
 */
export async function change<R>(
  database: BatonDatabase,
  label: ChangeLabel,
  scope: ChangeScope,
  write: (writer: ChangeWriter) => Promise<R>,
  tables?: readonly Table[],
): Promise<R> {
  return database.transaction('rw', tables ? [...tables, database.changes] : database.tables, async () => {
    const before: ChangeRow['before'] = [];
    const remember = async (table: ChangeTable, key: string): Promise<void> => {
      if (before.some((b) => b.table === table && b.key === key)) return;
      before.push({ table, key, row: (await tableOf(database, table).get(key)) ?? null });
    };
    const result = await write({
      insert: async (table, row) => {
        before.push({ table, key: row.id, row: null });
        await tableOf(database, table).add(row);
      },
      put: async (table, row) => {
        await remember(table, row.id);
        await tableOf(database, table).put(row);
      },
      remove: async (table, id) => {
        await remember(table, id);
        await removeRow(database, table, id);
      },
    });
    if (before.length > 0) {
      // Asked for at once: the requests of a transaction are answered in order, and each wait costs.
      await Promise.all([database.changes.add({ ...scope, label, before }), trim(database, scope.meetingId)]);
    }
    return result;
  });
}

async function removeRow(database: BatonDatabase, table: ChangeTable, id: string): Promise<void> {
  await tableOf(database, table).delete(id);
  await dropDraftsOf(database, table, id);
}

async function trim(database: BatonDatabase, meetingId: string): Promise<void> {
  const rows = database.changes.where('meetingId').equals(meetingId);
  const excess = (await rows.count()) - UNDO_DEPTH;
  if (excess > 0) await database.changes.bulkDelete((await rows.limit(excess).primaryKeys()));
}

/** Which changes of a scope count: all of it, those of one deal, or those that hold one row and no other. */
/** `holds`: the newest change that holds this row, whatever else it holds, as long as nothing of it was changed again since. */
export interface UndoOnly { dealId?: string; row?: string; holds?: string }

function counts(change: ChangeRow, only: UndoOnly): boolean {
  return only.dealId === undefined || change.dealId === only.dealId;
}

async function changedSince(database: BatonDatabase, { seq = 0, before }: ChangeRow): Promise<boolean> {
  const keys = new Set(before.map((b) => b.key));
  return (await database.changes.where(':id').above(seq).filter((c) => c.before.some((b) => keys.has(b.key))).count()) > 0;
}

/**
 * Puts the rows of the newest change of a meeting back. Resolves to its label, or null if there is none.
 * Outside any meeting (`''`) changes of all deals lie together: `only` says whose. With `only.row` the
 * newest change that holds the row must hold nothing else, or nothing is undone.
 */
export async function undoNewest(database: BatonDatabase, meetingId: string, only: UndoOnly = {}): Promise<ChangeLabel | null> {
  return database.transaction('rw', database.tables, async () => {
    const { row: rowId, holds } = only;
    const holding = holds ?? rowId;
    const newest = await database.changes.where('meetingId').equals(meetingId)
      .filter((c) => counts(c, only) && (holding === undefined || c.before.some((b) => b.key === holding))).last();
    if (newest?.seq === undefined) return null;
    if (rowId !== undefined && newest.before.length > 1) return null;
    if (holds !== undefined && (await changedSince(database, newest))) return null;
    for (const { table, key, row } of [...newest.before].reverse()) {
      if (!CHANGE_TABLES.includes(table)) continue;
      if (row === null) await removeRow(database, table, key);
      else await tableOf(database, table).put(row);
    }
    await database.changes.delete(newest.seq);
    return newest.label;
  });
}

/** Forgets every undo step that holds a row of one of `ids`, so that off-record content survives nowhere. */
export async function forgetChangesOf(database: BatonDatabase, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  await database.changes.filter((c) => c.before.some((b) => gone.has(b.key))).delete();
}
