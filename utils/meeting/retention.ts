/** How long the text of a meeting is kept (product.md 44). */
import { addDays, dateAt, isPlainDate } from '../time/plain-date';
import type { Meeting } from './meeting';

type Kept = Pick<Meeting, 'startedAt' | 'utcOffset' | 'deleteBy' | 'purgedAt' | 'state'>;

/** Days beforehand on which the library says so. */
export const NOTICE_DAYS = 7;

/** The date `months` calendar months after `date`; the 31st becomes the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** The day on which a meeting's text goes: its own date, else by the general rule; null = never, or gone already. */
export function deleteDateOf(meeting: Kept, months: number): string | null {
  if (meeting.purgedAt !== undefined || meeting.deleteBy === null) return null;
  if (meeting.deleteBy !== undefined) return isPlainDate(meeting.deleteBy) ? meeting.deleteBy : null;
  return months > 0 ? addMonths(dateAt(meeting.startedAt, meeting.utcOffset), months) : null;
}

/** True when the day has come; never while the meeting runs. */
export function isDueForDeletion(meeting: Kept, months: number, today: string): boolean {
  const date = deleteDateOf(meeting, months);
  return date !== null && date <= today && meeting.state !== 'live';
}

/** True from a week before the day. */
export function isSoonDeleted(meeting: Kept, months: number, today: string): boolean {
  const date = deleteDateOf(meeting, months);
  return date !== null && date <= addDays(today, NOTICE_DAYS) && meeting.state !== 'live';
}

/** The day of the last look at what is due, and the first day on which the calendar is believed. */
export interface Care { day: string; from: string }

/** A calendar that moved on by more than this since the last look may be a wrong clock: it has to stand until the next day. */
export const BELIEVED_DAYS = 31;

/** What is remembered of a look on `today`. Something may be deleted only when `from` has come. */
export function careOn(last: Care | null, today: string): Care {
  // Set back, the clock deletes less and not more; what a wrong one had put off is no longer waited for.
  if (last === null || today < last.day) return { day: today, from: today };
  return { day: today, from: addDays(last.day, BELIEVED_DAYS) < today ? addDays(today, 1) : last.from };
}
