import { expect, it } from 'vitest';
import { isSilent } from '@/utils/meeting/silence';

const HOUR = 3_600_000;

it('a meeting of which nothing was heard for more than twelve hours no longer runs', () => {
  const at = Date.UTC(2026, 10, 24, 5);
  expect([0, 11 * HOUR, 12 * HOUR, 12 * HOUR + 1, 48 * HOUR].map((after) => isSilent(at, at + after))).toEqual([false, false, false, true, true]);
});
