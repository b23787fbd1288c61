/** Words that move a date to another year or week: understood, or the date is left alone. Never ignored. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, findDue } from '@/utils/time/find-dates';

const TUE = '2026-11-24';
const dates = (text: string, language?: 'ko' | 'en'): string[] => findDates(text, TUE, language).map((f) => `${f.date}${f.time ? ` ${f.time}` : ''}${f.certain ? '' : ' ?'}`);

describe('the year', () => {
  it.each([
    ['내년 12월 말까지 오픈', '2027-12-31'], ['2027년 12월 말', '2027-12-31'], ['2028년 3월 말까지', '2028-03-31'], ['28년 3월 말까지', '2028-03-31'], ['올해 12월 말까지', '2026-12-31'], ['2028년 2월말일까지', '2028-02-29'],
    ['28년 3월 2일', '2028-03-02'], ["'28년 3월 2일", '2028-03-02'], ['’28년 3월 2일', '2028-03-02'], ['28년도 3월 2일', '2028-03-02'], ['2028년 3월 2일', '2028-03-02'], ['2028년도 3월 2일까지', '2028-03-02'],
    ['내년 12월 10일', '2027-12-10'], ['내년도 12월 10일', '2027-12-10'], ['내년 12/10까지', '2027-12-10'], ['2028년 12/10', '2028-12-10'], ['내후년 3월 2일', '2028-03-02'],
    ['15년 3월 2일', '2015-03-02 ?'], ['작년 12월 말까지', '2025-12-31 ?'],
  ])('%s', (text, expected) => { expect(dates(text)).toEqual([expected]); });

  it.each([
    ['by the end of December 2027', '2027-12-31'], ['end of December next year', '2027-12-31'], ['end of December', '2026-12-31'], ['end of January of next year', '2027-01-31'], ['10 December next year', '2027-12-10'], ['December 10 next year', '2027-12-10'], ['December 10, next year', '2027-12-10'],
    ['the tenth of December of next year', '2027-12-10'], ['Friday 10 December next year', '2027-12-10'], ['10 December this year', '2026-12-10'], ['10 December of 2027', '2027-12-10'], ['10 December (2027)', '2027-12-10'], ["10 Dec '27", '2027-12-10'], ["10 December, and next year's budget", '2026-12-10'],
  ])('%s', (text, expected) => { expect(dates(text)).toEqual([expected]); });

  it.each([
    '이듬해 12월 10일', '차년도 12월 10일', '다음년도 12월 10일', '후년 12월 10일까지', '다음 해 3월 말까지', '2년 뒤 12월 10일', '내년 상반기 12월 10일', '2027년 12월, 10일까지', '3월 월말까지', '12월 10일(내년)', '내년 금요일까지', '2027, 12월 10일', '지난달 20일까지',
    'next year, 10 December', 'next year on December 10', 'next December 10', '10 December last year', '10 December in two years', '10 December the year after', '12/25 next year', '2027 12/25', '12/25 of 2027', 'in 2027, on December 10', 'Friday next year', 'end of the month after next', 'by the 28th of the following month', 'Friday in January', 'December second week',
  ])('no date in %s', (text) => { expect(dates(text).filter((d) => !d.endsWith('?'))).toEqual([]); });

  it('of something else leaves the date alone', () => {
    expect(dates('2027년 예산 확정, 금요일까지')).toEqual(['2026-11-27']);
    expect(dates('2026-12-10, 2027 budget')).toEqual(['2026-12-10']);
    expect(dates('금요일 2026년 12월 4일')).toEqual(['2026-11-27', '2026-12-04']);
    expect(dates('12월 10일 내년 예산 보고')).toEqual(['2026-12-10']);
    expect(dates('12월 10일 2000명 참석')).toEqual(['2026-12-10']);
    expect(dates("review next year's budget by 10 December")).toEqual(['2026-12-10']);
  });

  it('in four digits beside a date is that date’s, or there is none', () => {
    const year = fc.integer({ min: 2000, max: 2060 }).map(String);
    const day = fc.constantFrom('12월 10일', '12월 말까지', '3월 2일', '12/25', '금요일까지', '10 December', 'Dec 10', 'March the second', 'end of March', 'by Friday', '12월 둘째 금요일', 'the second Friday of January', '25일까지', 'by the 10th', '내일', '12.1(화)');
    const lead = fc.constantFrom('년 ', '년', '년도 ', ' ', ', ', ' / ', '년의 ', '년 상반기 ', ' on ', '. ', ': ');
    const tail = fc.constantFrom(' ', ', ', ' of ', ' in ', ' (', '(', ', in ', ', of ');
    fc.assert(fc.property(year, day, lead, tail, fc.boolean(), (y, words, before, after, first) => {
      for (const found of findDates(first ? `${y}${before}${words}` : `${words}${after}${y}`, TUE)) if (found.certain) expect(found.date.slice(0, 4)).toBe(y);
    }), { numRuns: 2000 });
  });
});

describe('the week', () => {
  it.each([
    ['2주 뒤 금요일', '2026-12-11'], ['2주 후 금요일까지', '2026-12-11'], ['두 주 뒤 금요일', '2026-12-11'], ['일주일 뒤 금요일', '2026-12-04'], ['2주일 뒤의 금요일', '2026-12-11'], ['내주 금요일', '2026-12-04'], ['차주 금요일', '2026-12-04'], ['익주 금요일', '2026-12-04'], ['다담주 금요일', '2026-12-11'], ['다음 주의 금요일', '2026-12-04'],
    ['내일 모레까지', '2026-11-26'], ['낼모레', '2026-11-26'], ['다다음 달 10일', '2027-01-10'], ['다다음 달 말까지', '2027-01-31'], ['지난 금요일', '2026-11-20 ?'], ['다음 금요일', '2026-11-27 ?'],
    ['다음 주 월요일이나 목요일', '2026-11-30 2026-12-03'], ['다음 주 월·목요일', '2026-12-03'],
  ])('%s', (text, expected) => { expect(dates(text).join(' ')).toBe(expected); });

  it.each([
    ['Friday of next week', '2026-12-04'], ['Friday next week', '2026-12-04'], ['next week Friday', '2026-12-04'], ['next week on Friday', '2026-12-04'], ["next week's Friday", '2026-12-04'], ['Friday this week', '2026-11-27'], ['Friday of the week after next', '2026-12-11'], ['the week after next on Friday', '2026-12-11'], ['Thursday or Friday next week', '2026-12-03 2026-12-04'], ['next week Monday or Thursday', '2026-11-30 2026-12-03'],
    ['the 28th of next month', '2026-12-28'], ['by the 28th next month', '2026-12-28'], ['next Monday or Thursday', '2026-11-30 2026-11-26 ?'], ['later this week, by Friday', '2026-11-27'],
  ])('%s', (text, expected) => { expect(dates(text).join(' ')).toBe(expected); });

  it.each([
    '둘째 주 금요일', '그 다음 주 금요일', '그다음 주 금요일', '그 주 금요일', '해당 주 금요일', '격주 금요일', '몇 주 뒤 금요일', '2~3주 뒤 금요일', '한 달 뒤 금요일', '보름 뒤 금요일', '다다음 금요일', '지지난주 금요일', '전주 금요일까지', '3주차 금요일', '2주 이내 금요일', '다음 주 중으로 금요일까지', '제2주차 금요일', '오늘부터 2주 뒤', '금요일부터 3일 이내', '12월 10일 다음 날', '12월 10일 일주일 전까지',
    'Friday week', 'a week on Friday', 'two weeks from Friday', 'Friday in two weeks', 'Friday after next', 'quote 10 Dec, Friday after next', 'Friday of the first week', 'the second Friday', 'every other Friday', 'Friday of launch week', 'tomorrow week', 'a week from tomorrow', 'last week Friday', 'two weeks after 10 December', 'the week of 7 December', 'the day before 10 December',
  ])('no certain day in %s but those that are named', (text) => { expect(dates(text).filter((d) => !d.endsWith('?') && d !== '2026-12-10')).toEqual([]); });

  it.each(['two weeks after 10 December', 'the day before 10 December', '12월 10일 다음 날', '12월 10일 일주일 전까지'])('%s is not the day itself', (text) => { expect(findDue(text, TUE)).toBeNull(); });
});

describe('the nth weekday of a month', () => {
  it.each([
    ['12월 둘째 주 금요일', '2026-12-11'], ['12월 2주차 금요일', '2026-12-11'], ['12월 2째주 금요일까지', '2026-12-11'], ['12월 두 번째 금요일', '2026-12-11'], ['내년 1월 둘째 금요일', '2027-01-08'], ['다음 달 둘째 주 금요일', '2026-12-11'], ['12월 마지막 금요일', '2026-12-25'], ['11월 첫째 금요일', '2027-11-05'], ['2028년 12월 둘째 금요일', '2028-12-08'],
    ['the second Friday of January', '2027-01-08'], ['the 2nd Friday in Jan 2028', '2028-01-14'], ['last Friday of January', '2027-01-29'], ['first Monday of next month', '2026-12-07'], ['the last Friday of the month', '2026-11-27'], ['second Friday of December next year', '2027-12-10'],
  ])('%s', (text, expected) => { expect(dates(text)).toEqual([expected]); });

  it('is a doubt where counting weeks gives another day', () => {
    // 1 January 2027 is a Friday: is its week the first of January, or the last of December?
    expect(dates('1월 둘째 주 금요일')).toEqual(['2027-01-08 ?']);
    expect(dates('12월 첫째 주 월요일')).toEqual(['2026-12-07 ?']);
    expect(dates('12월 마지막 주 금요일')).toEqual(['2026-12-25 ?']);
  });

  it('is none where the month has no such day', () => {
    expect([dates('the fifth Friday of December'), dates('12월 다섯째 금요일')]).toEqual([[], []]);
  });
});

describe('numbers with a slash', () => {
  it('are month and day where the language is Korean', () => {
    expect([dates('12/3', 'ko'), dates('12/3 14:00', 'ko'), dates('12/3 demo', 'ko')]).toEqual([['2026-12-03'], ['2026-12-03 14:00'], ['2026-12-03']]);
    expect([dates('12/3', 'en'), dates('12/3'), dates('25/12', 'ko')]).toEqual([['2026-12-03 ?'], ['2026-12-03 ?'], ['2026-12-25']]);
  });
});
