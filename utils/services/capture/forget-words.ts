/** Off the record: words leave every store, not only the row they were typed into. */
import type { BatonDatabase } from '../../db/database';
import { isDraftOf } from '../../db/drafts/draft-owners';
import { forgetDrafts } from '../../db/drafts/forget-drafts';
import { forgetChangesOf } from '../../db/undo/change';
import type { BinRow, DraftRow, PacketRow } from '../../db/rows';
import { statesOf } from '../../db/undo/take-back';
import type { Meeting } from '../../meeting/meeting';
import { withoutEdits } from '../../meeting/minutes-edits';
import type { Gap } from '../../notes/records';
import { forgetInIndex } from '../search/forget-in-index';
import { emptied } from '../packet/empty-packet';
import { forgetPointers } from './forget-pointers';
import type { Topic, Traces } from './traces';
import { tracesOf } from './traces';

export interface Forgotten {
  /** Rows that held the words: their undo steps go too. */
  ids: readonly string[];
  /** Those of them that are lines: a packet that holds one goes, whatever words it has for it. */
  lines: readonly string[];
  /** The words themselves, earlier ones too. Very short ones are not hunted. */
  words: readonly string[];
  /** The topic that was covered: a packet that tells anything of it goes. Null for a line. */
  about: Topic | null;
  /** Drafts that go whatever they hold. */
  drafts: (draft: DraftRow) => boolean;
}

/**
 * Removes the words from undo steps, the search index, drafts, edited minutes and stored packets, those in the bin too. A packet
 * that holds them keeps its number, date and hash but no content: what left the machine cannot be called back,
 * what is here can. Call it inside a transaction over all tables. The copy from before a restore is a file, out of which no words
 * can be taken: whoever calls it lets that go whole.
 */
export async function forgetWords(database: BatonDatabase, forgotten: Forgotten): Promise<void> {
  const { words, about } = forgotten;
  const quoting = await forgetQuoting(database, forgotten.lines);
  const [ids, lines] = [[...forgotten.ids, ...quoting], [...forgotten.lines, ...quoting]];
  const drafts = (draft: DraftRow): boolean => forgotten.drafts(draft) || isDraftOf(draft, new Set(quoting));
  const pointing = await forgetPointers(database, ids, about);
  await forgetChangesOf(database, ids);
  const traces = tracesOf(words, lines, about);
  const { holds, inPacket } = traces;
  const packetIn = (row: unknown): boolean => isPacket(row) && inPacket(row);
  const tellsIt = (row: unknown): boolean => holds(row) || packetIn(row) || (isBin(row) && row.rows.some((kept) => packetIn(kept.row)));
  const told = new Set(await database.packets.filter((row) => inPacket(row) || holds(row.replies)).primaryKeys());
  // A step that holds a packet's replies has their texts, whatever they say of it.
  await database.changes.filter((c) => c.before.some((entry) => told.has(entry.key) || statesOf(entry).some(tellsIt))).delete();
  await forgetDrafts(database, (d) => drafts(d) || holds(d.text));
  await database.packets.where('id').anyOf([...told]).modify((row) => { Object.assign(row, emptied(row)); });
  const clean = (kept: BinRow['rows'][number]): BinRow['rows'][number] => {
    if (isPacket(kept.row) && (inPacket(kept.row) || holds(kept.row.replies))) return { ...kept, row: emptied(kept.row) };
    if (kept.table !== 'meetings') return kept;
    const { minutesEdits } = kept.row as Meeting;
    return holds(minutesEdits) ? { ...kept, row: { ...kept.row, minutesEdits: without(minutesEdits, traces) } as { id: string } } : kept;
  };
  for (const bin of await database.bin.toArray()) {
    const rows = bin.rows.map(clean);
    if (rows.some((kept, i) => kept !== bin.rows[i])) await database.bin.put({ ...bin, rows });
  }
  await forgetInIndex(database, [...ids, ...pointing, ...told, ...(await forgetMinutes(database, traces)), ...(await forgetWhys(database, traces))]);
}

/** Questions of delivery that quote one of the lines go with it, from the bin too. Resolves to their ids. */
async function forgetQuoting(database: BatonDatabase, lines: readonly string[]): Promise<string[]> {
  const quotes = (row: unknown): boolean => lines.includes((row as Partial<Gap>).wantId ?? '');
  const gaps = await database.gaps.filter(quotes).primaryKeys();
  await database.gaps.bulkDelete(gaps);
  return [...gaps, ...(await takeFromBin(database, ({ row }) => quotes(row))).map((row) => row.id)];
}

type Binned = BinRow['rows'][number];

/**
 * Takes rows out of the bin for good, or leaves what `instead` makes of them; what has none left goes. Resolves to them as they were.
 * Call it inside a transaction over all tables.
 */
export async function takeFromBin(database: BatonDatabase, goes: (kept: Binned) => boolean, instead: (kept: Binned) => Binned[] = () => []): Promise<{ id: string }[]> {
  const binned = await database.bin.filter(({ rows }) => rows.some(goes)).toArray();
  for (const bin of binned) {
    const rows = bin.rows.flatMap((kept) => (goes(kept) ? instead(kept) : [kept]));
    if (rows.length === 0) await database.bin.delete(bin.id);
    else await database.bin.put({ ...bin, rows });
  }
  return binned.flatMap(({ rows }) => rows.filter(goes).map(({ row }) => row));
}

function isPacket(row: unknown): row is PacketRow {
  return typeof (row as Partial<PacketRow> | null)?.json === 'string';
}

function isBin(row: unknown): row is BinRow {
  return Array.isArray((row as Partial<BinRow> | null)?.rows);
}

/** Reasons that repeat the words: of what was accepted at a signature, and of a proposal to the checklist that was declined. Resolves to the deals. */
async function forgetWhys(database: BatonDatabase, { holds }: Traces): Promise<string[]> {
  const clear = <T extends { why: string }>(rows: readonly T[]): T[] => rows.map((row) => (holds(row.why) ? { ...row, why: '' } : row));
  const deals = await database.deals.filter(({ risksAccepted = [], itemsAccepted = [] }) => [...risksAccepted, ...itemsAccepted].some(({ why }) => holds(why))).toArray();
  for (const { id, risksAccepted, itemsAccepted } of deals) {
    await database.deals.update(id, { ...(risksAccepted ? { risksAccepted: clear(risksAccepted) } : {}), ...(itemsAccepted ? { itemsAccepted: clear(itemsAccepted) } : {}) });
  }
  await database.proposals.filter(({ why }) => holds(why)).modify((row) => { row.why = ''; });
  return deals.map(({ id }) => id);
}

function without(minutesEdits: Meeting['minutesEdits'], { holds }: Traces): Meeting['minutesEdits'] {
  return withoutEdits(minutesEdits, holds);
}

/** Sections of minutes that hold the words are printed as generated again. Resolves to the meetings. */
async function forgetMinutes(database: BatonDatabase, traces: Traces): Promise<string[]> {
  const meetings = await database.meetings.filter((meeting) => traces.holds(meeting.minutesEdits)).toArray();
  for (const { id, minutesEdits } of meetings) await database.meetings.update(id, { minutesEdits: without(minutesEdits, traces) });
  return meetings.map((meeting) => meeting.id);
}
