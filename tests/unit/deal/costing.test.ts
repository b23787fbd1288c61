import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, numberOf } from '@/utils/deal/costing/amount';
import type { Costing, EffortLine } from '@/utils/deal/costing/costing';
import { costSheet, isEffortLine, rateOf, withRates } from '@/utils/deal/costing/costing';
import { parseRateCard } from '@/utils/deal/costing/rate-card';
import { timeFit } from '@/utils/deal/costing/time-fit';

const NONE: Costing = { currency: 'KRW', effort: null, rates: [], direct: 0, subcontract: 0, contingency: 0, price: null, targetMargin: null, inHandoff: true };
const line = (role: string, low: number, likely = low, high = likely): EffortLine => ({ role, low, likely, high });

describe('the cost of a deal', () => {
  it('is what domain.md §7.2 works out', () => {
    const costing: Costing = { ...NONE, rates: [{ role: '개발자', rate: 7_500_000 }], direct: 1_000_000, contingency: 10, price: 40_000_000, targetMargin: 30 };
    const sheet = costSheet(costing, [line('개발자', 3)], null);
    expect(sheet.cost).toEqual({ low: 25_850_000, expected: 25_850_000, high: 25_850_000 });
    expect(sheet.margin?.expected).toBe(35.4);
    expect(sheet.priceForTarget).toBe(36_928_571);
    expect(sheet.band).toBeNull();
  });

  it('expects four times the likely effort between best and worst, of each role at its own rate', () => {
    const costing: Costing = { ...NONE, currency: 'EUR', rates: [{ role: 'PM', rate: 9_000 }, { role: 'Developer', rate: 6_000 }], subcontract: 1_500.5, price: 60_000 };
    const sheet = costSheet(costing, [line('pm ', 0.5, 1, 1.5), line('Developer', 2, 4, 9)], 'rough');
    expect(sheet.effort).toEqual({ low: 2.5, expected: 5.5, high: 10.5 });
    expect(sheet.cost).toEqual({ low: 18_000.5, expected: 37_500.5, high: 69_000.5 });
    // What is left is least where the cost is most.
    expect(sheet.margin).toEqual({ low: -15, expected: 37.5, high: 70 });
    expect(sheet.band).toEqual({ low: 28_125.38, high: 65_625.88 });
  });

  it('is not known while a role has no rate, which is named once; nor is a margin without a price', () => {
    const sheet = costSheet({ ...NONE, rates: [{ role: 'PM', rate: 1 }], price: 10 }, [line('QA', 1), line('QA', 2), line('PM', 1)], 'budget');
    expect(sheet).toMatchObject({ missing: ['QA'], cost: null, margin: null, band: null, effort: { expected: 4 } });
    expect(costSheet({ ...NONE, price: 10 }, [], null).cost).toBeNull();
    expect(costSheet({ ...NONE, subcontract: 4, price: 10 }, [], null)).toMatchObject({ cost: { expected: 4 }, margin: { expected: 60 } });
    expect(costSheet({ ...NONE, subcontract: 4, price: 0, targetMargin: 100 }, [], null)).toMatchObject({ margin: null, priceForTarget: null });
  });

  it('grows with every part of it, and leaves the wished margin at the price for it', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(fc.property(amount, amount, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 95 }), fc.tuple(amount, amount, amount), (direct, rate, contingency, targetMargin, months) => {
      const [low, likely, high] = months.map((one) => one / 1e7).toSorted((a, b) => a - b) as [number, number, number];
      const costing: Costing = { ...NONE, rates: [{ role: 'x', rate }], direct: direct + 1, contingency, targetMargin };
      const { cost, priceForTarget } = costSheet(costing, [{ role: 'X', low, likely, high }], null);
      if (!cost || priceForTarget === null) throw new Error('no cost');
      expect(cost.low).toBeLessThanOrEqual(cost.expected);
      expect(cost.expected).toBeLessThanOrEqual(cost.high);
      expect(costSheet({ ...costing, direct: direct + 2_001 }, [{ role: 'X', low, likely, high }], null).cost?.expected).toBeGreaterThan(cost.expected);
      if (priceForTarget > 100_000) expect(costSheet({ ...costing, price: priceForTarget }, [{ role: 'X', low, likely, high }], null).margin?.expected).toBeCloseTo(targetMargin, 0);
    }));
  });
});

describe('rates and efforts', () => {
  it('know a role in capitals, full width and with spaces, and tell C++ from C#', () => {
    const rates = [{ role: 'C++', rate: 1 }, { role: 'C#', rate: 2 }, { role: '수행 PM', rate: 3 }];
    expect([rateOf(rates, 'c++'), rateOf(rates, 'C＃'), rateOf(rates, ' 수행  PM'), rateOf(rates, 'QA')]).toEqual([1, 2, 3, null]);
    expect(withRates(rates, [{ role: 'c#', rate: 9 }, { role: 'QA', rate: 0 }])).toEqual([{ role: 'C++', rate: 1 }, { role: 'c#', rate: 9 }, { role: '수행 PM', rate: 3 }, { role: 'QA', rate: 0 }]);
  });

  it('take an effort only with a role and low ≤ likely ≤ high', () => {
    expect([line('PM', 0), line('PM', 1, 2, 3), line(' ', 1), line('PM', 2, 1, 3), line('PM', 1, 3, 2), line('PM', -1, 0, 1), line('PM', 1, 2, Infinity)].map(isEffortLine)).toEqual([true, true, false, false, false, false, false]);
  });
});

describe('what is typed', () => {
  it('is one amount in the deal’s currency, or none', () => {
    for (const [raw, amount] of [['7,500,000', 7_500_000], ['750만 원', 7_500_000], [' 0 ', 0], ['50', 50], ['１２００', 1200], ['₩3,000,000', 3_000_000]] as const) expect(amountOf(raw, 'KRW'), raw).toBe(amount);
    for (const raw of ['', '약간', '100만~200만 원', '$500', '3,00', '-5', '750만 원 정도?', '99999999999999', '1e9']) expect(amountOf(raw, 'KRW'), raw).toBeNull();
    expect([amountOf('9,000.50', 'EUR'), amountOf('€9k', 'EUR'), amountOf('₩9,000', 'EUR')]).toEqual([9000.5, 9000, null]);
  });

  it('is one plain number with a point or a comma, or none', () => {
    expect(['1.5', '1,5', ' 10 %', '０.25', '3'].map(numberOf)).toEqual([1.5, 1.5, 10, 0.25, 3]);
    expect(['', '-1', '1.2345', '1e3', '2 M/M', '1,000,000'].map(numberOf)).toEqual([null, null, null, null, null, null]);
  });
});

describe('a rate card', () => {
  it('is read with any of the usual separators, with headings, quotes and a mark at its start', () => {
    const rates = [{ role: '수행 PM', rate: 9_500_000 }, { role: '개발자', rate: 7_500_000 }];
    for (const text of ['\uFEFF역할,월 단가\r\n수행 PM,9500000\r\n개발자,"7,500,000"\r\n', '수행 PM;9,500,000\n개발자;750만 원\n', '수행 PM\t9500000\n\n개발자\t7,500,000', '수행 PM,9,500,000\n개발자,7,500,000']) {
      expect(parseRateCard(text, 'KRW'), text).toEqual({ rates, unread: [] });
    }
  });

  it('counts in the unit that its headings name', () => {
    expect(parseRateCard('역할,단가(만원)\nPM,900\n개발자,750만 원', 'KRW')).toEqual({ rates: [{ role: 'PM', rate: 9_000_000 }, { role: '개발자', rate: 7_500_000 }], unread: [] });
    expect(parseRateCard('역할\t월 단가 (천 원)\nPM\t9,000', 'KRW')).toEqual({ rates: [{ role: 'PM', rate: 9_000_000 }], unread: [] });
  });

  it('names the lines it could not read and keeps the others; of a role that stands twice the last counts', () => {
    expect(parseRateCard('role,rate\nPM,9000\nQA,soon\n,5000\npm,9500\nDev,$8k', 'EUR')).toEqual({ rates: [{ role: 'pm', rate: 9500 }], unread: [3, 4, 6] });
  });

  it('is refused when it is none', () => {
    expect(parseRateCard('', 'KRW')).toBe('no_rates');
    expect(parseRateCard('<html>nothing</html>', 'KRW')).toBe('no_rates');
    expect(parseRateCard('a,1\n'.repeat(60_000), 'KRW')).toBe('too_long');
    expect(parseRateCard(Array.from({ length: 501 }, (_, i) => `r${String(i)},1`).join('\n'), 'KRW')).toBe('too_long');
  });
});

describe('the time before a deadline', () => {
  it('is judged by whole weeks from today, at worst and at best, to the day', () => {
    const of = (low: number, high: number, deadline: string) => timeFit({ low, high }, deadline, '2026-11-27');
    expect(of(2, 3, '2026-12-18')).toEqual({ fit: 'fits', weeksLeft: 3 });
    expect(of(2, 3, '2026-12-17')).toEqual({ fit: 'tight', weeksLeft: 2 });
    expect(of(2, 3, '2026-12-10')).toEqual({ fit: 'short', weeksLeft: 1 });
    expect(of(0, 0, '2026-11-20')).toEqual({ fit: 'fits', weeksLeft: 0 });
  });
});

it('takes no amount of more than anybody has, in digits or words, and none beside other words', () => {
  expect([amountOf('10,000,000,000,000', 'KRW'), amountOf('10,000,000,000,001', 'KRW'), amountOf('12.50', 'USD'), amountOf('12.505', 'USD'), amountOf('월 750만 원', 'KRW'), amountOf('750만 원 (월)', 'KRW')]).toEqual([1e13, null, 12.5, null, null, null]);
});

it('takes roles up to a hundred letters from a rate card, and 500 of them', () => {
  const role = 'r'.repeat(100);
  expect(parseRateCard(`${role},1\n${role}r,1`, 'KRW')).toEqual({ rates: [{ role, rate: 1 }], unread: [2] });
  expect(parseRateCard(Array.from({ length: 500 }, (_, i) => `r${String(i)},1`).join('\n'), 'KRW')).toMatchObject({ unread: [] });
});
