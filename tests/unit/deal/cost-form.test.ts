import { describe, expect, it } from 'vitest';
import { NO_LINE, readCost, startOf } from '@/components/deal/cost/cost-form';
import type { Costing } from '@/utils/deal/costing/costing';
import type { DeliveryEstimate } from '@/utils/deal/costing/costing-summary';
import { costingSummary } from '@/utils/deal/costing/costing-summary';

const ESTIMATE: DeliveryEstimate = { by: '정하늘', on: '2026-11-27', class: 'rough', effort: [{ role: 'PM', low: 1, likely: 1, high: 2 }], durationWeeks: null, packetNumber: 1 };
const KEPT: Costing = { currency: 'EUR', effort: [{ role: 'QA', low: 1, likely: 2, high: 2 }], rates: [{ role: 'QA', rate: 5_000.5 }, { role: 'PM', rate: 9_000 }], direct: 0, subcontract: 10, contingency: 0, price: null, targetMargin: 0, inHandoff: false };

describe('the form of a costing', () => {
  it('comes back as it was kept', () => {
    const start = startOf(KEPT, null, { EUR: [{ role: 'PM', rate: 1 }] }, 'KRW');
    expect(start).toMatchObject({ currency: 'EUR', own: true, lines: [{ role: 'QA', low: '1', likely: '2', high: '', rate: '5,000.5' }], direct: '', subcontract: '10', price: '', target: '0' });
    expect(readCost(start, null, KEPT.rates)).toEqual({ costing: KEPT, faults: new Map() });
  });

  it('begins with delivery’s effort and the rates of other deals, and with the deal’s own once it has any', () => {
    const known = { KRW: [{ role: 'pm', rate: 7 }] };
    expect(startOf(undefined, ESTIMATE, known, 'KRW')).toMatchObject({ own: false, rates: { PM: '7' }, lines: [NO_LINE], inHandoff: true });
    // A rate that was taken away does not come back from elsewhere behind the packet's back.
    expect(startOf({ ...KEPT, effort: null, currency: 'KRW', rates: [] }, ESTIMATE, known, 'KRW')).toMatchObject({ own: false, rates: { PM: '' } });
  });

  it('forgets a rate that was emptied, and leaves a line out that has nothing in it', () => {
    const fields = { ...startOf(KEPT, null, {}, 'KRW'), lines: [{ ...NO_LINE, role: 'QA', likely: '2' }, NO_LINE, { ...NO_LINE, rate: '7' }] };
    const { costing, faults } = readCost(fields, null, KEPT.rates);
    expect([costing.effort, costing.rates, [...faults]]).toEqual([[{ role: 'QA', low: 2, likely: 2, high: 2 }], [{ role: 'PM', rate: 9_000 }], []]);
  });

  it('reckons with the rest while something is wrong, and says where', () => {
    const fields = { ...startOf(KEPT, null, {}, 'KRW'), lines: [{ ...NO_LINE, role: 'A', low: '3', likely: '2' }, { ...NO_LINE, role: 'B', likely: '1', rate: 'x' }], direct: '1~2', target: '96' };
    const { costing, faults } = readCost(fields, null, []);
    expect(costing).toMatchObject({ effort: [{ role: 'B' }], direct: 0, targetMargin: null, subcontract: 10 });
    expect(Object.fromEntries(faults)).toEqual({ 'line.0.effort': 'effort', 'line.1.rate': 'amount', direct: 'amount', target: 'percent' });
  });

  it('goes over to delivery’s estimate once there is one, unless somebody has guessed', () => {
    const early = readCost({ ...startOf(undefined, null, {}, 'KRW'), price: '40,000,000', subcontract: '1' }, null, []).costing;
    expect(costingSummary(early, null)).toMatchObject({ source: 'sales', lost: false, sheet: { cost: { expected: 1 } } });
    const later = { ...early, rates: [{ role: 'PM', rate: 3 }] };
    expect(costingSummary(later, ESTIMATE)).toMatchObject({ source: 'delivery', class: 'rough', sheet: { cost: { low: 4, expected: 5, high: 7 } } });
    expect(startOf(later, ESTIMATE, {}, 'KRW').own).toBe(false);
    expect(costingSummary({ ...later, effort: [{ role: 'PM', low: 9, likely: 9, high: 9 }] }, ESTIMATE)).toMatchObject({ source: 'sales', class: null });
  });

  it('knows no cost and no margin once the estimate that it counts on is gone', () => {
    const kept: Costing = { ...KEPT, effort: null, direct: 1_000_000, price: 60_000_000, targetMargin: 30 };
    expect(costingSummary(kept, null)).toMatchObject({ lost: true, sheet: { cost: null, margin: null, priceForTarget: null } });
    const start = startOf(kept, null, {}, 'KRW');
    expect(costingSummary(readCost(start, null, kept.rates).costing, null).lost).toBe(true);
    expect(costingSummary(readCost({ ...start, own: true, lines: [{ ...NO_LINE, role: 'PM', likely: '1', rate: '9,000' }] }, null, kept.rates).costing, null)).toMatchObject({ lost: false, sheet: { cost: { expected: 1_009_010 } } });
  });

  it('leaves delivery’s own figures alone, however fine, and a rate emptied under another spelling is gone', () => {
    const fine: DeliveryEstimate = { ...ESTIMATE, effort: [{ role: 'Developer', low: 1.3333, likely: 1.3333, high: 3.0625 }] };
    const start = startOf(undefined, fine, { KRW: [{ role: 'developer', rate: 9 }] }, 'KRW');
    expect(readCost(start, fine, [])).toMatchObject({ faults: new Map(), costing: { effort: null, rates: [{ role: 'Developer', rate: 9 }] } });
    expect(readCost({ ...start, rates: { Developer: '' } }, fine, [{ role: 'developer', rate: 9 }]).costing.rates).toEqual([]);
  });
});
