/** When the text of a meeting goes (product.md 44): on its own date, else by the general rule, never while it runs. */
import { describe, expect, it } from 'vitest';
import type { Meeting } from '@/utils/meeting/meeting';
import { addMonths, BELIEVED_DAYS, careOn, deleteDateOf, isDueForDeletion, isSoonDeleted } from '@/utils/meeting/retention';

type Kept = Pick<Meeting, 'startedAt' | 'utcOffset' | 'deleteBy' | 'purgedAt' | 'state'>;
/** 20:00 UTC on 24 November is already the 25th in Seoul. */
function kept(part: Partial<Kept> = {}): Kept {
  return { startedAt: Date.UTC(2026, 10, 24, 20), utcOffset: 540, state: 'closed', ...part };
}

describe('months on', () => {
  it.each([
    ['2026-11-25', 3, '2027-02-25'], ['2026-01-31', 1, '2026-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2026-11-30', 3, '2027-02-28'], ['2026-12-01', 12, '2027-12-01'],
    ['2026-12-31', 1, '2027-01-31'], ['2026-03-31', 6, '2026-09-30'], ['2026-05-15', 0, '2026-05-15'], ['2026-10-31', 2, '2026-12-31'],
  ])('%s and %d months is %s', (date, months, then) => { expect(addMonths(date, months)).toBe(then); });
});

describe('the day on which text goes', () => {
  it('follows the rule, counted from the day it was where the rep sat', () => {
    expect(deleteDateOf(kept(), 6)).toBe('2027-05-25');
    expect(deleteDateOf(kept(), 0)).toBeNull();
  });

  it('is the meeting’s own date where it has one, whatever the rule says', () => {
    expect([deleteDateOf(kept({ deleteBy: '2027-01-01' }), 6), deleteDateOf(kept({ deleteBy: '2027-01-01' }), 0)]).toEqual(['2027-01-01', '2027-01-01']);
    expect(deleteDateOf(kept({ deleteBy: null }), 6)).toBeNull();
    expect(deleteDateOf(kept({ deleteBy: 'soon' }), 6)).toBeNull();
  });

  it('is over once the text is gone', () => {
    expect(deleteDateOf(kept({ purgedAt: 0 }), 6)).toBeNull();
    expect(deleteDateOf(kept({ purgedAt: 1, deleteBy: '2027-01-01' }), 6)).toBeNull();
  });
});

describe('on the day', () => {
  const own = kept({ deleteBy: '2027-01-10' });

  it('is due from that day on, not before, and never while the call runs', () => {
    expect(['2027-01-09', '2027-01-10', '2027-01-11'].map((today) => isDueForDeletion(own, 0, today))).toEqual([false, true, true]);
    expect(isDueForDeletion({ ...own, state: 'live' }, 0, '2027-01-11')).toBe(false);
    expect(isDueForDeletion({ ...own, state: 'wrap_up' }, 0, '2027-01-11')).toBe(true);
    expect(isDueForDeletion(kept({ deleteBy: null }), 6, '2099-01-01')).toBe(false);
  });

  it('is announced from a week before, and never while the call runs', () => {
    expect(['2027-01-02', '2027-01-03', '2027-01-10'].map((today) => isSoonDeleted(own, 0, today))).toEqual([false, true, true]);
    expect(isSoonDeleted({ ...own, state: 'live' }, 0, '2027-01-09')).toBe(false);
    expect(isSoonDeleted({ ...own, state: 'wrap_up' }, 0, '2027-01-09')).toBe(true);
    expect(isSoonDeleted(kept({ deleteBy: null }), 6, '2099-01-01')).toBe(false);
  });
});

describe('a clock that jumps', () => {
  it('is believed at once over days and weeks, and when it is set back', () => {
    expect(careOn(null, '2026-11-25')).toEqual({ day: '2026-11-25', from: '2026-11-25' });
    const last = { day: '2026-11-25', from: '2026-11-20' };
    for (const today of ['2026-11-25', '2026-11-26', '2026-12-26']) expect(careOn(last, today)).toEqual({ day: today, from: '2026-11-20' });
    expect(BELIEVED_DAYS).toBe(31);
    expect(careOn(last, '2026-11-01')).toEqual({ day: '2026-11-01', from: '2026-11-01' });
  });

  it('over more than a month only when it still stands the next day; a wrong one that is put right does no harm', () => {
    const wrong = careOn({ day: '2026-11-25', from: '2026-11-20' }, '2099-01-01');
    expect(wrong).toEqual({ day: '2099-01-01', from: '2099-01-02' });
    expect(careOn(wrong, '2099-01-01').from).toBe('2099-01-02');
    expect(careOn(wrong, '2099-01-02').from).toBe('2099-01-02');
    expect(careOn(wrong, '2026-11-25')).toEqual({ day: '2026-11-25', from: '2026-11-25' });
  });
});
