/** The tables of a backup, each with its key and the schema of its rows. */
import { z } from 'zod';
import { instant } from './instant';
import type { Removal } from './removed/marks';
import {
  accountRow, answerRow, checklistRow, clipRow, commitmentRow, contactRow, contradictionRow, dealRow, draftRow, followUpRow, gapRow, meetingRow, noteRow, packetRow, proposalRow, wantRow,
} from './row-schemas';

const UNDOABLE = {
  // Before the deals that have them.
  checklists: checklistRow, accounts: accountRow, deals: dealRow, meetings: meetingRow, answers: answerRow, contradictions: contradictionRow, notes: noteRow, gaps: gapRow,
  commitments: commitmentRow, wants: wantRow, contacts: contactRow, clips: clipRow, packets: packetRow, followUps: followUpRow, proposals: proposalRow,
} as const;

type Undoable = keyof typeof UNDOABLE;
const undoableNames = Object.keys(UNDOABLE) as [Undoable, ...Undoable[]];

/** Rows in the bin come back one day: they are held to the schema of their own table. */
const binned = z.discriminatedUnion('table', undoableNames.map((table) => z.object({ table: z.literal(table), row: UNDOABLE[table] })) as unknown as [
  z.ZodObject<{ table: z.ZodLiteral<Undoable>; row: z.ZodType<{ id: string }> }>,
]);

export const binRow = z.object({
  id: z.string().min(1).max(200), at: instant,
  what: z.enum(['account', 'contact', 'deal', 'meeting', 'note', 'gap', 'commitment', 'want', 'clip', 'packet', 'follow_up']),
  title: z.string(), rows: z.array(binned),
});

/** What was taken away: ids and times. */
export const removalRow = z.object({ id: z.string().min(1).max(500), at: instant });

/**
 * Everything a person made, and what was taken away on purpose. Left out: `presence` (what tabs show now), the search index (made again)
 * and `changes` (undo belongs to this machine, and what was deleted should not travel).
 */
export const BACKUP_TABLES = [...undoableNames, 'drafts', 'bin', 'removals'] as const;
export type BackupTable = (typeof BACKUP_TABLES)[number];
export type BackupRow = Record<string, unknown>;
export type BackupRows = Record<BackupTable, BackupRow[]>;

const SCHEMAS: Record<BackupTable, z.ZodType<BackupRow>> = { ...UNDOABLE, drafts: draftRow, bin: binRow, removals: removalRow };

/** The schema of a table's rows. */
export function rowSchema(table: BackupTable): z.ZodType<BackupRow> {
  return SCHEMAS[table];
}

/** The key of a row: its `id`, or `key` of a draft. '' when it has none. */
export function keyOf(table: BackupTable, row: BackupRow): string {
  const key = row[table === 'drafts' ? 'key' : 'id'];
  return typeof key === 'string' ? key : '';
}

/** No rows in any table. */
export function noRows(): BackupRows {
  return Object.fromEntries(BACKUP_TABLES.map((table) => [table, []])) as unknown as BackupRows;
}

/** What they say was taken away. */
export function removalsIn(rows: BackupRows): Removal[] {
  return rows.removals as unknown as Removal[];
}
