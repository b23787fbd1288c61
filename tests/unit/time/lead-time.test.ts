/** Lead time: the vectors of domain.md §7.1 and of the practice calls. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePracticeCall } from '@/tests/practice/practice-call';
import { leadTime } from '@/utils/time/lead-time';
import { addDays } from '@/utils/time/plain-date';

const CALLS = join(import.meta.dirname, '../../practice/calls');
interface Vector { customer_due: string; respond_by?: string; request_min: string; request_good: string }

describe('lead time', () => {
  it.each([['2026-12-10', '2026-12-07', '2026-12-03', '2026-12-09'], ['2026-12-11', '2026-12-08', '2026-12-04', '2026-12-10'], ['2026-12-03', '2026-11-30', '2026-11-26', '2026-12-02']])('due %s', (due, latest, recommended, respondBy) => {
    expect(leadTime(due, '2026-11-24')).toEqual({ latest, recommended, respondBy, class: 'comfortable' });
    expect([recommended, addDays(recommended, 1), latest, addDays(latest, 1), due].map((asked) => leadTime(due, asked).class)).toEqual(['comfortable', 'tight', 'tight', 'late', 'late']);
  });

  it.each(readdirSync(CALLS))('holds in %s', (name) => {
    parsePracticeCall(readFileSync(join(CALLS, name), 'utf8'));
    const raw = JSON.parse(readFileSync(join(CALLS, name), 'utf8')) as { expect: { leadTime: Vector[] } };
    expect(raw.expect.leadTime.length).toBeGreaterThan(1);
    for (const one of raw.expect.leadTime) {
      const { latest, recommended, respondBy } = leadTime(one.customer_due, '2026-11-24');
      expect({ latest, recommended, respondBy: one.respond_by ?? respondBy }).toEqual({ latest: one.request_min, recommended: one.request_good, respondBy });
    }
  });

  it('knows nothing without a date', () => {
    for (const due of [null, '', 'soon']) expect(leadTime(due, '2026-11-24')).toEqual({ latest: null, recommended: null, respondBy: null, class: null });
  });

  it('takes a part of a policy', () => {
    expect(leadTime('2026-12-10', '2026-11-24', { recommendedDays: 14 })).toMatchObject({ latest: '2026-12-07', recommended: '2026-11-26' });
    expect(leadTime('2026-12-10', '2026-12-01', { holidays: new Set(['2026-12-08', '2026-12-09']) })).toEqual({ latest: '2026-12-03', recommended: '2026-12-03', respondBy: '2026-12-07', class: 'comfortable' });
  });

  it('keeps the order recommended <= latest <= respondBy < due', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2026-01-01', n));
    fc.assert(fc.property(day, fc.nat({ max: 10 }), fc.nat({ max: 20 }), fc.array(fc.nat({ max: 40 })), (due, latestBusinessDays, recommendedDays, off) => {
      const found = leadTime(due, due, { latestBusinessDays, recommendedDays, holidays: new Set(off.map((n) => addDays(due, -n))) });
      expect((found.recommended ?? '') <= (found.latest ?? '')).toBe(true);
      expect((found.latest ?? '') <= (found.respondBy ?? '')).toBe(true);
      expect((found.respondBy ?? '') < due).toBe(true);
      expect(found.class).toBe('late');
    }));
  });
});
