/** The forms that a pasted text is brought into before it is read. */
import { describe, expect, it } from 'vitest';
import { plainForms } from '@/utils/invitation/plain-forms';

describe('instants', () => {
  it.each([
    ['2026-12-01T14:00:00+09:00', '2026-12-01 14:00 (UTC+09:00)'],
    ['2026-12-01T14:00:00.123456Z', '2026-12-01 14:00 (UTC)'],
    ['2026-12-01T14:00', '2026-12-01 14:00'],
    ['2026-12-01T14:00Z/2026-12-01T15:30Z', '2026-12-01 14:00 ~ 2026-12-01 15:30 (UTC)'],
    ['2026-12-01T14:00-0500 – 2026-12-02T01:00-0500', '2026-12-01 14:00 ~ 2026-12-02 01:00 (UTC-0500)'],
    // Two zones are two instants, each with its own.
    ['2026-12-01T14:00+09:00/2026-12-01T06:30+01:00', '2026-12-01 14:00 (UTC+09:00)/2026-12-01 06:30 (UTC+01:00)'],
    // A longer number is no instant.
    ['2026-12-01T14:005', '2026-12-01T14:005'],
  ])('%s', (text, plain) => { expect(plainForms(text)).toBe(plain); });
});

describe('days', () => {
  it.each([
    ['am 1.12.2026', 'am 2026-12-01'],
    ['31. 12. 2026', '2026-12-31'],
    ['12.1.2026', '2026-01-12'],
    // A month or a day that is none stays.
    ['1.13.2026', '1.13.2026'],
    ['32.12.2026', '32.12.2026'],
    ['10.1.12.2026', '10.1.12.2026'],
    ['1.12.1999', '1.12.1999'],
    ['2026年12月1日(火)', '2026-12-01'],
    ['2026年 12月 31日', '2026-12-31'],
    ['2026年13月1日', '2026年13月1日'],
    ['2026年12月32日', '2026年12月32日'],
    // What stands behind it as a name stays.
    ['2026年1月2日 火星開発', '2026-01-02 火星開発'],
  ])('%s', (text, plain) => { expect(plainForms(text)).toBe(plain); });
});

describe('times', () => {
  it.each([
    ['午後2時', '오후 2:00'],
    ['午前9時5分', '오전 9:05'],
    ['午後 2時半', '오후 2:30'],
    ['14時30分', '14:30'],
    // Hours that something takes are no time of day.
    ['24時間', '24時間'],
    ['정오에', '정오에'],
    ['정오 회의', '오후 12시 회의'],
    ['12 noon, noon', '12:00 PM, 12:00 PM'],
    ['12noon', '12:00 PM'],
    ['afternoon', 'afternoon'],
  ])('%s', (text, plain) => { expect(plainForms(text)).toBe(plain); });
});

describe('a time before its date', () => {
  it.each([
    ['14:00–15:00 KST, Tuesday 1 December', '1 December 14:00–15:00 KST'],
    ['2pm to 3pm on Dec 1, 2026', 'Dec 1, 2026 2pm to 3pm'],
    ['2 p.m. - 3 p.m., 1 December 2026', '1 December 2026 2 p.m. - 3 p.m.'],
    ['14:00-15:00 (UTC+9), 1 December', '1 December 14:00-15:00 (UTC+9)'],
    // No clock, no time; a word in small letters is no zone.
    ['a team of 3-5 devs, December 1', 'a team of 3-5 devs, December 1'],
    ['a team of 3-5, December 1', 'a team of 3-5, December 1'],
    ['14:00-15:00 devs, December 1', '14:00-15:00 devs, December 1'],
  ])('%s', (text, plain) => { expect(plainForms(text)).toBe(plain); });
});

describe('hours and years as notices shorten them', () => {
  it.each([
    ['12월 1일 14~15시', '12월 1일 14시~15시'], ['오후 2 - 3시 30분', '오후 2시 - 3시 30분'], ['3~4시간 걸림', '3~4시간 걸림'], ['1.14~15시', '1.14~15시'],
    ['26.12.01(화) 14:00', '2026-12-01(화) 14:00'], ['26/12/1 (화요일)', '2026-12-1 (화요일)'], ['26.12/01(화)', '26.12/01(화)'], ['26.12.01', '26.12.01'], ['2026.12.01(화)', '2026.12.01(화)'],
    ['2:00pm - Thursday, 3 December 2026 (Eastern Time)', '3 December 2026 2:00pm (Eastern Time)'], ['1:00 - 2:00pm - Thursday, 3 December 2026', '3 December 2026 1:00 - 2:00pm'], ['2:00 - 3 December', '2:00 - 3 December'],
  ])('%s', (text, plain) => { expect(plainForms(text)).toBe(plain); });
});

describe('signs', () => {
  it.each([
    ['１４：００', '14:00'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\u00a0b\u3000c', 'a b c'],
    ['> ■ 일시', '> 일시'],
    ['a ■ b', 'a ■ b'],
    // Decomposed letters are composed; wide letters may be part of a name.
    ['\u1112\u1161\u11ab', '한'],
    ['ＡＢＣ', 'ＡＢＣ'],
  ])('%j', (text, plain) => { expect(plainForms(text)).toBe(plain); });
});
