/** Days as people write them. */
import { describe, expect, it } from 'vitest';
import { dayText } from '@/utils/time/day-text';

describe('a day', () => {
  it.each([
    ['2026-12-10', '2026. 12. 10. (목)', 'Thu 10 Dec 2026'],
    ['2027-01-03', '2027. 1. 3. (일)', 'Sun 3 Jan 2027'],
    ['2028-02-29', '2028. 2. 29. (화)', 'Tue 29 Feb 2028'],
    // The day where it happened, not the day in UTC.
    ['2026-11-24T00:30:00+09:00', '2026. 11. 24. (화)', 'Tue 24 Nov 2026'],
  ])('%s', (iso, ko, en) => {
    expect(dayText(iso, 'ko')).toBe(ko);
    expect(dayText(iso, 'en')).toBe(en);
  });

  it.each(['', 'soon', '2026-13-01'])('%j, which is none, stays as it is', (text) => {
    expect(dayText(text, 'ko')).toBe(text);
    expect(dayText(text, 'en')).toBe(text);
  });
});
