/** Where a date could be read wrongly: on the day itself, over a month's end, beside other words and other dates. */
import { describe, expect, it } from 'vitest';
import { findDates } from '@/utils/time/find-dates';

/** A Tuesday and a Friday. */
const [TUE, FRI] = ['2026-11-24', '2026-12-04'];
const dates = (text: string, base: string): string[] => findDates(text, base).map((f) => `${f.date}${f.time ? ` ${f.time}` : ''}${f.certain ? '' : ' ?'}`);

describe('on the day itself', () => {
  it.each([
    ['11월 말까지', '2026-11-30', '2026-11-30'], ['end of November', '2026-11-30', '2026-11-30'], ['24일까지', TUE, '2026-11-24'], ['이번 주 화요일', TUE, '2026-11-24'], ['by the 4th', FRI, '2026-12-04'], ['11월 말까지', '2026-12-01', '2027-11-30'],
    ['last Friday', FRI, '2026-11-27 ?'], ['last Thursday', FRI, '2026-12-03 ?'],
  ])('%s, said on %s', (text, base, expected) => { expect(dates(text, base)).toEqual([expected]); });
});

describe('a day of the month alone', () => {
  it.each([
    ['20일까지', TUE, '2026-12-20'], ['30일까지', '2027-02-01', '2027-03-30'], ['31일까지', '2026-11-30', '2026-12-31'], ['by the 3rd', FRI, '2027-01-03'], ['2월 29일', TUE, '2028-02-29'], ['2월 29일', '2096-03-01', '2104-02-29'],
  ])('%s, said on %s, is the next there is', (text, base, expected) => { expect(dates(text, base)).toEqual([expected]); });

  it.each([
    ['Friday the tenth', '2026-12-10 ?'], ['Sunday the 13th', '2026-12-13'], ['Sunday the 14th', '2026-12-14 ?'], ['Friday the 11th', '2026-12-11'],
  ])('%s: the weekday has to be that day’s', (text, expected) => { expect(dates(text, FRI)).toEqual([expected]); });

  it('that no month has is no error', () => {
    expect(dates('Friday the 32nd', FRI)).toEqual(['2026-12-11']);
    expect(() => dates('Fri 31 Feb', FRI)).not.toThrow();
    expect([dates('Feb 30', FRI), dates('by the 32nd', FRI)]).toEqual([[], []]);
  });
});

describe('numbers with a slash', () => {
  it.each([
    ['24/12', '2026-12-24'], ['12/7', '2026-12-07 ?'], ['7/24', '2027-07-24'], ['11/12', '2027-11-12 ?'], ['12/12', '2026-12-12'], ['12/13', '2026-12-13'], ['13/12', '2026-12-13'],
  ])('%s in an English sentence', (text, expected) => { expect(dates(text, FRI)).toEqual([expected]); });

  it.each([
    ['매출 1/3 정도', '2027-01-03 ?'], ['인원의 1/3정도', '2027-01-03 ?'], ['예산의 1/3만 남음', '2027-01-03 ?'], ['비용을 1/2로 줄이고', '2027-01-02 ?'], ['비용을 1/2로줄이고', '2027-01-02 ?'], ['1/2 이하', '2027-01-02 ?'],
    ['12/10까지 3명 정도', '2026-12-10'], ['3/1 만나요', '2027-03-01'], ['12/10 이전 완료', '2026-12-10'],
  ])('%s in a Korean one: a share is a doubt', (text, expected) => { expect(dates(text, TUE)).toEqual([expected]); });
});

describe('weekdays in English', () => {
  it.each([
    ['by sat', '2026-12-05'], ['by  sat', '2026-12-05'], ['by the sat', '2026-12-05'], ['by the  sat', '2026-12-05'], ['on Sun', '2026-12-06'], ['sunday', '2026-12-06'], ['see you saturday', '2026-12-05'], ['Sunday', '2026-12-06'], ['Saturday works', '2026-12-05'], ['Wed works', '2026-12-09'],
    ['last call Friday', '2026-12-11'], ['last  Friday', '2026-11-27 ?'], ['next Friday', '2026-12-11'], ['and tonight', '2026-12-04'],
  ])('%s', (text, expected) => { expect(dates(text, FRI)).toEqual([expected]); });

  it.each(['it is on us: we sat there', 'The Sun rises', 'Sat down', 'they wed', 'mon ami', 'in the sun', 'may 5 people join'])('leaves the words of "%s" alone', (text) => { expect(dates(text, FRI)).toEqual([]); });

  it.each([['the fifth of may', '2027-05-05'], ['5th may', '2027-05-05'], ['May 5', '2027-05-05'], ['wed 5 may', '2027-05-05'], ['5 may 2027', '2027-05-05'], ['5 May', '2027-05-05']])('knows the month in "%s"', (text, expected) => { expect(dates(text, FRI)).toEqual([expected]); });
});

describe('Korean weeks, months and years', () => {
  it.each([
    ['12월 말 까지', '2026-12-31'], ['월말', '2026-11-30'], ['12월 말', '2026-12-31'], ['다음 달 말까지', '2026-12-31'], ['작년 3월 1일', '2025-03-01 ?'], ['올해 12월 1일', '2026-12-01'], ['이번 달 30일', '2026-11-30'], ['내달 5일', '2026-12-05'], ['차주 목요일', '2026-12-03'], ['차차주 목요일', '2026-12-10'], ['이번 주 일요일', '2026-11-29'],
    ['글피', '2026-11-27'], ['내일(수요일) 10시', '2026-11-25 10:00'], ['모레 목요일까지', '2026-11-26'], ['내일 목요일', '2026-11-25 ?'], ['지난번 12월 3일로 정한 것', '2026-12-03'],
  ])('%s', (text, expected) => { expect(dates(text, TUE)).toEqual([expected]); });

  it.each(['지난3월 1일', '작년 12월 3일간'])('leaves %s alone', (text) => { expect(dates(text, TUE)).toEqual([]); });
});

describe('"the Tuesday after"', () => {
  it('counts from the nearest date before it', () => {
    expect(dates('quote by 11 Dec, then the Tuesday after', FRI)).toEqual(['2026-12-11', '2026-12-15']);
    expect(dates('quote by 11 Dec, demo 18 Dec, then the Tuesday after', FRI)).toEqual(['2026-12-11', '2026-12-18', '2026-12-22']);
    expect(dates('demo on 29 January, and the Monday after, the first, we decide', FRI)).toEqual(['2027-01-29', '2027-02-01']);
  });

  it('does not count from a date that comes later', () => {
    expect(dates('the Tuesday after, or 18 Dec', FRI)).toEqual(['2026-12-08 ?', '2026-12-18']);
  });
});

describe('several dates', () => {
  it('keep their own time: it is never taken twice, and never lost to the next one', () => {
    expect(dates('12/10 14:00 내일', TUE)).toEqual(['2026-12-10 14:00', '2026-11-25']);
    expect(dates('내일 오후 2시, 12/10', TUE)).toEqual(['2026-11-25 14:00', '2026-12-10']);
    expect(dates('call tomorrow at 2 pm, 11 Dec the quote', FRI)).toEqual(['2026-12-05 14:00', '2026-12-11']);
    const [first, second] = findDates('12/10 14:00 내일', TUE);
    expect([first?.text, second?.text, second?.index, second?.length]).toEqual(['12/10 14:00', '내일', 12, 2]);
  });

  it('share no words: neither a weekday nor a time reaches into another date', () => {
    expect(findDates('12월 말 금요일', TUE).map((f) => f.text)).toEqual(['12월 말', '금요일']);
    expect(findDates('내일 10:30일까지', TUE).map((f) => [f.text, f.date])).toEqual([['내일', '2026-11-25'], ['30일', '2026-11-30']]);
  });

  it('are all found where no space parts them', () => {
    expect(dates('12월 3일12월 4일', TUE)).toEqual(['2026-12-03', '2026-12-04']);
    expect(dates('내일12월 4일', TUE)).toEqual(['2026-11-25', '2026-12-04']);
    expect(dates('12/10내일 14:00', TUE)).toEqual(['2026-12-10', '2026-11-25 14:00']);
  });

  it('are looked for in the first 5,000 characters', () => {
    expect(dates(`${'가'.repeat(4990)} 내일`, TUE)).toEqual(['2026-11-25']);
    expect(dates(`${'가'.repeat(5000)} 내일`, TUE)).toEqual([]);
  });
});
