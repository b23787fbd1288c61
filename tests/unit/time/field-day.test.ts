/** What a date field may give, and what is made of a day that no calendar knows. */
import { describe, expect, it } from 'vitest';
import { dayOrNull, FIRST_DAY, isWrongDay, LAST_DAY, requireDays, withoutBrokenDays } from '@/utils/time/field-day';

describe('a day in a field', () => {
  it.each([
    ['', false], [null, false], [undefined, false], ['2026-12-01', false], [FIRST_DAY, false], [LAST_DAY, false], ['2028-02-29', false],
    // A year that is being typed, and one with a digit too many.
    ['0002-12-01', true], ['0202-12-01', true], ['1999-12-31', true], ['20261-12-01', true], ['12026-12-01', true],
    ['2027-02-29', true], ['2026-13-01', true], ['2026-12-1', true], ['soon', true],
  ])('%j is wrong: %s', (day, wrong) => { expect(isWrongDay(day)).toBe(wrong); });
});

describe('a day in a row', () => {
  it.each([['2026-12-01', '2026-12-01'], ['0202-12-01', '0202-12-01'], ['20261-12-01', null], ['', null], [null, null], [undefined, null]])('%j counts as %j', (day, counted) => { expect(dayOrNull(day)).toBe(counted); });

  it('that is none is taken away, whichever it is, and nothing else', () => {
    const row = { id: 'g', question: '20261-12-01', due: '20261-12-01', fulfilledOn: '2026-12-01', nextDate: null, at: 5 };
    expect(withoutBrokenDays(row)).toEqual({ ...row, due: null });
    for (const field of ['customerDue', 'nextDate', 'due', 'fulfilledOn', 'deleteBy']) expect(withoutBrokenDays({ [field]: '20261-12-01' })).toEqual({ [field]: null });
    // A field of that name that holds something else is not a day.
    expect(withoutBrokenDays({ due: 20_261 })).toEqual({ due: 20_261 });
  });

  it('that is one leaves the row the same', () => {
    const row = { due: '2026-12-01' };
    expect(withoutBrokenDays(row)).toBe(row);
  });

  it('is refused before it is written when it is none', () => {
    expect(() => { requireDays({ due: '20261-12-01' }); }).toThrow(new RangeError('not a calendar date: due'));
    expect(() => { requireDays({ due: '20261-12-01' }); }).toThrow(expect.objectContaining({ cause: 'wrong_day' }));
    expect(() => { requireDays({ due: '' }); }).toThrow(RangeError);
    expect(() => { requireDays({ due: null, nextDate: '2026-12-01', deleteBy: undefined, words: 'x' }); }).not.toThrow();
  });
});
