/**
 * Every change a person makes goes through here: one strict transaction that also keeps the rows as they were and what
 * became of them, so that "undo" is exact, takes nothing of others with it, survives a restart and needs no "are you sure?".
 */
import type { Table } from 'dexie';
import { sameContent } from '../../backup/same-content';
import type { BatonDatabase } from '../database';
import type { Meeting } from '../../meeting/meeting';
import { dropDraftsOf } from '../drafts/draft-owners';
import { withOwnOrdinal } from '../next-ordinal';
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

/** The table of that name. */
export function tableOf(database: BatonDatabase, name: ChangeTable): Table<unknown, string> {
  return database.table<unknown, string>(name);
}

/** Nothing new is written under a deal that was deleted meanwhile: nobody would find it again. */
async function requireDeals(database: BatonDatabase, dealIds: ReadonlySet<string>): Promise<void> {
  const found = await database.deals.bulkGet([...dealIds]);
  if (found.includes(undefined)) throw new Error('no such deal', { cause: 'gone' });
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

/** Lets the oldest steps of a place go that are more than can be undone. Call it inside a transaction. */
export async function trim(database: BatonDatabase, meetingId: string): Promise<void> {
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
