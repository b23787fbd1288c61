/** Open questions in the order in which they want attention. */
import { describe, expect, it } from 'vitest';
import { daysOpen, daysOverdue, oldestFirst, orderGaps, urgencyOf } from '@/utils/notes/gap-order';

const TODAY = '2026-11-24';
interface Row { id: string; due: string | null; blocksEstimate: boolean; at: number }
function gap(id: string, part: Partial<Row> = {}): Row {
  return { id, due: null, blocksEstimate: false, at: 0, ...part };
}

describe('urgency', () => {
  it.each([['2026-11-23', 'overdue', 1], ['2026-10-24', 'overdue', 31], [TODAY, 'today', 0], ['2026-11-25', 'later', 0], [null, 'no_date', 0], ['20261-12-01', 'no_date', 0], ['soon', 'no_date', 0]])('due %s is %s, by %d days', (due, urgency, days) => {
    expect([urgencyOf({ due }, TODAY), daysOverdue({ due }, TODAY)]).toEqual([urgency, days]);
  });
});

describe('order', () => {
  const wanted = [
    gap('long overdue', { due: '2026-11-01' }), gap('blocks', { due: TODAY, blocksEstimate: true, at: 9 }), gap('today', { due: TODAY, at: 1 }), gap('later', { due: '2026-12-10', at: 2 }),
    gap('undated, blocks', { blocksEstimate: true, at: 8 }), gap('undated, first', { at: 3 }), gap('undated, twin a', { at: 5 }), gap('undated, twin b', { at: 5 }),
  ];

  it('is by date, then what blocks the estimate, then the oldest; no date comes last', () => {
    const ids = wanted.map((g) => g.id);
    expect(orderGaps(wanted).map((g) => g.id)).toEqual(ids);
    expect(orderGaps([...wanted].reverse()).map((g) => g.id)).toEqual(ids);
    for (let turn = 1; turn < wanted.length; turn += 1) expect(orderGaps([...wanted.slice(turn), ...wanted.slice(0, turn)]).map((g) => g.id)).toEqual(ids);
  });

  it('has a date that no calendar knows among those without', () => {
    expect(orderGaps([gap('b', { due: '20261-12-01', at: 2 }), gap('a', { at: 1 }), gap('dated', { due: '2027-01-01' }), gap('c', { due: '1', at: 3 })]).map((g) => g.id)).toEqual(['dated', 'a', 'b', 'c']);
  });

  it('leaves the given list as it was', () => {
    const given = [gap('b', { due: '2026-12-01' }), gap('a', { due: '2026-11-01' })];
    orderGaps(given);
    expect(given.map((g) => g.id)).toEqual(['b', 'a']);
  });
});

describe('age', () => {
  const at = Date.UTC(2026, 10, 12, 16, 30);
  it('is counted in days of the calendar where it was noted, from the day on which it came up', () => {
    expect([daysOpen({ at }, TODAY, 0), daysOpen({ at }, TODAY, 540), daysOpen({ at }, '2026-11-12', 0), daysOpen({ at }, '2026-11-01', 0)]).toEqual([12, 11, 0, 0]);
  });

  it('puts first what nobody has known for the longest, whatever its date', () => {
    const list = [gap('young', { due: '2026-11-01', blocksEstimate: true, at: 9 }), gap('twin b', { at: 5 }), gap('twin a', { at: 5 }), gap('old', { at: 1 })];
    expect(oldestFirst(list).map((one) => one.id)).toEqual(['old', 'twin a', 'twin b', 'young']);
    expect(list[0]?.id).toBe('young');
  });
});
