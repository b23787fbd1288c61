/** Holds the rows of a file to their schemas and to each other. */
import { CATALOGUE } from '../checklist/catalogue';
import { pinKey } from '../deal/deal';
import { withoutBrokenDays } from '../time/field-day';
import { BackupError } from './format';
import type { BackupRow, BackupRows, BackupTable } from './tables';
import { BACKUP_TABLES, keyOf, rowSchema } from './tables';

/** Rows of one table as their schema gives them: unknown fields are gone. Throws BackupError at the first that doesn't fit. */
export function checkRows(table: BackupTable, rows: readonly BackupRow[]): BackupRow[] {
  const schema = rowSchema(table);
  return rows.map((row) => {
    const parsed = schema.safeParse(row);
    if (!parsed.success) throw new BackupError('bad_row', `${table} ${keyOf(table, row)} ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
    return parsed.data;
  });
}

/** Which accounts and deals a backup holds so far, and which checklists, beside ours: rows may point at no others. */
export interface KnownTargets { accounts: Set<string>; deals: Set<string>; checklists: Set<string> }

/** None yet. */
export function noTargets(): KnownTargets {
  return { accounts: new Set(), deals: new Set(), checklists: new Set(CATALOGUE.map(pinKey)) };
}

const OF_DEALS: readonly BackupTable[] = ['meetings', 'answers', 'contradictions', 'notes', 'gaps', 'commitments', 'wants', 'clips', 'packets', 'followUps'];

interface Pin { id: string; version: number }

/** The checklists that a deal has, by their keys. */
export function pinsOf(deal: BackupRow): string[] {
  const { checklist, alsoChecklists } = deal as { checklist?: Pin; alsoChecklists?: Pin[] };
  return [...(checklist ? [checklist] : []), ...(alsoChecklists ?? [])].map(pinKey);
}

/** The checklist of a deal that neither this Baton nor the file has, or null: without its items a deal can't be shown. */
function unknownChecklist(deal: BackupRow, known: ReadonlySet<string>): string | null {
  return pinsOf(deal).find((pin) => !known.has(pin)) ?? null;
}

/** Deals among rows, wherever they lie: the table, or the bin. */
export function dealsIn(table: BackupTable, row: BackupRow): BackupRow[] {
  if (table === 'deals') return [row];
  return table === 'bin' ? (row.rows as { table: string; row: BackupRow }[]).filter((one) => one.table === 'deals').map((one) => one.row) : [];
}

/** Would this row be taken when the backup is restored? One that would not is set aside instead of making the whole file useless. */
function rowFits(table: BackupTable, row: BackupRow, known: KnownTargets): boolean {
  if (!rowSchema(table).safeParse(row).success || dealsIn(table, row).some((deal) => unknownChecklist(deal, known.checklists) !== null)) return false;
  const among = (field: string, targets: ReadonlySet<string>): boolean => row[field] === '' || typeof row[field] !== 'string' || targets.has(row[field]);
  if (table === 'deals' || table === 'contacts') return among('accountId', known.accounts);
  return OF_DEALS.includes(table) ? among('dealId', known.deals) : true;
}

/** A day that no calendar knows costs the row only that day, or all that hangs on it would be set aside too. */
function withReadableDays(table: BackupTable, row: BackupRow): BackupRow {
  if (table !== 'bin' || !Array.isArray(row.rows)) return withoutBrokenDays(row);
  const rows = (row.rows as { row: object }[]).map((one) => {
    const readable = withoutBrokenDays(one.row);
    return readable === one.row ? one : { ...one, row: readable };
  });
  return rows.every((one, i) => one === (row.rows as unknown[])[i]) ? row : { ...row, rows };
}

/** The rows that fit and those set aside, each with its table; what fits becomes a target. Tables come in the order of BACKUP_TABLES. */
export function sortOut(table: BackupTable, rows: readonly BackupRow[], known: KnownTargets): { fitting: BackupRow[]; aside: BackupRow[] } {
  const fitting: BackupRow[] = [];
  const aside: BackupRow[] = [];
  for (const stored of rows) {
    const row = withReadableDays(table, stored);
    // What it said stays in the file, though no screen could show it.
    if (row !== stored) aside.push({ table, row: stored });
    if (!rowFits(table, row, known)) { if (row === stored) aside.push({ table, row }); continue; }
    fitting.push(row);
    if (table === 'accounts' || table === 'deals' || table === 'checklists') known[table].add(keyOf(table, row));
  }
  return { fitting, aside };
}

/** No id twice in a table, no row of a deal or account that isn't there, no deal with a checklist that isn't here. '' is "not filed yet". */
export function checkTogether(rows: BackupRows): void {
  const keys = Object.fromEntries(BACKUP_TABLES.map((table) => [table, uniqueKeys(table, rows[table])])) as Record<BackupTable, Set<string>>;
  const points = (table: BackupTable, field: string, to: BackupTable): void => {
    for (const row of rows[table]) {
      const target = row[field];
      if (typeof target === 'string' && target !== '' && !keys[to].has(target)) throw new BackupError('dangling', `${table} ${keyOf(table, row)} ${field}`);
    }
  };
  points('deals', 'accountId', 'accounts');
  points('contacts', 'accountId', 'accounts');
  for (const table of OF_DEALS) points(table, 'dealId', 'deals');
  const lists = new Set([...CATALOGUE.map(pinKey), ...keys.checklists]);
  for (const table of ['deals', 'bin'] as const) {
    for (const deal of rows[table].flatMap((row) => dealsIn(table, row))) {
      const unknown = unknownChecklist(deal, lists);
      if (unknown !== null) throw new BackupError('newer', `deals ${keyOf('deals', deal)} ${unknown}`);
    }
  }
}

function uniqueKeys(table: BackupTable, rows: readonly BackupRow[]): Set<string> {
  const keys = new Set<string>();
  for (const row of rows) {
    const key = keyOf(table, row);
    if (keys.has(key)) throw new BackupError('duplicate', `${table} ${key}`);
    keys.add(key);
  }
  return keys;
}
