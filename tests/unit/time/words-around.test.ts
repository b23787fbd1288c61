/** What stands around a weekday decides which one is meant, wherever in a text it stands. */
import { describe, expect, it } from 'vitest';
import { findDates } from '@/utils/time/find-dates';

/** A Tuesday and a Friday. */
const [TUE, FRI] = ['2026-11-24', '2026-12-04'];
const dates = (text: string, base: string): string[] => findDates(text, base).map((f) => `${f.date}${f.certain ? '' : ' ?'}`);
const LONG_KO = ' 견적과 함께 보내 드리고 나머지 자료는 회의 뒤에 정리해서 따로 공유하겠습니다';
const LONG_EN = ' and we will send everything else that was asked for in the call after that as usual';

describe('a Korean weekday', () => {
  it.each([
    [`다음 주 월요일이나 목요일에${LONG_KO}`, ['2026-11-30', '2026-12-03']], ['지난 회의에서 정한 금요일', ['2026-11-27']], ['지난 화요일', ['2026-11-17 ?']], ['지난 목요일', ['2026-11-19 ?']],
    ['지지난 금요일', []], ['저저번 화요일', []], ['다다음 금요일', []],
    ['12월 첫 금요일', ['2026-12-04']], ['12월 2번째 금요일', ['2026-12-11']], ['12월 2 금요일', ['2026-11-27']], ['이번 달 첫째 금요일', ['2026-11-06 ?']], ['이번 달 넷째 화요일', [TUE]],
  ])('%s', (text, expected) => { expect(dates(text, TUE)).toEqual(expected); });
});

it('says nothing sure of a year that is over, unless it is named in full', () => {
  expect(['2025년 3월 말까지', '26년 12월 말까지', '25년 3월 말까지'].map((text) => dates(text, TUE))).toEqual([['2025-03-31'], ['2026-12-31'], ['2025-03-31 ?']]);
});

describe('an English weekday', () => {
  it.each([[`next week Monday or Thursday${LONG_EN}`, ['2026-11-30', '2026-12-03']], [`Thursday or Friday next week${LONG_EN}`, ['2026-12-03', '2026-12-04']]])('%s, said on a Tuesday', (text, expected) => { expect(dates(text, TUE)).toEqual(expected); });

  it.each([
    ['Thursday or Friday next week', ['2026-12-10', '2026-12-11']], ['Thursday or Friday the week after next', ['2026-12-17', '2026-12-18']], ['Thursday or Friday this week', ['2026-12-03 ?', FRI]],
    ['Friday or Saturday this week', [FRI, '2026-12-05']], ['Monday this week', ['2026-11-30 ?']], ['Friday this week', [FRI]],
    ['the first Friday of this month', [FRI]], ['the first Thursday of this month', ['2026-12-03 ?']], ['the first Friday of January 2026', ['2026-01-02']],
    ['on 10 December, and review the following Monday', ['2026-12-10', '2026-12-14']], ['on 10 December, review the following  Monday', ['2026-12-10', '2026-12-14']], ['on 10 December following up on Monday', ['2026-12-10', '2026-12-07']],
    ['the following Monday', ['2026-12-07 ?']], ['it takes two weeks, by 2026-12-10', ['2026-12-10']], ['in two weeks by 2026-12-10', ['2026-12-10']],
  ])('%s', (text, expected) => { expect(dates(text, FRI)).toEqual(expected); });
});
