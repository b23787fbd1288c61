/** The reminder of a backup: after so many whole days, counted from the last one, or from the first thing there was to lose. */
import { describe, expect, it } from 'vitest';
import { backupDue } from '@/utils/backup/due';

const DAY = 86_400_000;
const T0 = Date.UTC(2026, 10, 24);

describe('a reminder of a backup', () => {
  it('comes on the day it was asked for, not an hour earlier, and says how long it has been', () => {
    expect([6.99, 7, 7.5, 30].map((days) => backupDue(7, T0, null, T0 + days * DAY))).toEqual([null, 7, 7, 30]);
  });

  it('counts from the last backup, and without one from the first thing made', () => {
    expect(backupDue(7, T0, T0 - 90 * DAY, T0 + DAY)).toBeNull();
    expect(backupDue(7, T0 - 9 * DAY, T0, T0)).toBe(9);
    expect(backupDue(7, null, T0 - 8 * DAY, T0)).toBe(8);
    expect(backupDue(7, 0, T0, 8 * DAY)).toBe(8);
  });

  it('never comes where there is nothing to keep, or where it was switched off', () => {
    expect([backupDue(7, null, null, T0), backupDue(0, T0, T0, T0 + 99 * DAY)]).toEqual([null, null]);
  });
});
