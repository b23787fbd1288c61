/**
 * What was deleted together is one row in the bin, with everything in it: a deal with its evidence is longer than any line that
 * a reader takes. In a file it stands in pieces, one line each, the first of which has its name.
 */
import { BackupError } from './format';
import type { BackupRow } from './tables';

/** Characters of a piece, but for one row that is longer by itself: far below what a reader takes. */
const PIECE = 2 ** 20;

interface Piece extends BackupRow { id?: unknown; more?: unknown; rows?: unknown }

/** The lines of a row in the bin: one for most. */
export function inPieces(row: BackupRow): BackupRow[] {
  const { id, rows } = row as Piece;
  if (!Array.isArray(rows)) return [row];
  const parts: unknown[][] = [[]];
  let size = 0;
  for (const one of rows as unknown[]) {
    const { length } = JSON.stringify(one);
    if (size > 0 && size + length > PIECE) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(one);
    size += length;
  }
  return parts.map((part, i) => (i === 0 ? { ...row, rows: part } : { id, more: true, rows: part }));
}

/** The rows of those lines again. Throws BackupError where a piece does not follow what it belongs to. */
export function fromPieces(lines: readonly BackupRow[]): BackupRow[] {
  const whole: { row: BackupRow; rows: unknown[] }[] = [];
  for (const line of lines as readonly Piece[]) {
    if (line.more === undefined) {
      whole.push({ row: line, rows: Array.isArray(line.rows) ? [...line.rows as unknown[]] : [] });
      continue;
    }
    const before = whole.at(-1);
    if (line.more !== true || !before || before.row.id !== line.id || !Array.isArray(line.rows)) throw new BackupError('bad_row', `bin ${String(line.id)}`);
    for (const one of line.rows as unknown[]) before.rows.push(one);
  }
  return whole.map(({ row, rows }) => (Array.isArray(row.rows) ? { ...row, rows } : row));
}
