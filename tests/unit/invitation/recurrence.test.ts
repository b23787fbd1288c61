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

  it('begins anywhere as if it had been walked from its start', () => {
    fc.assert(fc.property(rules, fc.integer({ min: -40, max: 3_000 }), fc.option(fc.integer({ min: 1, max: 30 })), (rule, ahead, count) => {
      const whole = count === null ? rule : `${rule};COUNT=${String(count)}`;
      const from = START + ahead * DAY;
      const walked = days(whole, 3_200).filter((day) => day >= iso(dayOf(from))).slice(0, 5);
      expect([whole, ahead, ...days(whole, 5, START, from)].slice(0, walked.length + 2)).toEqual([whole, ahead, ...walked]);
    }), { numRuns: 60 });
  });

  it.each([
    ['FREQ=DAILY', '2026-11-24 2026-11-25 2026-11-26'], ['FREQ=WEEKLY', '2026-11-24 2026-12-01 2026-12-08'], ['FREQ=MONTHLY', '2026-11-24 2026-12-24 2027-01-24'], ['FREQ=YEARLY', '2026-11-24 2027-11-24 2028-11-24'],
    ['FREQ=YEARLY;BYMONTH=1,12', '2026-12-24 2027-01-24 2027-12-24'], ['FREQ=YEARLY;BYYEARDAY=1,-1', '2026-12-31 2027-01-01 2027-12-31'], ['FREQ=YEARLY;BYDAY=1MO,-1FR', '2026-12-25 2027-01-04 2027-12-31'], ['FREQ=YEARLY;BYDAY=TU;COUNT=3', '2026-11-24 2026-12-01 2026-12-08'],
    ['FREQ=YEARLY;BYMONTHDAY=31;INTERVAL=2', '2026-12-31 2028-01-31 2028-03-31'], ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '2027-08-13 2028-10-13 2029-04-13'], ['FREQ=MONTHLY;BYDAY=5MO', '2026-11-30 2027-03-29 2027-05-31'], ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-12-31 2027-01-31 2027-03-31'],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU', '2026-11-24 2026-12-06 2026-12-08'], ['FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=SU,TU', '2026-11-24 2026-11-29 2026-12-08'], ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU', '2026-11-24 2026-11-29 2026-12-08'],
    ['FREQ=DAILY;COUNT=2', '2026-11-24 2026-11-25'], ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29', '2028-02-29 2032-02-29 2036-02-29'], ['FREQ=WEEKLY;BYHOUR=14;BYMINUTE=0;BYSECOND=0', '2026-11-24 2026-12-01 2026-12-08'],
  ])('%s takes place on %s', (rule, expected) => { expect(days(rule, 3).join(' ')).toBe(expected); });

  it.each(['FREQ=HOURLY', 'FREQ=YEARLY;BYWEEKNO=3', 'FREQ=DAILY;BYHOUR=9', 'FREQ=DAILY;BYHOUR=9,14', 'FREQ=DAILY;BYHOUR=14,15', 'FREQ=DAILY;BYMINUTE=30', 'FREQ=DAILY;BYSECOND=5'])('%s is not followed', (rule) => {
    expect(days(rule, 3)).toEqual(['not followed']);
  });

  it.each<[string, unknown]>([['nothing', undefined], ['null', null], ['a text', 'FREQ=DAILY'], ['an unknown pace', { freq: 'HOURLY' }], ['no pace', { interval: 1 }], ['a standing interval', { freq: 'DAILY', interval: 0 }], ['half an interval', { freq: 'DAILY', interval: 1.5 }], ['half a count', { freq: 'DAILY', count: 2.5 }], ['a count that is none', { freq: 'DAILY', count: 'x' }]])('%s is no rule', (_what, rule) => {
    expect(readRule(rule, START)).toBeNull();
  });

  it('is read with what its rule leaves out, and without what is no day or number', () => {
    expect(readRule({ freq: 'WEEKLY' }, START)).toEqual({ freq: 'WEEKLY', interval: 1, count: null, until: null, weekdays: [], monthDays: [], yearDays: [], months: [], positions: [], weekStart: 1 });
    expect(readRule({ freq: 'MONTHLY', interval: 2, count: 3, until: '2027-01-01', byday: ['MO', '2TU', '-1FR', '+1SU', 'XX', 'MOO', '100MO'], bymonthday: [1, 'x', 0, 2.5, '-1'], byyearday: 5, bymonth: null, bysetpos: [-1], wkst: 'XX' }, START)).toEqual({
      freq: 'MONTHLY', interval: 2, count: 3, until: '2027-01-01', weekdays: [{ nth: 0, day: 1 }, { nth: 2, day: 2 }, { nth: -1, day: 5 }, { nth: 1, day: 0 }], monthDays: [1, -1], yearDays: [5], months: [], positions: [-1], weekStart: 1,
    });
    expect([readRule({ freq: 'WEEKLY', wkst: 1 }, START)?.weekStart, readRule({ freq: 'WEEKLY', wkst: 2 }, START)?.weekStart, readRule({ freq: 'WEEKLY', wkst: 'SU' }, START)?.weekStart]).toEqual([0, 1, 0]);
  });

  it('ends with its budget, with its count, and in the year 2500', () => {
    const budget = { days: 10 };
    expect(days('FREQ=DAILY', 99, START, START, budget)).toHaveLength(10);
    expect(budget.days).toBeLessThan(0);
    expect([13, 14, 20, 21].map((most) => days('FREQ=WEEKLY;BYDAY=MO', 99, START, START, { days: most }).length)).toEqual([0, 1, 1, 2]);
    expect(days('FREQ=DAILY;COUNT=0', 9)).toEqual([]);
    expect(days('FREQ=DAILY', 9, Date.UTC(2499, 11, 30))).toEqual(['2499-12-30', '2499-12-31']);
    expect(days('FREQ=YEARLY;INTERVAL=999999999', 9)).toEqual(['2026-11-24']);
  });
});
