/** Editing and deleting captured lines, each one undo step, and taking them off the record. */
import { lineMark } from '../../backup/removed/off-record';
import type { BatonDatabase } from '../../db/database';
import { dropSafetyCopyAfterwards } from '../../db/safety/safety-copy';
import { change } from '../../db/undo/change';
import { newId } from '../../db/new-id';
import type { BinRow } from '../../db/rows';
import type { LineTable } from '../../db/read-entries';
import { stateByOwnership } from '../../checklist/gap-rules';
import type { Commitment, Gap, Note, Want } from '../../notes/records';
import { missingForFulfilment, unruled } from '../../notes/promise-rules';
import { needsDelivery } from '../../notes/commitment-kind';
import { canSaveWant, ofSales, unjudged } from '../../notes/want-rules';
import { requireDays } from '../../time/field-day';
import { requestScrub } from '../../settings/scrub-due';
import { forgetLines } from './forget-lines';
import type { Refusal } from '../trouble/refusal';

export type { LineTable };
interface RowOf { notes: Note; gaps: Gap; commitments: Commitment; wants: Want }

/** Changes some fields of a captured line. A gap's state follows from who owns it. */
export async function editLine<T extends LineTable>(database: BatonDatabase, table: T, id: string, part: Partial<RowOf[T]>, at: number): Promise<void> {
  requireDays(part);
  const row = await database.table<RowOf[T]>(table).get(id);
  if (!row) throw new Error('no such line', { cause: 'gone' satisfies Refusal });
  await change(database, table === 'gaps' ? 'gap' : 'edit', { meetingId: row.meetingId, dealId: row.dealId, at }, async (writer) => {
    // Taken off the record or deleted in another window by now: it must not come back.
    const fresh = await database.table<RowOf[T]>(table).get(id);
    if (!fresh) throw new Error('no such line', { cause: 'gone' satisfies Refusal });
    await writer.put(table, settled(askedAnew(fresh, { ...fresh, ...('feasibility' in fresh ? ofSales(fresh, part as Partial<Want>) : part), updatedAt: at })));
  });
}

function askedAnew<R extends Note | Gap | Commitment | Want>(before: R, after: R): R {
  if ('confirmation' in before && 'confirmation' in after) return unruled(before, after) as R;
  return 'feasibility' in before && 'feasibility' in after ? unjudged(before, after) as R : after;
}

function settled(row: Note | Gap | Commitment | Want): Note | Gap | Commitment | Want {
  if ('question' in row) return { ...row, state: stateByOwnership(row) };
  if ('needBehind' in row && !canSaveWant(row)) throw new Error('a want that is not feasible as asked needs its “then how”', { cause: 'no_then_how' satisfies Refusal });
  if ('fulfilment' in row && missingForFulfilment(row) !== null) throw new Error('this state of a promise needs its date or its words', { cause: 'no_fulfilment' satisfies Refusal });
  if ('confirmation' in row && (row.confirmation === 'unconfirmed' || row.confirmation === 'not_needed')) {
    return { ...row, confirmation: needsDelivery(row.kind) || row.onBehalfOfDelivery ? 'unconfirmed' : 'not_needed' };
  }
  return row;
}

const WHAT = { notes: 'note', gaps: 'gap', commitments: 'commitment', wants: 'want' } as const satisfies Record<LineTable, BinRow['what']>;

/** Deletes a line into the bin; "undo" brings it back. The bin names it by its words, of which there is no second copy. */
export async function deleteLine(database: BatonDatabase, table: LineTable, id: string, at: number): Promise<void> {
  const row = await database.table<Note>(table).get(id);
  if (!row) return;
  await change(database, 'delete', { meetingId: row.meetingId, dealId: row.dealId, at }, async (writer) => {
    const fresh = await database.table<Note>(table).get(id);
    if (!fresh) return;
    await writer.remove(table, id);
    const bin: BinRow = { id: newId(), at, what: WHAT[table], title: '', rows: [{ table, row: fresh }] };
    await writer.put('bin', bin);
  });
}

/** Takes a line off the record: row, undo steps and all; this cannot be undone, that is its point. */
export async function takeOffRecord(database: BatonDatabase, table: LineTable, id: string): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    // Deleted in another window by now, it lies in the bin with its words.
    const row = (await database.table<RowOf[LineTable]>(table).get(id)) ?? (await database.bin.toArray()).flatMap(({ rows }) => rows).find((kept) => kept.row.id === id)?.row as Note | undefined;
    if (!row) return;
    await forgetLines(database, [id]);
    // Whichever backup is merged into which: the words went, and come from nowhere again.
    await database.removals.put({ id: lineMark(id), at: row.updatedAt });
    dropSafetyCopyAfterwards();
  });
  await requestScrub();
}
