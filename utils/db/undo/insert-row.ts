/** A new row by itself, as one change: the way of a line, from Enter to the disk in one wait. */
import Dexie from 'dexie';
import type { BatonDatabase } from '../database';
import type { ChangeLabel, ChangeRow, ChangeTable } from '../rows';
import type { ChangeScope } from './change';
import { tableOf, trim, UNDO_DEPTH } from './change';
import type { Placed } from './home';
import { bringHome } from './home';
import { placeOf } from './place';

export interface NewRow {
  table: ChangeTable;
  /** Its id was made for it and is not taken. */
  row: Placed & { id: string };
  /** It is of its meeting's deal: filed under another by now, it goes along. */
  along?: boolean;
  /** The draft it was typed in, which goes with it; null when there is none. */
  draftKey: string | null;
}

/**
 * Writes a row that was not there before, as one change. Everything is asked for at once, since nothing has to be
 * read first: the disk is waited for once, and nobody who reads or writes anything else. `durable` is called in the
 * instant in which it is on the disk, before anybody reads what has changed. What moved or went meanwhile is set right
 * afterwards (`bringHome`). Rejects when the id is taken; then nothing was written.
 */
export async function insertRow(database: BatonDatabase, label: ChangeLabel, scope: ChangeScope, { table, row, along = false, draftKey }: NewRow, durable?: () => void): Promise<void> {
  const rows = tableOf(database, table);
  const meetingId = placeOf(scope.meetingId);
  const step: ChangeRow = { ...scope, meetingId, label, before: [{ table, key: row.id, row: null }] };
  // Not meetings, not deals: Enter would wait for every page that reads many of them.
  await database.transaction('rw', [rows, database.changes, database.drafts], async () => {
    if (durable) heardFirst(Dexie.currentTransaction.idbtrans, durable);
    await Promise.all([database.changes.add(step), rows.add(row), draftKey === null ? null : database.drafts.delete(draftKey)]);
  });
  // Nobody waits for these. What the one could not do the daily care does, what the other could not the next line.
  void bringHome(database, table, row, along).catch(() => undefined);
  void trimNow(database, meetingId).catch(() => undefined);
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
