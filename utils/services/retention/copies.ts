/** Copies of what a meeting said: undo steps, drafts, the bin, packets made of the deal since, what a tab shows. */
import type { BatonDatabase } from '../../db/database';
import { draftKey } from '../../db/drafts/draft-keys';
import { isDraftOf } from '../../db/drafts/draft-owners';
import { forgetDrafts } from '../../db/drafts/forget-drafts';
import type { BinRow, DraftRow, PacketRow } from '../../db/rows';
import { statesOf } from '../../db/undo/take-back';
import type { Contradiction } from '../../checklist/answer';
import type { Deal } from '../../deal/deal';
import type { Meeting } from '../../meeting/meeting';
import type { Gap } from '../../notes/records';
import { emptied } from '../packet/empty-packet';
import type { LentWords } from './lent-words';
import { withoutLent } from './lent-words';

export interface Gone {
  meeting: Meeting;
  /** What stays of it. */
  shell: Meeting;
  /** The meeting and every row that was captured in it or quotes it. */
  ids: ReadonlySet<string>;
  /** What was answered in it: gaps of other meetings have it as their outcome. */
  answered: ReadonlySet<string>;
  /** What was written in it into gaps of other meetings. */
  lent: LentWords;
}

type Row = Partial<PacketRow & BinRow & Pick<Deal, 'next'> & Pick<Contradiction, 'a' | 'b'> & Pick<Gap, 'outcome' | 'wantId'>> | null;

/** Said in the meeting, or about it. */
function isOf({ meeting, ids }: Gone, row: Row): boolean {
  const quotes = [row?.a?.answerId, row?.b?.answerId, row?.wantId].some((id) => typeof id === 'string' && ids.has(id));
  return row?.meetingId === meeting.id || (row?.id !== undefined && ids.has(row.id)) || quotes;
}

/** A packet that may hold it: made of it, or of its deal since it began. */
function isPacketOf({ meeting: { id, dealId, startedAt } }: Gone, row: Row): boolean {
  if (typeof row?.json !== 'string') return false;
  return row.meetingId === id || row.json.includes(id) || (row.dealId === dealId && (row.createdAt ?? 0) >= startedAt);
}

/** What was chosen for a packet of its deal since it began: questions that are edited begin as those of its "?". */
function isPacketDraftOf({ meeting: { dealId, startedAt } }: Gone, { key, updatedAt }: DraftRow): boolean {
  return dealId !== '' && key === draftKey('form:packet', dealId) && updatedAt >= startedAt;
}

/** A gap of the deal that was answered in it. */
function isFilled({ meeting, answered }: Gone, row: Row): boolean {
  return row?.dealId === meeting.dealId && row.outcome !== undefined && answered.has(row.outcome);
}

/** A gap of another meeting that has words of it. */
function hasLent({ lent }: Gone, row: Row): boolean {
  return row?.id !== undefined && row.outcome !== undefined && withoutLent(lent, row as Gap) !== row;
}

/** Anything that repeats it: a plan that it took its title and aim from, a bin with its rows, and the above. */
function repeats(gone: Gone, value: unknown): boolean {
  const row = value as Row;
  const { title, aim } = gone.meeting;
  const planned = (title !== '' && row?.next?.title === title) || (aim !== '' && row?.next?.aim === aim);
  return planned || isFilled(gone, row) || hasLent(gone, row) || isOf(gone, row) || isPacketOf(gone, row) || (row?.rows ?? []).some((kept) => repeats(gone, kept.row));
}

/** Call it inside a transaction over all tables. */
export async function emptyCopies(database: BatonDatabase, gone: Gone): Promise<void> {
  const { id } = gone.meeting;
  const told = new Set(await database.packets.filter((p) => isPacketOf(gone, p)).primaryKeys());
  await database.changes.filter((c) => c.meetingId === id || c.before.some((b) => gone.ids.has(b.key) || told.has(b.key) || statesOf(b).some((row) => repeats(gone, row)))).delete();
  const ids = new Set([id, ...gone.ids]);
  await forgetDrafts(database, (draft) => isDraftOf(draft, ids) || isPacketDraftOf(gone, draft));
  await database.presence.where({ meetingId: id }).modify({ title: '' });
  await database.packets.where('id').anyOf([...told]).modify((row) => { Object.assign(row, emptied(row)); });
  for (const bin of await database.bin.filter((b) => b.rows.some(({ row }) => repeats(gone, row))).toArray()) {
    const rows = bin.rows.flatMap((kept) => withoutWords(gone, kept));
    // What was deleted by itself and is gone now leaves no entry; a deal stays with the rest of what hangs on it, and so does another meeting that only quoted it.
    if (rows.length === 0 || (bin.what === 'meeting' && rows.some(({ table, row }) => table === 'meetings' && row.id === id))) await database.bin.delete(bin.id);
    else await database.bin.put({ ...bin, rows });
  }
}

function withoutWords(gone: Gone, kept: BinRow['rows'][number]): BinRow['rows'] {
  if (kept.table === 'meetings' && kept.row.id === gone.meeting.id) return [{ ...kept, row: gone.shell }];
  if (isPacketOf(gone, kept.row)) return [{ ...kept, row: emptied(kept.row as PacketRow) }];
  if (isOf(gone, kept.row)) return [];
  if (isFilled(gone, kept.row)) return [{ ...kept, row: { ...kept.row, outcome: '' } as { id: string } }];
  return [hasLent(gone, kept.row) ? { ...kept, row: withoutLent(gone.lent, kept.row as Gap) } : kept];
}
