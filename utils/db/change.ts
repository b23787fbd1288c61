/**
 * Every change a person makes goes through here: one strict transaction that also keeps the rows as
 * they were, so that "undo" is exact, survives a restart and needs no "are you sure?".
 */
import Dexie from 'dexie';
import type { Table } from 'dexie';
import type { BatonDatabase } from './database';
import type { Meeting } from '../meeting/meeting';
import { dropDraftsOf } from './line-drafts';
import { withOwnOrdinal } from './next-ordinal';
import type { ChangeLabel, ChangeRow, ChangeTable } from './rows';
import { CHANGE_TABLES } from './rows';

/** How many changes of a meeting can be undone, newest first. */
export const UNDO_DEPTH = 100;

export interface ChangeScope { meetingId: string; dealId: string; at: number }

export interface ChangeWriter {
  put: <T extends { id: string }>(table: ChangeTable, row: T) => Promise<void>;
  remove: (table: ChangeTable, id: string) => Promise<void>;
}

function tableOf(database: BatonDatabase, name: ChangeTable): Table<unknown, string> {
  return database.table<unknown, string>(name);
}

/**
 * Runs `write` in one transaction over all tables and resolves after it is durable. Throws what `write` throws;
 * then nothing was written.
 */
export async function change<R>(
  database: BatonDatabase,
  label: ChangeLabel,
  scope: ChangeScope,
  write: (writer: ChangeWriter) => Promise<R>,
): Promise<R> {
  return database.transaction('rw', database.tables, async () => {
    const before: ChangeRow['before'] = [];
    const remember = async (table: ChangeTable, key: string): Promise<void> => {
      if (before.some((b) => b.table === table && b.key === key)) return;
      before.push({ table, key, row: (await tableOf(database, table).get(key)) ?? null });
    };
    const result = await write({
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

export interface NewRow {
  table: ChangeTable;
  /** Its id was made for it and is not taken. */
  row: { id: string };
  /** The draft it was typed in, which goes with it; null when there is none. */
  draftKey: string | null;
}

/**
 * Writes a row that was not there before, as one change. Everything is asked for at once, since nothing has to be
 * read first: the disk is waited for once. `durable` is called in the instant in which it is on the disk,
 * before anybody reads what has changed. Rejects when the id is taken; then nothing was written.
 */
export async function insertRow(database: BatonDatabase, label: ChangeLabel, scope: ChangeScope, { table, row, draftKey }: NewRow, durable?: () => void): Promise<void> {
  const rows = tableOf(database, table);
  await database.transaction('rw', rows, database.changes, database.drafts, async () => {
    if (durable) heardFirst(Dexie.currentTransaction.idbtrans, durable);
    await Promise.all([
      rows.add(row),
      database.changes.add({ ...scope, label, before: [{ table, key: row.id, row: null }] }),
      draftKey === null ? null : database.drafts.delete(draftKey),
    ]);
  });
  // Nobody waits for it, and the next line does what this one could not.
  void trimNow(database, scope.meetingId).catch(() => undefined);
}

/** Calls `durable` when the transaction is done, on the way down to it: Dexie, which hears it there, lets every list on the page read again first. */
function heardFirst(transaction: IDBTransaction, durable: () => void): void {
  const { db } = transaction;
  const over = new AbortController();
  const on = { capture: true, signal: over.signal };
  const hear = (event: Event): void => {
    if (event.target !== transaction) return;
    over.abort();
    if (event.type === 'complete') durable();
  };
  db.addEventListener('complete', hear, on);
  db.addEventListener('abort', hear, on);
}

/** So many more than can be undone are kept before the oldest go: not each line has to clear up. */
const SPARE = 20;

async function trimNow(database: BatonDatabase, meetingId: string): Promise<void> {
  const kept = await database.changes.where('meetingId').equals(meetingId).count();
  if (kept > UNDO_DEPTH + SPARE) await database.transaction('rw', database.changes, async () => trim(database, meetingId));
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
      // Its number may have been given to another since.
      else await tableOf(database, table).put(table === 'meetings' ? await withOwnOrdinal(database, row as Meeting) : row);
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
