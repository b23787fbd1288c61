/** When to be reminded of a backup. */
const DAY = 86_400_000;

/** Whole days without a backup when a reminder is due, else null. Without one, days count from the first thing made. */
export function backupDue(everyDays: number, lastAt: number | null, firstAt: number | null, now: number): number | null {
  const since = lastAt ?? firstAt;
  if (everyDays === 0 || since === null) return null;
  const days = Math.floor((now - since) / DAY);
  return days >= everyDays ? days : null;
}
