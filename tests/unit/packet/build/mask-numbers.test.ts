/** Numbers that must not leave: found as people write them, and ordinary numbers left alone. */
import { describe, expect, it } from 'vitest';
import { maskIdentityNumbers, maskPhones } from '@/utils/packet/build/mask-numbers';
import { aMeeting, aNote, small } from '../small';

const mask = (text: string): string => maskIdentityNumbers(text);

describe('a resident number without a hyphen', () => {
  it.each(['8801011234567', '880101 1234567', '0002293123456', '9912316123456', '3901013234567'])('%s is masked', (text) => { expect(mask(`주민 ${text}, 끝`)).toBe(`주민 ${text.slice(0, 6)}-*******, 끝`); });

  it.each([
    ['the day is none', '8813011234567'], ['the month has no such day', '8802301234567'], ['no such century digit', '8801019234567'], ['nor 0', '8801010234567'], ['not born yet', '8801013234567'], ['nor soon', '4001013234567'], ['no leap year', '0102293123456'], ['longer', '88010112345678'], ['shorter', '880101123456'], ['part of a code', 'A8801011234567'], ['a barcode', '8809991234567'], ['a time in milliseconds', '1795498300000'], ['two numbers', '880101 123456'], ['said to be a barcode', '바코드 8801011234567'], ['or an order', 'order no. 8801011234567'],
  ])('not where %s: %s', (_why, text) => { expect(mask(`번호 ${text}`)).toBe(`번호 ${text}`); });
});

describe('a bank account', () => {
  it.each([
    ['계좌 110-234-567890', '계좌 ***-***-******'], ['계좌번호: 국민 110-234-567890', '계좌번호: 국민 ***-***-******'], ['계좌는 신한은행 110 234 567890입니다', '계좌는 신한은행 *** *** ******입니다'], ['국민은행 110234567890', '국민은행 ************'], ['카카오뱅크 3333-01-1234567', '카카오뱅크 ****-**-*******'], ['입금 계좌(110-234-567890)', '입금 계좌(***-***-******)'],
    ['account 110-234-567890', 'account ***-***-******'], ['Account number: 12345678', 'Account number: ********'], ['bank account no. 12-3456-789012', 'bank account no. **-****-******'], ['계좌 1234567890123456', '계좌 ****************'], ['국민은행 1234567890', '국민은행 **********'], ['IBAN GB29 NWBK 6016 1331 9268 19 please', 'IBAN **** **** **** **** **** ** please'],
  ])('%s', (text, shown) => { expect(mask(text)).toBe(shown); });

  it.each(['계좌 12개', '계좌 10000000원', '계좌 2026-12-10 개설', '계좌 담당 010-1234-5678', '계좌 02-123-4567', 'account 2026-12-10', 'account 20261', 'accounts 12345678', 'account manager 12345678', '우리 2026-12-10', '110-234-567890', 'account 100000000 users', '품번 110-234-567890', '기업 1,000,000원', '계좌 12 - 34 - 5', '국민은행 123456789', 'account 123456789', '계좌 12345678901234567'])('not in %s', (text) => { expect(mask(text)).toBe(text); });
});

it('both are masked in every profile', () => {
  for (const redaction of ['internal', 'customer_safe', 'anonymised'] as const) {
    const packet = small({ meetings: [aMeeting({})], notes: [aNote('decision', 'd', { text: '8801011234567, 계좌 110-234-567890' })] }, { redaction });
    expect(packet.decisions[0]?.text).toBe('880101-*******, 계좌 ***-***-******');
  }
});

describe('a telephone', () => {
  it.each(['01012345678', '0111234567', '+82 10 1234 5678', '+821012345678', '82-10-1234-5678', '+82 (0)10-1234-5678', '010-12345678', '010 1234 5678', '010-1234-5678', '010.1234.5678', '02-123-4567', '+447700900123', '(031) 123-4567'])('%s is masked', (text) => {
    expect(maskPhones(`전화 ${text}, 끝`)).toBe('전화 ***-****-****, 끝');
  });

  it.each(['2026-12-10 10:30', '1,000,000원', '12-3456-78901', '0101234567890', 'A01012345678', '1012345678', '+12', '20261210'])('not in %s', (text) => { expect(maskPhones(text)).toBe(text); });

  it('goes from the anonymised copy only, plain or not', () => {
    const text = (redaction: 'customer_safe' | 'anonymised'): string => small({ notes: [aNote('decision', 'd', { text: '01012345678 / +821012345678 / 010-1234-5678' })] }, { redaction }).decisions[0]?.text ?? '';
    expect([text('customer_safe'), text('anonymised')]).toEqual(['01012345678 / +821012345678 / 010-1234-5678', '***-****-**** / ***-****-**** / ***-****-****']);
  });
});
