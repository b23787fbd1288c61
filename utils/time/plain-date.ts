/**
 * Calendar dates (`2026-12-10`) and instants (epoch milliseconds with minutes east of UTC). The
 * machine's time zone never matters: all arithmetic is in UTC.
 */
import { UTCDate } from '@date-fns/utc';
import { addDays as plusDays, differenceInCalendarDays } from 'date-fns';

const PLAIN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Midnight UTC of a calendar date. Throws RangeError for anything else: no silent `Invalid Date`. */
function utc(date: string): UTCDate {
  const [, y, m, d] = PLAIN.exec(date) ?? [];
  if (y === undefined) throw new RangeError(`not a calendar date: ${date.slice(0, 40)}`);
  return new UTCDate(Number(y), Number(m) - 1, Number(d));
}

function plain(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** True for a calendar date that exists. */
export function isPlainDate(text: string): boolean {
  return PLAIN.test(text) && plain(utc(text)) === text;
}

function whole(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number of days: ${n}`);
  return n;
}

/** `date` plus `n` calendar days; `n` may be negative. Throws RangeError for a broken date or number, as all below. */
export function addDays(date: string, n: number): string {
  return plain(plusDays(utc(date), whole(n)));
}

/** Monday to Friday, where nothing else is said. */
const WEEK: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);

/** One of `workdays` (0 = Sunday; Monday to Friday unless said), and not in `holidays`. */
export function isBusinessDay(date: string, holidays: ReadonlySet<string> = new Set(), workdays: ReadonlySet<number> = WEEK): boolean {
  return workdays.has(weekdayOf(date)) && !holidays.has(date);
}

/** `date` plus `n` business days (see isBusinessDay); `n` may be negative. 0 is the day itself, even a Sunday. */
export function addBusinessDays(date: string, n: number, holidays: ReadonlySet<string> = new Set(), workdays: ReadonlySet<number> = WEEK): string {
  if (n === 0) return plain(utc(date));
  if (workdays.size === 0) throw new RangeError('no day of the week is a working day');
  let at = date;
  for (let left = Math.abs(whole(n)); left > 0; ) {
    at = addDays(at, Math.sign(n));
    if (isBusinessDay(at, holidays, workdays)) left -= 1;
  }
  return at;
}

/** Business days after `from` up to and with `to`; null when `to` is earlier, or so far off that nobody counts. */
export function businessDaysUntil(from: string, to: string, holidays: ReadonlySet<string> = new Set(), workdays: ReadonlySet<number> = WEEK): number | null {
  const days = daysBetween(from, to);
  return days < 0 || days > 3660 ? null : Array.from({ length: days }, (_, i) => addDays(from, i + 1)).filter((day) => isBusinessDay(day, holidays, workdays)).length;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(utc(to), utc(from));
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: string): number {
  return utc(date).getUTCDay();
}

/** The calendar date at an instant, `utcOffset` minutes east of UTC. */
export function dateAt(epochMs: number, utcOffset: number): string {
  return plain(new UTCDate(epochMs + utcOffset * 60_000));
}

/** ISO 8601 with seconds and the given offset: `2026-11-24T14:00:00+09:00`. */
export function isoAt(epochMs: number, utcOffset: number): string {
  const local = new UTCDate(epochMs + utcOffset * 60_000).toISOString().slice(0, 19);
  const abs = Math.abs(utcOffset);
  return `${local}${utcOffset < 0 ? '-' : '+'}${two(Math.floor(abs / 60))}:${two(abs % 60)}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** The call's clock: `mm:ss`, from an hour on `h:mm:ss`. */
export function clockText(offsetMs: number): string {
  const s = Math.max(0, Math.floor(offsetMs / 1000) || 0);
  const tail = `${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  return s >= 3600 ? `${String(Math.floor(s / 3600))}:${tail}` : tail;
}

/** Time of day `HH:mm:ss` at an instant. */
export function timeText(epochMs: number, utcOffset: number): string {
  return new UTCDate(epochMs + utcOffset * 60_000).toISOString().slice(11, 19);
}
