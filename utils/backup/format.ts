/**
 * A backup is a ZIP: `tables/<name>.jsonl` with one row a line, then `manifest.json` with the number
 * of rows and the SHA-256 of each table, and `manifest.sha256` over that.
 */
import { z } from 'zod';
import { instant } from './instant';
import { BACKUP_TABLES } from './tables';

export const BACKUP_FORMAT = 'baton-backup';
export const BACKUP_VERSION = 1;
export const MANIFEST = 'manifest.json';
export const MANIFEST_SUM = 'manifest.sha256';

const sum = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.int().positive(),
  schema: z.int().positive(),
  createdAt: instant,
  tables: z.record(z.string().max(60), z.object({ rows: z.int().nonnegative(), sha256: sum })),
  preferences: z.record(z.string().max(60), z.unknown()).default({}),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Why a file was refused; the database was not touched. */
export type BackupFault = 'not_a_backup' | 'damaged' | 'newer' | 'too_large' | 'foreign' | 'bad_row' | 'duplicate' | 'dangling';

export class BackupError extends Error {
  readonly fault: BackupFault;
  /** Where in the file: a table and row, or the name of an entry. Anybody's text. */
  readonly where: string;

  constructor(fault: BackupFault, where = '') {
    super(where === '' ? fault : `${fault}: ${where}`);
    this.name = 'BackupError';
    this.fault = fault;
    this.where = where.slice(0, 120);
  }
}

/** The entry of a table in the ZIP. */
export function entryOf(table: string): string {
  return `tables/${table}.jsonl`;
}

/** Rows that no restore would take: kept in the file, for whoever can read them, and not restored. Only there when there are any. */
export const SET_ASIDE = 'set-aside';

/** The entries a backup of this version may hold: no path leads anywhere else. */
export const ENTRIES: ReadonlySet<string> = new Set([MANIFEST, MANIFEST_SUM, ...[...BACKUP_TABLES, SET_ASIDE].map(entryOf)]);

/** A table that a newer Baton may have: its rows are not read, but what the file is can still be said. */
export const OTHER_TABLE = /^tables\/[A-Za-z][A-Za-z-]{0,40}\.jsonl$/;

/** `baton-backup-2026-11-23.baton.zip` for an ISO date. */
export function backupFileName(date: string): string {
  return `baton-backup-${date}.baton.zip`;
}
