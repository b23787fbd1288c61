/**
 * Every change a person makes goes through here: one strict transaction that also keeps the rows as they were and what
 * became of them, so that "undo" is exact, takes nothing of others with it, survives a restart and needs no "are you sure?".
 */
import Dexie from 'dexie';
import type { Table } from 'dexie';
import { sameContent } from '../../backup/same-content';
import type { BatonDatabase } from '../database';
import type { Meeting } from '../../meeting/meeting';
import { dropDraftsOf } from '../drafts/draft-owners';
import { withOwnOrdinal } from '../next-ordinal';
import type { Placed } from './home';
import { homeOf, requireDeals } from './home';
import { placeOf } from './place';
import type { ChangeLabel, ChangeRow, ChangeTable } from '../rows';
import { CHANGE_TABLES } from '../rows';
import { changedFields, didSomething, takeRowBack } from './take-back';
import type { Step } from './with-lists';
import { withLists } from './with-lists';

/** How many changes of a meeting can be undone, newest first. */
export const UNDO_DEPTH = 100;

export interface ChangeScope { meetingId: string; dealId: string; at: number }

export interface ChangeWriter {
  put: <T extends { id: string }>(table: ChangeTable, row: T) => Promise<void>;
  remove: (table: ChangeTable, id: string) => Promise<void>;
}

type Entry = ChangeRow['before'][number];

/** A packet's content never changes, so no step puts it back: what is long is not kept a second time. */
function withoutContent(row: unknown): unknown {
  const { json: _json, evidence: _evidence, ...rest } = row as Record<string, unknown>;
  return rest;
}

function tableOf(database: BatonDatabase, name: ChangeTable): Table<unknown, string> {
  return database.table<unknown, string>(name);
}

/**
 * Runs `write` in one transaction over all tables and resolves after it is durable. Throws what `write` throws;
 * then nothing was written. Throws `gone` where a row would come under a deal that is not there.
 */
export async function change<R>(
  database: BatonDatabase,
  label: ChangeLabel,
  scope: ChangeScope,
  write: (writer: ChangeWriter) => Promise<R>,
): Promise<R> {
  return database.transaction('rw', database.tables, async () => {
    const kept: Entry[] = [];
    const removed = new Set<string>();
    /** Deals that rows are put under. */
    const filed = new Set<string>();
    const remember = async (table: ChangeTable, key: string): Promise<Entry> => {
      const known = kept.find((b) => b.table === table && b.key === key);
      if (known) return known;
      const entry: Entry = { table, key, row: (await tableOf(database, table).get(key)) ?? null };
      kept.push(entry);
      return entry;
    };
    const result = await write({
      put: async (table, row) => {
        const entry = await remember(table, row.id);
        const [to, from] = [row, entry.row].map((one) => (one as { dealId?: string } | null)?.dealId);
        if (to && to !== from) filed.add(to);
        await tableOf(database, table).put(row);
        if (entry.row === null) return;
        entry.after = changedFields(entry.row, row);
        if (table === 'packets') entry.row = withoutContent(entry.row);
      },
      remove: async (table, id) => {
        const entry = await remember(table, id);
        await tableOf(database, table).delete(id);
        removed.add(id);
        if (entry.row !== null) entry.after = null;
      },
    });
    if (filed.size > 0) await requireDeals(database, filed);
    await dropDraftsOf(database, removed);
    // One that changed nothing is no step: "undo" would seem dead.
    if (kept.some(didSomething)) {
      const meetingId = placeOf(scope.meetingId);
      // Asked for at once: the requests of a transaction are answered in order, and each wait costs.
      await Promise.all([database.changes.add({ ...scope, meetingId, label, before: kept }), trim(database, meetingId)]);
    }
    return result;
  });
}

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
 * read first: the disk is waited for once. `durable` is called in the instant in which it is on the disk,
 * before anybody reads what has changed. What moved or went meanwhile is set right in the same transaction (`homeOf`).
 * Rejects when the id is taken; then nothing was written.
 */
export async function insertRow(database: BatonDatabase, label: ChangeLabel, scope: ChangeScope, { table, row, along = false, draftKey }: NewRow, durable?: () => void): Promise<void> {
  const rows = tableOf(database, table);
  const meetingId = placeOf(scope.meetingId);
  const step: ChangeRow = { ...scope, meetingId, label, before: [{ table, key: row.id, row: null }] };
  await database.transaction('rw', [rows, database.changes, database.drafts, database.meetings, database.deals], async () => {
    if (durable) heardFirst(Dexie.currentTransaction.idbtrans, durable);
    const [seq, home] = await Promise.all([
      database.changes.add(step),
      homeOf(database, row, along),
      rows.add(row),
      draftKey === null ? null : database.drafts.delete(draftKey),
    ]);
    if (home) await Promise.all([rows.put({ ...row, ...home }), database.changes.put({ ...step, seq, dealId: home.dealId, meetingId: home.meetingId && meetingId })]);
  });
  // Nobody waits for it, and the next line does what this one could not.
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

async function trim(database: BatonDatabase, meetingId: string): Promise<void> {
  const rows = database.changes.where('meetingId').equals(meetingId);
  const excess = (await rows.count()) - UNDO_DEPTH;
  if (excess > 0) await database.changes.bulkDelete((await rows.limit(excess).primaryKeys()));
}

/**
 * Which changes of a place count: all, those of one deal, the newest if it holds one row and no other (`row`), or one that
 * holds a row whatever else it holds, made at one instant (`at`): that one is undone whole, or not at all.
 */
export interface UndoOnly { dealId?: string; row?: string; holds?: string; at?: number }

/** `late`: nothing was put back, since all of it (of one that `holds` a row: any of it) was changed again meanwhile. */
export interface Undone { label: ChangeLabel; late: boolean }

function counts(change: ChangeRow, { dealId, row, holds, at = change.at }: UndoOnly): boolean {
  const key = holds ?? row;
  return (dealId === undefined || change.dealId === dealId) && change.at === at
    && (key === undefined || change.before.some((b) => b.key === key));
}

async function steppedOnSince(database: BatonDatabase, { seq = 0, before }: ChangeRow): Promise<boolean> {
  const keys = new Set(before.map((b) => b.key));
  return (await database.changes.where(':id').above(seq).filter((c) => c.before.some((b) => keys.has(b.key))).count()) > 0;
}

async function stepBack(database: BatonDatabase, entry: Entry): Promise<Step> {
  const { table, key, row, after } = entry;
  const now = await tableOf(database, table).get(key);
  if (row === null) return { entry, write: now === undefined ? undefined : null, kept: false };
  if (after === undefined) return { entry, write: row, kept: false };
  // Removed by the step; what is there again is newer and stays.
  if (after === null) return { entry, write: now === undefined ? row : undefined, kept: now !== undefined };
  // Gone since, off the record perhaps: no undo brings it back.
  if (now === undefined) return { entry, write: undefined, kept: true };
  const back = takeRowBack(row, after, now);
  return { entry, write: sameContent(back.row, now) ? undefined : back.row, kept: back.kept };
}

/**
 * Undoes the newest change made in a meeting's panel, or of its rows elsewhere: what it changed, and nothing that others
 * wrote since. Resolves to null if there is none. Outside any meeting (`''`) changes of all deals lie together: `only` says whose.
 */
export async function undoNewest(database: BatonDatabase, meetingId: string, only: UndoOnly = {}): Promise<Undone | null> {
  return database.transaction('rw', database.tables, async () => {
    const newest = await database.changes.where('meetingId').equals(meetingId).filter((c) => counts(c, only)).last();
    if (newest?.seq === undefined) return null;
    const { label, before } = newest;
    if (only.row !== undefined && before.length > 1) return null;
    const steps: Step[] = [];
    for (const entry of [...before].reverse()) if (CHANGE_TABLES.includes(entry.table)) steps.push(await withLists(database, await stepBack(database, entry)));
    if (only.holds !== undefined && (steps.some((step) => step.kept) || (await steppedOnSince(database, newest)))) return { label, late: true };
    const removed = new Set<string>();
    for (const { entry: { table, key }, write } of steps) {
      if (write === null) {
        await tableOf(database, table).delete(key);
        removed.add(key);
      }
      // The number of a meeting may have been given to another since.
      else if (write !== undefined) await tableOf(database, table).put(table === 'meetings' ? await withOwnOrdinal(database, write as Meeting) : write);
    }
    await dropDraftsOf(database, removed);
    await database.changes.delete(newest.seq);
    return { label, late: steps.every((step) => step.write === undefined) };
  });
}

/** Forgets every undo step that holds a row of one of `ids`, so that off-record content survives nowhere. */
export async function forgetChangesOf(database: BatonDatabase, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  await database.changes.filter((c) => c.before.some((b) => gone.has(b.key))).delete();
}
