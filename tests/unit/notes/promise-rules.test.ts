import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfilmentsFrom, isOverdue, missingForFulfilment, orderPromises, unruled } from '@/utils/notes/promise-rules';
import type { PRIORITIES } from '@/utils/notes/records';
import { CONFIRMATIONS, FULFILMENTS } from '@/utils/notes/records';
import { aPromise } from '../packet/small';
import { orderWants } from '@/utils/notes/want-rules';

const TODAY = '2026-11-24';
const state = fc.constantFrom(...FULFILMENTS);
const due = fc.option(fc.constantFrom('2026-11-20', '2026-11-23', '2026-11-24', '2026-12-01'), { nil: null });

describe('what becomes of a promise', () => {
  it('follows domain.md §4.6: only a broken one is put right, only an open one is withdrawn', () => {
    expect(FULFILMENTS.filter((s) => fulfilmentsFrom(s).includes('repaired'))).toEqual(['broken', 'repaired']);
    expect(FULFILMENTS.filter((s) => fulfilmentsFrom(s).includes('withdrawn'))).toEqual(['open', 'late', 'withdrawn']);
    for (const s of FULFILMENTS) {
      expect(fulfilmentsFrom(s)[0]).toBe(s);
      if (s !== 'open') expect(fulfilmentsFrom(s)).toContain('open');
    }
  });

  it('needs a new date when late, words when withdrawn, both when put right', () => {
    const blank = { due: null, fulfilmentNote: ' ', fulfilledOn: null };
    expect(missingForFulfilment({ ...blank, fulfilment: 'late' })).toBe('date');
    expect(missingForFulfilment({ ...blank, fulfilment: 'late', due: TODAY })).toBeNull();
    expect(missingForFulfilment({ ...blank, fulfilment: 'withdrawn' })).toBe('note');
    expect(missingForFulfilment({ ...blank, fulfilment: 'withdrawn', fulfilmentNote: '합의' })).toBeNull();
    expect(missingForFulfilment({ ...blank, fulfilment: 'repaired' })).toBe('note');
    expect(missingForFulfilment({ ...blank, fulfilment: 'repaired', fulfilmentNote: '사과하고 다시 드림' })).toBe('date');
    expect(missingForFulfilment({ ...blank, fulfilment: 'repaired', fulfilmentNote: '사과', fulfilledOn: TODAY })).toBeNull();
    for (const fulfilment of ['open', 'done', 'broken'] as const) expect(missingForFulfilment({ due: null, fulfilment })).toBeNull();
  });

  it('is overdue from the day after its date, while it is open or late', () => {
    expect(isOverdue({ fulfilment: 'open', due: '2026-11-23' }, TODAY)).toBe(true);
    expect(isOverdue({ fulfilment: 'late', due: '2026-11-23' }, TODAY)).toBe(true);
    expect(isOverdue({ fulfilment: 'open', due: TODAY }, TODAY)).toBe(false);
    expect(isOverdue({ fulfilment: 'open', due: null }, TODAY)).toBe(false);
    expect(isOverdue({ fulfilment: 'done', due: '2026-11-23' }, TODAY)).toBe(false);
  });

  it('lists overdue ones first by date, then open ones, those without a date after them, ended ones last; none is lost', () => {
    fc.assert(fc.property(fc.array(fc.record({ fulfilment: state, due })), (promises) => {
      const ordered = orderPromises(promises, TODAY);
      expect(ordered).toHaveLength(promises.length);
      expect(new Set(ordered)).toEqual(new Set(promises));
      const group = (p: (typeof promises)[number]): number => (isOverdue(p, TODAY) ? 0 : p.fulfilment === 'open' || p.fulfilment === 'late' ? 1 : 2);
      ordered.forEach((p, i) => {
        const before = ordered[i - 1];
        if (!before) return;
        expect(group(before)).toBeLessThanOrEqual(group(p));
        if (group(before) === group(p) && group(p) < 2) expect((before.due ?? '9')).toSatisfy((d: string) => d <= (p.due ?? '9'));
        if (group(before) === group(p) && group(p) === 2) expect(promises.indexOf(before)).toBeLessThan(promises.indexOf(p));
      });
    }));
  });
});

it('wants are listed by weight, those not weighed above the cut, in the order they came in', () => {
  const wants = ['later', null, 'could', 'must', null, 'should', 'must'].map((priority, id) => ({ id, priority: priority as (typeof PRIORITIES)[number] | null }));
  expect(orderWants(wants).map((w) => [w.priority, w.id])).toEqual([['must', 3], ['must', 6], ['should', 5], ['could', 2], [null, 1], [null, 4], ['later', 0]]);
});

it.each(CONFIRMATIONS)('a promise that is %s holds for its words and its day only', (confirmation) => {
  const before = aPromise('p', { words: '견적을 드림', due: '2026-12-10', confirmation, deliveryNote: '20일이면' });
  const fell = confirmation === 'not_needed' ? 'not_needed' : 'unconfirmed';
  const edits = [{ words: '견적과 일정을 드림' }, { due: '2026-12-20' }, { words: ' 견적을 드림 ' }, { kind: 'price' as const, saidBy: '이수민' }];
  expect(edits.map((edit) => unruled(before, { ...before, ...edit }).confirmation)).toEqual([fell, fell, confirmation, confirmation]);
  expect(unruled(before, { ...before, due: null }).deliveryNote).toBe('20일이면');
});
