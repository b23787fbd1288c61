/**
 * Days as date fields give them and rows hold them. A field that isn't told better takes years of six digits
 * (Chrome), which no calendar here knows; while a year is typed, it reports 0002, 0020, 0202.
 */
import { isPlainDate } from './plain-date';

/** The first and the last day that a field takes. */
export const FIRST_DAY = '2000-01-01';
export const LAST_DAY = '9999-12-31';

/** Something stands in the field that is no day anybody means. Nothing at all is none either, but nothing wrong. */
export function isWrongDay(day: string | null | undefined): boolean {
  return typeof day === 'string' && day !== '' && (!isPlainDate(day) || day < FIRST_DAY);
}

/** The day of a row for whoever counts with it: one that no calendar knows is none. */
export function dayOrNull(day: string | null | undefined): string | null {
  return typeof day === 'string' && isPlainDate(day) ? day : null;
}

/** Fields of rows that hold a day or nothing. */
const DAY_FIELDS = ['customerDue', 'nextDate', 'due', 'fulfilledOn', 'deleteBy', 'dueOn', 'closedOn', 'goLiveOn', 'warrantyEndsOn', 'endsOn'] as const;
type Days = Partial<Record<(typeof DAY_FIELDS)[number], unknown>>;

function broken(row: object): string[] {
  const days: Days = row;
  return DAY_FIELDS.filter((field) => typeof days[field] === 'string' && dayOrNull(days[field]) === null);
}

/** The row with null for days that no calendar knows; the same row when there is none. */
export function withoutBrokenDays<T extends object>(row: T): T {
  const fields = broken(row);
  return fields.length === 0 ? row : { ...row, ...Object.fromEntries(fields.map((field) => [field, null])) };
}

/** Throws RangeError when a day that is about to be written is none. */
export function requireDays(part: object): void {
  const [field] = broken(part);
  if (field !== undefined) throw new RangeError(`not a calendar date: ${field}`, { cause: 'wrong_day' });
}
