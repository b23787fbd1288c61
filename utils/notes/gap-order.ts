/** The order in which open gaps want attention: overdue first, then by date, those without a date last, and so one that no calendar knows. */
import { dayOrNull } from '../time/field-day';
import { dateAt, daysBetween } from '../time/plain-date';
import type { Gap } from './records';

export type GapUrgency = 'overdue' | 'today' | 'later' | 'no_date';

/** How urgent a gap is on `today` (ISO date). */
export function urgencyOf(gap: Pick<Gap, 'due'>, today: string): GapUrgency {
  const due = dayOrNull(gap.due);
  if (due === null) return 'no_date';
  if (due < today) return 'overdue';
  return due === today ? 'today' : 'later';
}

/** Days by which a gap is overdue on `today`; 0 when it isn't. */
export function daysOverdue(gap: Pick<Gap, 'due'>, today: string): number {
  const due = dayOrNull(gap.due);
  return due === null ? 0 : Math.max(0, daysBetween(due, today));
}

/** Sorts a copy: the longest overdue first, then by due date, blocking before others, then the oldest. */
export function orderGaps<T extends Pick<Gap, 'due' | 'blocksEstimate' | 'at' | 'id'>>(gaps: readonly T[]): T[] {
  const date = (gap: T): string => dayOrNull(gap.due) ?? '9999-99-99';
  return [...gaps].sort((a, b) => date(a).localeCompare(date(b)) || Number(b.blocksEstimate) - Number(a.blocksEstimate) || a.at - b.at || a.id.localeCompare(b.id));
}

/** For how many days a "?" is there on `today`, the day on which `offset` minutes east of UTC holds; 0 on its first, and by a clock that went back. */
export function daysOpen({ at }: Pick<Gap, 'at'>, today: string, offset: number): number {
  return Math.max(0, daysBetween(dateAt(at, offset), today));
}

/** Sorts a copy: what nobody has known for the longest first. */
export function oldestFirst<T extends Pick<Gap, 'at' | 'id'>>(gaps: readonly T[]): T[] {
  return [...gaps].sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
}
