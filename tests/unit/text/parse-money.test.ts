/** Money as it is said (domain.md §6 no. 23): a tenfold mistake must not happen, a doubt yields nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Currency, MoneyPart } from '@/utils/checklist/answer';
import { findMoney, parseMoney } from '@/utils/text/parse-money';
import { spent } from '../../harness/spent';

function money(min: number, currency: Currency, more: Partial<MoneyPart> = {}): MoneyPart {
  return { min, currency, vat: 'unknown', per: 'once', ...more };
}

describe('amounts', () => {
  it.each<[string, MoneyPart[]]>([
    ['8천에서 1억', [money(80_000_000, 'KRW', { max: 100_000_000 })]],
    ['8천에서 1억 사이로 보고 있습니다.', [money(80_000_000, 'KRW', { max: 100_000_000 })]],
    ['팔천에서 일억 사이로 보고 있습니다', [money(80_000_000, 'KRW', { max: 100_000_000 })]],
    ['8천만 원', [money(80_000_000, 'KRW')]],
    ['7천만원, 부가세 별도', [money(70_000_000, 'KRW', { vat: 'excluded' })]],
    ['품의 7천만 원으로 상신된 것으로 앎', [money(70_000_000, 'KRW')]],
    ['5~6천만 원', [money(50_000_000, 'KRW', { max: 60_000_000 })]],
    ['1억 2천', [money(120_000_000, 'KRW')]],
    ['1.5억 정도', [money(150_000_000, 'KRW')]],
    ['십오만 원쯤', [money(150_000, 'KRW')]],
    ['월 180만 원 정도', [money(1_800_000, 'KRW', { per: 'month' })]],
    ['연 5천만 원 VAT 포함', [money(50_000_000, 'KRW', { per: 'year', vat: 'included' })]],
    ['300만원/월', [money(3_000_000, 'KRW', { per: 'month' })]],
    ['80,000,000', [money(80_000_000, 'KRW')]],
    ['80,000,000~100,000,000원 / 품의 70,000,000원, 부가세 미확인', [money(80_000_000, 'KRW', { max: 100_000_000 }), money(70_000_000, 'KRW')]],
    ['$50,000', [money(50_000, 'USD')]],
    ['25.000 EUR', []], ['€1.250.000', []], ['1.125 million EUR', [money(1_125_000, 'EUR')]], ['EUR 1,250.50', [money(1250.5, 'EUR')]],
    ['USD 48,000 a year, excl. tax', [money(48_000, 'USD', { per: 'year', vat: 'excluded' })]], ['USD 15,000, plus tax', [money(15_000, 'USD', { vat: 'excluded' })]], ['$9,000 before tax', [money(9_000, 'USD', { vat: 'excluded' })]],
    ['USD 90,000 tax included', [money(90_000, 'USD', { vat: 'included' })]], ['$120k plus 8.25% sales tax', [money(120_000, 'USD', { vat: 'excluded' })]], ['USD 5,000 per month (excl. GST)', [money(5_000, 'USD', { per: 'month', vat: 'excluded' })]], ['2천만 원, 세금 별도', [money(20_000_000, 'KRW', { vat: 'excluded' })]],
    ['2천만 원 세금 포함', [money(20_000_000, 'KRW', { vat: 'included' })]], ['USD 5,000, tax?', [money(5_000, 'USD')]], ['USD 5,000 for the tax module', [money(5_000, 'USD')]],
    ['구축 8천만 원 부가세 별도; 유지보수 월 100만 원 부가세 포함', [money(80_000_000, 'KRW', { vat: 'excluded' }), money(1_000_000, 'KRW', { vat: 'included', per: 'month' })]],
  ])('reads %s', (text, parts) => { expect(parseMoney(text, 'KRW')).toEqual(parts); });

  it.each<[string, MoneyPart[]]>([
    ['GBP 50,000/year', [money(50_000, 'GBP', { per: 'year' })]],
    ['GBP 50,000/year subscription cap; GBP 30,000 one-off; excl. VAT', [money(50_000, 'GBP', { per: 'year', vat: 'excluded' }), money(30_000, 'GBP', { vat: 'excluded' })]],
    ['about 60,000 a year', [money(60_000, 'GBP', { per: 'year' })]],
    ['£50k', [money(50_000, 'GBP')]],
    ['£50-60k per year, ex VAT', [money(50_000, 'GBP', { max: 60_000, per: 'year', vat: 'excluded' })]],
    ['$1.2m', [money(1_200_000, 'USD')]],
    ['€30,000 to €40,000 incl. VAT', [money(30_000, 'EUR', { max: 40_000, vat: 'included' })]],
    ['ninety thousand pounds', [money(90_000, 'GBP')]],
    ['5,000 euros per month', [money(5000, 'EUR', { per: 'month' })]],
    ['£400 p.a.', [money(400, 'GBP', { per: 'year' })]],
    ['US$20,000', [money(20_000, 'USD')]],
    ['£20,000 VAT not included', [money(20_000, 'GBP', { vat: 'excluded' })]],
  ])('reads %s', (text, parts) => { expect(parseMoney(text, 'GBP')).toEqual(parts); });

  it.each(['', 'fifty', 'Fifty is the cap', '50', '8천', '7천', '3개사 비교 견적', '만일 안 되면', '이만 줄입니다', '120만 건', '3,000 users', '1억2 사이', '10억~2억', 'A$50,000', 'CHF 50,000', '¥50,000', '50,000 JPY', '5만 명', '0원', '2027년 3월', '1,200 tickets'])('has a doubt about %s', (text) => {
    expect(parseMoney(text, 'KRW')).toEqual([]);
  });

  it.each(['8천만 원, 부가세 포함 여부 확인', '8천만 원 VAT 별도?', '8천만 원, 부가세 미확인', '80,000,000 KRW, check whether incl. VAT'])('leaves the VAT open in %s', (text) => {
    expect(parseMoney(text, 'KRW').map((p) => p.vat)).toEqual(['unknown']);
  });
});

describe('what stands around an amount', () => {
  const all = (text: string): string[] => parseMoney(text, 'KRW').map((p) => `${p.min}${p.max === undefined ? '' : `~${p.max}`} ${p.currency} ${p.per}`);

  it.each([
    ['구축비 1억 유지보수 월 300만', ['100000000 KRW once', '3000000 KRW month']], ['구축 1억 운영 월 200만', ['100000000 KRW once', '2000000 KRW month']], ['도입비 5천만 라이선스 연 2천만', ['50000000 KRW once', '20000000 KRW year']], ['예산 1억 구축', ['100000000 KRW once']], ['1만2,500원', ['12500 KRW once']], ['1만 2,500원', ['12500 KRW once']],
  ])('%s: what it is for may follow', (text, parts) => { expect(all(text)).toEqual(parts); });

  it.each(['1억 건 처리', '1억 개를', '1억 사용자', '3만 사용자', '300만 운영 건'])('%s counts something', (text) => { expect(all(text)).toEqual([]); });

  it.each([
    ['5천만원~7천만원', 'KRW'], ['5천만 원에서 7천만 원 사이', 'KRW'], ['5천만원-7천만원', 'KRW'], ['5천만 원부터 7천만 원까지', 'KRW'], ['5천만 원과 7천만 원 사이', 'KRW'], ['50 million won to 70 million won', 'KRW'], ['50,000k USD ~ 70,000k USD', 'USD'], ['between $50m and $70m', 'USD'],
  ])('%s is one range', (text, currency) => { expect(all(text)).toEqual([`50000000~70000000 ${currency} once`]); });

  it.each([['$50k-70k', 'once'], ['50k to 70k USD', 'once'], ['50k USD to 70k USD', 'once'], ['$50k to $70k per year', 'year']])('%s too', (text, per) => { expect(all(text)).toEqual([`50000~70000 USD ${per}`]); });

  it('no range is made of two currencies, or of a rise from one to the other', () => {
    expect([all('5천원~7천달러'), all('5천만원에서 7천만원으로 증액'), all('$50k and $70k')]).toEqual([[], [], ['50000 USD once', '70000 USD once']]);
  });

  it.each(['1억은 안 되고 8천만 원', '1억 말고 8천만 원', '1억이 아니라 8천만원', '1억은 어렵고 8천만 원까지', '1억은 무리, 8천만원', '1억 대신 8천만 원'])('%s: what is refused is not offered', (text) => { expect(all(text)).toEqual(['80000000 KRW once']); });
  it.each(['not $100k but $80k', "can't do $100k, $80k max", '$80k rather than $100k', '$100k is too much, $80k', "it isn't $100k, $80k"])('%s', (text) => { expect(all(text)).toEqual(['80000 USD once']); });
  it.each([['1억 안 됨', []], ['1억은 과하고', []], ['1억을 넘으면 안 됨', ['100000000 KRW once']], ['1억을 못 넘음', ['100000000 KRW once']], ['1억 아니면 8천만 원', ['100000000 KRW once', '80000000 KRW once']], ['1억 부담 가능', ['100000000 KRW once']], ['not more than $80k', ['80000 USD once']]])('%s: a limit is an amount', (text, parts) => { expect(all(text)).toEqual(parts); });

  it.each([
    ['1년에 5천만원', '50000000 KRW year'], ['일 년에 5천만 원', '50000000 KRW year'], ['연 5천만원', '50000000 KRW year'], ['한 해에 5천만원', '50000000 KRW year'], ['5천만원/연', '50000000 KRW year'], ['1개월에 300만원', '3000000 KRW month'], ['연 5천만원~7천만원', '50000000~70000000 KRW year'], ['1.5M per year', '1500000 KRW year'], ['$20k every year', '20000 USD year'], ['every year $20k', '20000 USD year'], ['5천만 원(연간)', '50000000 KRW year'],
    ['10년에 5천만원', '50000000 KRW once'],
  ])('%s', (text, part) => { expect(all(text)).toEqual([part]); });
  it.each(['1.5M', '50k', '50k users per year'])('%s says no money', (text) => { expect(all(text)).toEqual([]); });
});

describe('invariants', () => {
  it('reads back what is written in full digits', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), fc.constantFrom<Currency>('KRW', 'USD', 'EUR', 'GBP'), (n, currency) => {
      expect(parseMoney(`${n.toLocaleString('en-US')} ${currency}`, 'KRW')).toEqual([money(n, currency)]);
      expect(parseMoney(`${currency} ${n}`, 'KRW')).toEqual([money(n, currency)]);
    }));
  });

  it('never throws; amounts are positive, ranges ordered, places inside the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9일이팔천만억~,. 원부가세포함£k/-]{0,30}$/u)), (text) => {
      let last = 0;
      for (const part of findMoney(text, 'KRW')) {
        expect(part.min).toBeGreaterThan(0);
        if (part.max !== undefined) expect(part.max).toBeGreaterThanOrEqual(part.min);
        expect(part.start).toBeGreaterThanOrEqual(last);
        expect(part.end).toBeLessThanOrEqual(text.length);
        last = part.end;
      }
    }));
  });

  it('takes no longer for a hostile text', () => {
    expect(spent(() => {
      for (const text of ['1'.repeat(5000), '1,111'.repeat(1000), '천만억'.repeat(2000), 'one '.repeat(2000), '£ '.repeat(3000), '1 ~ '.repeat(1000)]) parseMoney(text, 'KRW');
    })).toBeLessThan(1500);
  });
});
