/** Steps over the calendar that the rules of both languages share, and what a rule is. */
import { addDays, isPlainDate, weekdayOf } from './plain-date';

/** What a rule may look at besides its own words: the whole text, the date said before it, and the language of who reads it. */
export interface Around { text: string; before?: string; language?: 'ko' | 'en' }
export interface Resolved { date: string; certain: boolean }
/** What the words of a rule leave to be understood, unless they say it after all. */
export type Open = 'nothing' | 'year' | 'month' | 'week';
export interface DateRule {
  pattern: RegExp;
  open: Open;
  resolve: (m: RegExpExecArray, base: string, around: Around) => Resolved | null;
}

/** The ISO date, or null where there is no such day. */
export function ymd(year: number, month: number, day: number): string | null {
  const two = (n: number): string => String(n).padStart(2, '0');
  const date = `${String(year)}-${two(month)}-${two(day)}`;
  return isPlainDate(date) ? date : null;
}

/** A date that was read, or nothing. */
export function sure(date: string | null, certain = true): Resolved | null {
  return date === null ? null : { date, certain };
}

/** The year of an ISO date. */
export const yearOf = (base: string): number => Number(base.slice(0, 4));

/** Day and month without a year: the next such day on or after `base` (29 February may be years ahead). */
export function nextOf(month: number, day: number, base: string): string | null {
  for (let year = yearOf(base); year <= yearOf(base) + 8; year += 1) {
    const date = ymd(year, month, day);
    if (date !== null && date >= base) return date;
  }
  return null;
}

/** The next such weekday after `base`, never `base` itself. 0 = Sunday. */
export function nextWeekday(day: number, base: string): string {
  return addDays(base, ((day - weekdayOf(base) + 6) % 7) + 1);
}

/** That weekday in the week `weeks` after the one of `base`; weeks begin on Monday. */
export function weekdayInWeek(day: number, base: string, weeks: number): string {
  return addDays(base, -((weekdayOf(base) + 6) % 7) + weeks * 7 + ((day + 6) % 7));
}

/** Months counted from year 0, to step over years. */
export function inMonth(base: string, ahead: number): [year: number, month: number] {
  const count = yearOf(base) * 12 + Number(base.slice(5, 7)) - 1 + ahead;
  return [Math.floor(count / 12), (count % 12) + 1];
}

/** The last day of a month. */
export function monthEnd(year: number, month: number): string | null {
  const first = ymd(month === 12 ? year + 1 : year, (month % 12) + 1, 1);
  return first && addDays(first, -1);
}

/** The end of a named month: of this year, or of the next when it is over. */
export function endOfNamed(month: number, base: string): string | null {
  const here = monthEnd(yearOf(base), month);
  return here !== null && here >= base ? here : monthEnd(yearOf(base) + 1, month);
}

/** A day of the month without a month: the next one on or after `base`; with a weekday, the next that is one. */
export function dayOfMonth(day: number, base: string, weekday = -1): Resolved | null {
  const ahead = [...Array(4).keys()].map((n) => ymd(...inMonth(base, n), day)).filter((d): d is string => d !== null && d >= base);
  const first = ahead[0] ?? null;
  return sure(first, weekday < 0 || first === null || weekdayOf(first) === weekday);
}

/** The nth such weekday of a month, from its end where `n` is -1; null where the month has none. */
export function nthWeekday(year: number, month: number, n: number, weekday: number): string | null {
  const edge = n < 0 ? monthEnd(year, month) : ymd(year, month, 1);
  if (edge === null) return null;
  const date = n < 0 ? addDays(edge, -((weekdayOf(edge) - weekday + 7) % 7)) : addDays(edge, ((weekday - weekdayOf(edge) + 7) % 7) + (n - 1) * 7);
  return date.slice(0, 7) === edge.slice(0, 7) ? date : null;
}

/**
 * Is the weekday in the nth week of a month its nth such weekday, however the weeks are counted: from the one that
 * holds the first, begun on Monday or on Sunday, or from the first one that has most of its days in the month?
 */
export function isSameByWeeks(year: number, month: number, n: number, weekday: number): boolean {
  const [nth, edge, thursday] = [nthWeekday(year, month, n, weekday), n < 0 ? monthEnd(year, month) : ymd(year, month, 1), nthWeekday(year, month, n < 0 ? -1 : 1, 4)];
  if (nth === null || edge === null || thursday === null) return false;
  const weeks = n < 0 ? 0 : n - 1;
  const sunday = addDays(edge, -weekdayOf(edge) + weeks * 7 + weekday);
  return [weekdayInWeek(weekday, edge, weeks), weekdayInWeek(weekday, thursday, weeks), sunday].every((date) => date === nth);
}

/** The nth weekday of a month without a year: this year's, or next year's when it is over. Null where that month has none. */
export function nextNth(month: number, n: number, weekday: number, base: string): { date: string; year: number } | null {
  const here = nthWeekday(yearOf(base), month, n, weekday);
  const isOver = (here ?? monthEnd(yearOf(base), month) ?? '') < base;
  const year = yearOf(base) + (isOver ? 1 : 0);
  const date = isOver ? nthWeekday(year, month, n, weekday) : here;
  return date === null ? null : { date, year };
}
