/** Whether the time that delivery needs is there before the customer's deadline. */
import { daysBetween } from '../../time/plain-date';

/** `fits`: also at worst. `tight`: only if all goes well. `short`: not even then. */
export interface TimeFit { fit: 'fits' | 'tight' | 'short'; /** Whole weeks from today. */ weeksLeft: number }

/** How delivery's duration fits between `today` and `deadline`, ISO days. */
export function timeFit(weeks: { low: number; high: number }, deadline: string, today: string): TimeFit {
  const weeksLeft = Math.max(0, Math.floor(daysBetween(today, deadline) / 7));
  return { weeksLeft, fit: weeks.high <= weeksLeft ? 'fits' : weeks.low <= weeksLeft ? 'tight' : 'short' };
}
