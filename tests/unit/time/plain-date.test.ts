/** Calendar dates: the machine's time zone never matters. */
import { UTCDate } from '@date-fns/utc';
import { addBusinessDays as plusBusinessDays } from 'date-fns';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addBusinessDays, addDays, clockText, dateAt, daysBetween, isBusinessDay, isoAt, isPlainDate, timeText, weekdayOf } from '@/utils/time/plain-date';

const zone = process.env.TZ;
afterEach(() => { process.env.TZ = zone ?? ''; });
const date = fc.integer({ min: 0, max: 36_000 }).map((n) => addDays('1990-01-01', n));
const holidays = fc.array(date, { maxLength: 30 }).map((days) => new Set(days));

describe('dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-12-10T00:00', '', '0000-00-00', '２０２６-12-10', '2026-12-10\n'])('%j is no date', (text) => { expect(isPlainDate(text)).toBe(false); });
  it.each(['2026-12-10', '2028-02-29', '1999-12-31'])('%s is one', (text) => { expect(isPlainDate(text)).toBe(true); });

  it('counts over months, years and clock changes, in any time zone', () => {
    for (const tz of ['UTC', 'Asia/Seoul', 'America/Los_Angeles', 'Pacific/Apia', 'Europe/London']) {
      process.env.TZ = tz;
      expect([addDays('2026-12-31', 1), addDays('2026-03-29', 1), addDays('2027-03-01', -1), weekdayOf('2026-11-24'), daysBetween('2026-11-24', '2026-12-10')]).toEqual(['2027-01-01', '2026-03-30', '2027-02-28', 2, 16]);
      expect([addBusinessDays('2026-12-10', -3), dateAt(Date.UTC(2026, 10, 24, 20), 540), isoAt(Date.UTC(2026, 10, 24, 5), 540)]).toEqual(['2026-12-07', '2026-11-25', '2026-11-24T14:00:00+09:00']);
    }
  });

  it('throws for what is no date and for no whole number', () => {
    for (const wrong of [() => addDays('soon', 1), () => weekdayOf(''), () => addDays('2026-01-01', 0.5), () => addBusinessDays('2026-01-01', Number.POSITIVE_INFINITY), () => addBusinessDays('2026-01-01', Number.NaN, new Set(['2026-01-02']))]) expect(wrong).toThrow(RangeError);
  });

  it('say what was wrong, and repeat only the beginning of a text that may be anything', () => {
    expect(() => addDays('soon', 1)).toThrow('not a calendar date: soon');
    expect(() => addDays('x'.repeat(99), 1)).toThrow(new RangeError(`not a calendar date: ${'x'.repeat(40)}`));
    expect(() => addDays('2026-01-01', 0.5)).toThrow('not a whole number of days: 0.5');
    expect(() => addBusinessDays('2026-01-01', 1, new Set(), new Set())).toThrow('no day of the week is a working day');
  });

  it('there and back is the same day', () => {
    fc.assert(fc.property(date, fc.integer({ min: -400, max: 400 }), (day, n) => {
      expect(addDays(addDays(day, n), -n)).toBe(day);
      expect(daysBetween(day, addDays(day, n))).toBe(n);
    }));
  });
});

describe('business days', () => {
  it('skips weekends and holidays, both ways', () => {
    expect(addBusinessDays('2026-12-11', 1)).toBe('2026-12-14');
    expect(addBusinessDays('2026-12-11', 1, new Set(['2026-12-14']))).toBe('2026-12-15');
    expect(addBusinessDays('2026-12-14', -1, new Set(['2026-12-11']))).toBe('2026-12-10');
    expect(isBusinessDay('2026-12-25', new Set(['2026-12-25']))).toBe(false);
  });

  it('from a business day, there and back is the same day', () => {
    fc.assert(fc.property(date, fc.integer({ min: -40, max: 40 }), holidays, (day, n, off) => {
      fc.pre(isBusinessDay(day, off));
      const there = addBusinessDays(day, n, off);
      expect(isBusinessDay(there, off)).toBe(true);
      expect(addBusinessDays(there, -n, off)).toBe(day);
    }));
  });

  it('counts as date-fns does where nothing is said of holidays and week', () => {
    fc.assert(fc.property(date, fc.integer({ min: -40, max: 40 }).filter((n) => n !== 0), (day, n) => {
      expect(addBusinessDays(day, n)).toBe(plusBusinessDays(new UTCDate(`${day}T00:00:00Z`), n).toISOString().slice(0, 10));
    }));
  });

  it('of none is the day itself, even a Sunday or where nobody works', () => {
    expect([addBusinessDays('2026-11-29', 0), addBusinessDays('2026-11-29', 0, new Set(), new Set())]).toEqual(['2026-11-29', '2026-11-29']);
    expect(() => addBusinessDays('soon', 0)).toThrow(RangeError);
  });

  it('follow another week even without holidays', () => {
    expect(addBusinessDays('2026-11-26', 1, new Set(), new Set([0, 1, 2, 3, 4]))).toBe('2026-11-29');
  });
});

describe('instants', () => {
  it('are written with their offset', () => {
    const at = Date.UTC(2026, 11, 4, 10, 0, 7);
    expect(isoAt(at, 0)).toBe('2026-12-04T10:00:07+00:00');
    expect(isoAt(at, -210)).toBe('2026-12-04T06:30:07-03:30');
    expect([timeText(at, 540), dateAt(at, 15 * 60)]).toEqual(['19:00:07', '2026-12-05']);
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -720, max: 840 }), (ms, offset) => {
      expect(Date.parse(isoAt(ms, offset))).toBe(Math.floor(ms / 1000) * 1000);
      expect(isoAt(ms, offset).startsWith(`${dateAt(ms, offset)}T${timeText(ms, offset)}`)).toBe(true);
    }));
  });

  it.each([[0, '00:00'], [59_999, '00:59'], [825_000, '13:45'], [3_600_000, '1:00:00'], [36_061_000, '10:01:01'], [-5, '00:00'], [Number.NaN, '00:00']])('the clock of %d is %s', (ms, text) => { expect(clockText(ms)).toBe(text); });
});
