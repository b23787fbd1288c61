/** The days of a repeating meeting: those that the calendar library finds too, and an end to every walk. */
import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_BUDGET, dayOf, readRule, seriesDays } from '@/utils/invitation/ics/recurrence';

const DAY = 86_400_000;
/** Tue 24 November 2026, 14:00 on the wall. */
const START = Date.UTC(2026, 10, 24, 14);
const parsed = (rule: string): unknown => (ICAL.parse.property(`RRULE:${rule}`) as unknown[])[3];
const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

function days(rule: string, most: number, start = START, from = start, budget = { days: DAY_BUDGET }): string[] {
  const read = readRule(parsed(rule), start);
  if (read === null) return ['not followed'];
  const found: string[] = [];
  for (const day of seriesDays(read, dayOf(start), dayOf(from), budget)) {
    if (found.length === most) break;
    found.push(iso(day));
  }
  return found;
}

/** The library's own, for rules that come to an end or a date soon. */
function theirs(rule: string, most: number, start: number): string[] {
  const at = ICAL.Time.fromDateTimeString(new Date(start).toISOString().slice(0, 19));
  const iterator = ICAL.Recur.fromString(rule).iterator(at);
  const found: string[] = [];
  for (let i = 0; i < most; i += 1) {
    const next = iterator.next() as { toString: () => string } | null;
    if (!next || next.toString() > '2200') break;
    found.push(next.toString().slice(0, 10));
  }
  return found;
}

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const some = <T>(one: fc.Arbitrary<T>, max = 3): fc.Arbitrary<T[]> => fc.uniqueArray(one, { minLength: 1, maxLength: max });
const interval = fc.integer({ min: 1, max: 4 });
const rules = fc.oneof(
  fc.tuple(interval, fc.option(some(weekday)), fc.option(some(fc.integer({ min: 1, max: 12 })))).map(([n, by, months]) => `FREQ=DAILY;INTERVAL=${String(n)}${by ? `;BYDAY=${by.join(',')}` : ''}${months ? `;BYMONTH=${months.join(',')}` : ''}`),
  fc.tuple(interval, fc.option(some(weekday)), fc.constantFrom('MO', 'SU')).map(([n, by, week]) => `FREQ=WEEKLY;INTERVAL=${String(n)};WKST=${week}${by ? `;BYDAY=${by.join(',')}` : ''}`),
  fc.tuple(interval, some(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -5, max: -1 })))).map(([n, by]) => `FREQ=MONTHLY;INTERVAL=${String(n)};BYMONTHDAY=${by.join(',')}`),
  fc.tuple(interval, some(fc.tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), weekday))).map(([n, by]) => `FREQ=MONTHLY;INTERVAL=${String(n)};BYDAY=${by.map((one) => one.join('')).join(',')}`),
  fc.tuple(some(weekday, 5), fc.constantFrom(1, 2, -1)).map(([by, at]) => `FREQ=MONTHLY;BYDAY=${by.join(',')};BYSETPOS=${String(at)}`),
  fc.tuple(interval, some(fc.integer({ min: 1, max: 12 })), fc.constantFrom(1, 2, -1), weekday).map(([n, months, nth, by]) => `FREQ=YEARLY;INTERVAL=${String(n)};BYMONTH=${months.join(',')};BYDAY=${String(nth)}${by}`),
);

describe('a series', () => {
  it('has the days that the calendar library finds', () => {
    fc.assert(fc.property(rules, fc.integer({ min: 0, max: 800 }), fc.option(fc.integer({ min: 1, max: 9 })), (rule, later, count) => {
      const whole = count === null ? rule : `${rule};COUNT=${String(count)}`;
      // A start that the rule itself names: what one that it doesn't name counts for is everybody's own reading.
      const [first = ''] = days(rule, 1, START + later * DAY);
      const start = Date.parse(`${first}T14:00:00Z`);
      expect([whole, iso(dayOf(start)), ...days(whole, 8, start)]).toEqual([whole, iso(dayOf(start)), ...theirs(whole, 8, start)]);
    }), { numRuns: 200 });
  });
});
