/** In which money a deal is talked of. */
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '@/utils/checklist/answer';
import { dealCurrency, parseValue } from '@/utils/checklist/parse-value';

const said = (raw: string, at: number, language: 'ko' | 'en' = 'en', currency: 'USD' | 'KRW' = 'USD'): { value: AnswerValue; at: number } => ({ value: parseValue({ type: 'money' }, raw, { baseDate: '2026-11-26', currency, language }), at });

describe('the currency of a deal', () => {
  it('is the language’s own until an amount was said', () => {
    expect([dealCurrency([], 'ko'), dealCurrency([{ value: null, at: 1 }, { value: { kind: 'text', text: '£5' }, at: 2 }], 'en')]).toEqual(['KRW', 'USD']);
  });

  it('is that of the newest amount, in whatever order they come', () => {
    const [pounds, won] = [said('£50k', 2), said('8천만 원', 1)];
    expect([dealCurrency([pounds, won], 'en'), dealCurrency([won, pounds], 'ko'), dealCurrency([won], 'en')]).toEqual(['GBP', 'GBP', 'KRW']);
  });

  it('is that of the later one of two that were said at once', () => {
    expect(dealCurrency([said('£50k', 1), said('€40k', 1)], 'ko')).toBe('EUR');
  });

  it('reads the next amount that says none', () => {
    const currency = dealCurrency([said('€40,000', 1)], 'en');
    expect(parseValue({ type: 'money' }, '60,000 a year', { baseDate: '2026-11-26', currency, language: 'en' })).toMatchObject({ kind: 'money', parts: [{ min: 60_000, currency: 'EUR', per: 'year' }] });
  });
});
