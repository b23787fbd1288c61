/** The words around an amount: what it is per, whether VAT is in it, and whether it is money at all. */
import { describe, expect, it } from 'vitest';
import { findMoney, parseMoney } from '@/utils/text/parse-money';

const all = (text: string): unknown[] => parseMoney(text, 'KRW').map((p) => [p.currency, p.min, ...(p.max === undefined ? [] : [p.max])]);

describe('how much', () => {
  it.each<[string, unknown[]]>([
    ['£50 thousand', ['GBP', 50_000]], ['$2 mn', ['USD', 2_000_000]], ['$2 million', ['USD', 2_000_000]], ['1.25m euros', ['EUR', 1_250_000]], ['£1.005k', ['GBP', 1005]], ['$50-60 million', ['USD', 50_000_000, 60_000_000]], ['$50 to $60', ['USD', 50, 60]], ['£50 to 60k', ['GBP', 50_000, 60_000]], ['£50k to 60k', ['GBP', 50_000, 60_000]],
    ['$5 to 5', ['USD', 5, 5]], ['50만~60만', ['KRW', 500_000, 600_000]], ['3만~5만', ['KRW', 30_000, 50_000]], ['삼만에서 오만', ['KRW', 30_000, 50_000]], ['이만 원', ['KRW', 20_000]], ['1억 가량 예상', ['KRW', 100_000_000]], ['₩5,000', ['KRW', 5000]], ['US$5', ['USD', 5]], ['10 유로', ['EUR', 10]], ['20 달러', ['USD', 20]], ['30파운드', ['GBP', 30]], ['eur 40', ['EUR', 40]],
  ])('%s', (text, expected) => { expect(all(text)).toEqual([expected]); });

  it.each(['£60-50k', '$-5', '-$5', '£0', '1.2.3만'])('has a doubt about %s', (text) => { expect(all(text)).toEqual([]); });

  it('says where the amount stands, with its currency and period', () => {
    expect(findMoney('약 GBP 50,000/year 정도', 'KRW')).toEqual([{ min: 50_000, currency: 'GBP', vat: 'unknown', per: 'year', start: 2, end: 17 }]);
    expect(findMoney('예산은 8천~1억', 'KRW')).toEqual([{ min: 80_000_000, max: 100_000_000, currency: 'KRW', vat: 'unknown', per: 'once', start: 4, end: 9 }]);
  });

  it('has no maximum where none was said', () => {
    expect(parseMoney('$5', 'KRW')).toStrictEqual([{ min: 5, currency: 'USD', vat: 'unknown', per: 'once' }]);
  });

  it('reads the first 2,000 characters', () => {
    expect([all(`${'가'.repeat(1990)} $50`), all(`${'가'.repeat(2000)} $50`)]).toEqual([[['USD', 50]], []]);
  });
});

describe('is it money at all?', () => {
  it.each(['3만', '1,000', '5,000,000 is the cap', '5,000,000 for the team', '1억쯤', '1억 이하로', '2억 한도', '3만 정도', '1,000 a month', '1억 for all', '5만 excl. VAT', '1,000 원', 'NDA, 50,000', '50,000 (5%)', '50,000 (approved)'])('%s is', (text) => { expect(all(text)).toHaveLength(1); });

  it.each(['1억 건', '1,000건', '5,000,000 units', '3만 명', '3만 users', '만 명에서 이만 명', '50,000엔', '50,000위안', '50,000 yen', '50,000 ABC', '5억%', '₹ 50,000', '¥ 50,000', '50,000 엔', 'CAD 50,000', 'HK$ 50,000', '이만', '5천~6천', '50 to 60', '팔천', '123'])('%s isn’t, or another’s', (text) => { expect(all(text)).toEqual([]); });
});

describe('per year, per month, or once', () => {
  it.each<[string, string]>([
    ['연 5천만 원', 'year'], ['연간 5천만 원', 'year'], ['매년 약 5천만 원', 'year'], ['5천만 원 연간', 'year'], ['annual $5,000', 'year'], ['$5,000 annually', 'year'], ['yearly $5,000', 'year'], ['$50/yr', 'year'], ['$50 per annum', 'year'], ['$50 p.a.', 'year'], ['$50 pa', 'year'], ['$50 each year', 'year'], ['5만 원/년', 'year'],
    ['월 5만 원', 'month'], ['월간 5만 원', 'month'], ['매달 5만 원', 'month'], ['한 달에 5만 원', 'month'], ['매월 약 5만 원', 'month'], ['5만 원 매월', 'month'], ['monthly $50', 'month'], ['$50 monthly', 'month'], ['$50 per mo', 'month'], ['$50 a month', 'month'], ['5만 원 / 월', 'month'],
    ['유지보수 연 5천만 원', 'year'], ['한달에 5만 원', 'month'], ['금연 5만 원', 'once'], ['연간 3회, 5만 원', 'once'], ['월간 3회, 5만 원', 'once'], ['5만 원, 연간 점검 포함', 'once'], ['5만 원, 매월 점검 포함', 'once'], ['5월 5만 원', 'once'], ['10년 5천만 원', 'once'], ['개월 5만 원', 'once'], ['5만 원', 'once'], ['annual review, then $50', 'once'], ['$50, monthly review', 'once'],
  ])('%s: %s', (text, per) => { expect(parseMoney(text, 'KRW').map((p) => p.per)).toEqual([per]); });
});

describe('VAT', () => {
  it.each<[string, string]>([
    ['£5 net of VAT', 'excluded'], ['£5 without VAT', 'excluded'], ['£5 plus VAT', 'excluded'], ['£5 + VAT', 'excluded'], ['£5 exclusive of VAT', 'excluded'], ['£5 not including VAT', 'excluded'], ['£5 VAT extra', 'excluded'], ['5만 원 부가가치세 제외', 'excluded'], ['5만 원 VAT 안 포함', 'excluded'], ['5만 원 부가세 미포함', 'excluded'], ['부가세 별도로 5만 원', 'excluded'], ['5만 원 부가세별도', 'excluded'], ['5만 원 VAT 안포함', 'excluded'], ['£5 +VAT', 'excluded'], ['£5 excl VAT', 'excluded'], ['£5 ex. VAT', 'excluded'], ['£5 not incl VAT', 'excluded'], ['£5 not incl. VAT', 'excluded'], ['£5 not incl.VAT', 'excluded'],
    ['£5 inclusive of VAT', 'included'], ['£5 inc VAT', 'included'], ['£5 incl. VAT', 'included'], ['£5 VAT included', 'included'], ['5만 원 부가세포함', 'included'], ['£5 incl VAT', 'included'], ['£5 inc. VAT', 'included'], ['£5 incl.VAT', 'included'], ['5만 원 부가가치세 포함', 'included'],
    ['£5 VAT?', 'unknown'], ['£5 excl. VAT?', 'unknown'], ['£5 unclear if VAT included', 'unknown'], ['5만 원 부가세 포함인지 모름', 'unknown'], ['5만 원 부가세 별도 확인', 'unknown'], ['£5', 'unknown'],
  ])('%s: %s', (text, vat) => { expect(parseMoney(text, 'KRW').map((p) => p.vat)).toEqual([vat]); });

  it('said once counts for all amounts, said differently only for its own', () => {
    const vat = (text: string): string[] => parseMoney(text, 'KRW').map((p) => p.vat);
    expect(vat('£5; £7 excl. VAT')).toEqual(['excluded', 'excluded']);
    expect(vat('£5 excl. VAT; £7')).toEqual(['excluded', 'excluded']);
    expect(vat('£5 excl. VAT; £6 excl. VAT; £7')).toEqual(['excluded', 'excluded', 'excluded']);
    expect(vat('£5 excl. VAT; £6 incl. VAT; £7')).toEqual(['excluded', 'included', 'unknown']);
    expect(vat('£5 incl. VAT, £6 excl. VAT')).toEqual(['included', 'excluded']);
    expect(vat('5만 원\n6만 원 VAT 포함')).toEqual(['included', 'included']);
  });
});
