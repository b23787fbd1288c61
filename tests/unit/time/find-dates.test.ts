/** Dates in sentences (domain.md §6 no. 25): right, or left alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, findDue } from '@/utils/time/find-dates';
import { isPlainDate } from '@/utils/time/plain-date';
import { spent } from '../../harness/spent';

/** Tue 24 November 2026, the day of s1; Fri 4 December 2026 is the day of s2. */
const [TUE, FRI] = ['2026-11-24', '2026-12-04'];
const dates = (text: string, base: string): string[] => findDates(text, base).map((f) => `${f.date}${f.time ? ` ${f.time}` : ''}${f.certain ? '' : ' ?'}`);

describe('Korean', () => {
  it.each([
    ['목요일까지', '2026-11-26'], ['2026-12-10', '2026-12-10'], ['2026.12.10', '2026-12-10'], ['2026. 12. 10.(목)', '2026-12-10'], ['2026년 12월 10일', '2026-12-10'],
    ['견적 12/10', '2026-12-10'], ['12/10(목)까지 견적', '2026-12-10'], ['12월 10일', '2026-12-10'], ['내년 3월 1일', '2027-03-01'], ['3월 1일에는 열려 있어야', '2027-03-01'], ['11월 24일', '2026-11-24'],
    ['다음 주 수요일', '2026-12-02'], ['다음주 수욜', '2026-12-02'], ['다다음 주 월요일', '2026-12-07'], ['이번 주 금요일', '2026-11-27'], ['화요일', '2026-12-01'],
    ['내일', '2026-11-25'], ['모레', '2026-11-26'], ['내일모레', '2026-11-26'], ['오늘 중으로', '2026-11-24'], ['월말까지', '2026-11-30'], ['12월 말까지', '2026-12-31'], ['다음 달 10일', '2026-12-10'], ['25일까지', '2026-11-25'],
    ['12월 10일 목요일까지', '2026-12-10'], ['12월 3일 목요일 오후 두 시', '2026-12-03 14:00'], ['2026-12-03 14:00', '2026-12-03 14:00'], ['2026. 12. 3. 오후 2시', '2026-12-03 14:00'], ['2026. 12. 3. 14:00', '2026-12-03 14:00'], ['2026.12.03. 2:00 PM', '2026-12-03 14:00'], ['납기는 2026. 12. 3. 3명 투입', '2026-12-03'], ['내일 오전 10시 반', '2026-11-25 10:30'], ['12월 3일 두 시', '2026-12-03'],
    ["'26. 12. 1.(화) 14:00", '2026-12-01 14:00'], ['’26.12.01', '2026-12-01'], ['26.12.01 14:00', '2026-12-01 14:00'], ['26.12.1(화) 오후 2시', '2026-12-01 14:00'], ['12.1(화) 14시', '2026-12-01 14:00'], ['12. 1.(화)', '2026-12-01'], ['12.1(수)', '2026-12-01 ?'], ['12/1(화) PM 2:00', '2026-12-01 14:00'],
    ['12월 10일 수요일', '2026-12-10 ?'], ['이번 주 월요일', '2026-11-23 ?'], ['지난주 목요일', '2026-11-19 ?'], ['내일 열한 시', '2026-11-25 11:00'], ['내일 3시간 회의', '2026-11-25'], ['내일 오전 12:30', '2026-11-25 00:30'],
  ])('%s', (text, expected) => { expect(dates(text, TUE)).toEqual([expected]); });

  it.each(['다음 달 초', '조만간', '곧', '매주 목요일', '목요일마다', '월말마다 이틀씩', '안내일정', '12월 3일간', '요일별 매출', '13월 1일', '2월 30일', '지난 3월 1일', '3월', '20일까지 걸립니다', '2027년 3월', '1.2.3', '12026-12-10', '버전 26.12.01', '10.12.1.3', '3.5(화면 기준)', '12.1%'])('leaves %s alone', (text) => {
    expect(dates(text, TUE)).toEqual([]);
  });

  it('finds several, in order', () => {
    expect(dates('네, 12월 10일 목요일까지 개산 견적을 드리고 12월 3일 목요일 오후 두 시 어떠세요?', TUE)).toEqual(['2026-12-10', '2026-12-03 14:00']);
    expect(dates('3/1인가 3/10인가', TUE)).toEqual(['2027-03-01', '2027-03-10']);
    expect(dates('1/3 정도', TUE)).toEqual(['2027-01-03 ?']);
    expect(dates('월말 실사표 출력', TUE)).toEqual(['2026-11-30 ?']);
  });
});

describe('English', () => {
  it.each([
    ['by Wed 9 Dec', '2026-12-09'], ['Friday the eleventh', '2026-12-11'], ['11 Dec', '2026-12-11'], ['March 1', '2027-03-01'], ['tomorrow', '2026-12-05'], ['the day after tomorrow', '2026-12-06'],
    ['next Friday', '2026-12-11'], ['Monday', '2026-12-07'], ['by friday', '2026-12-11'], ['Wed, Dec 9', '2026-12-09'], ['December 9th, 2026', '2026-12-09'], ['the first of April', '2027-04-01'], ['31st march', '2027-03-31'],
    ['end of the month', '2026-12-31'], ['by the 11th', '2026-12-11'], ['11 Dec at 10 am', '2026-12-11 10:00'], ['10 am on Tuesday', '2026-12-08 10:00'], ['2:30 pm tomorrow', '2026-12-05 14:30'], ['2026-12-15 10:00', '2026-12-15 10:00'], ['2026-12-15T10:00', '2026-12-15 10:00'],
    ['Tue 9 Dec', '2026-12-09 ?'], ['12/10', '2026-12-10 ?'], ['25/12', '2026-12-25'], ['12/15/2026 2:00 PM', '2026-12-15 14:00'], ['25/12/2026', '2026-12-25'], ['12/01/2026', '2026-12-01 ?'], ['12/25', '2026-12-25'], ['May 5', '2027-05-05'], ['last Friday', '2026-11-27 ?'], ['11 December 2027', '2027-12-11'], ['end of January', '2027-01-31'],
  ])('%s', (text, expected) => { expect(dates(text, FRI)).toEqual([expected]); });

  it.each(['soon', 'next month', 'early March', 'in March 2027', 'mid-March', 'every Friday', 'Mondays', 'we sat there', 'the sun', 'month-end journal export', '24/7', '60 approvers, 12 may leave', 'march on', '3/4/5', '40/60'])('leaves %s alone', (text) => {
    expect(dates(text, FRI)).toEqual([]);
  });

  it('counts "the Tuesday after" from the date before it', () => {
    expect(dates("We'll send it by Friday the eleventh. Shall we meet the Tuesday after, the fifteenth, at ten?", FRI)).toEqual(['2026-12-11', '2026-12-15 10:00']);
    expect(dates('Tuesday after', FRI)).toEqual(['2026-12-08 ?']);
  });
});

describe('findDue', () => {
  it('is the first certain date', () => {
    expect([findDue('목요일까지', TUE), findDue('by Wed 9 Dec', FRI), findDue('entity-level approval limits, confirm by Wed 9 Dec', FRI), findDue('12/10 or 11 Dec', FRI), findDue('soon', FRI), findDue('', FRI)]).toEqual(['2026-11-26', '2026-12-09', '2026-12-09', '2026-12-11', null, null]);
  });
});

describe('invariants', () => {
  const words = fc.constantFrom('12월', ' 10일', '목요일', ' 오후', ' 두 시', '다음 주 ', '내일', '12/10', ' Fri', 'day', ' the', ' 11th', ' Dec', ' 2026', '-12', '.', ' at 10', ' am', '까지', '(목)', ' may ', '월말', ' after');
  it('finds real dates, in order, whose words are in the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(words, { maxLength: 12 }).map((w) => w.join(''))), (text) => {
      let end = 0;
      for (const f of findDates(text, TUE)) {
        expect(isPlainDate(f.date)).toBe(true);
        expect(text.slice(f.index, f.index + f.length)).toBe(f.text);
        expect(f.index).toBeGreaterThanOrEqual(end);
        if (f.time) expect(f.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/u);
        end = f.index + f.length;
      }
    }), { numRuns: 500 });
  });

  it('has no answer without a day to start from, and is quick on hostile texts', () => {
    expect(findDates('내일', '')).toEqual([]);
    expect(spent(() => {
      for (const text of ['1'.repeat(9000), '1 '.repeat(5000), '목요일'.repeat(3000), ' '.repeat(9000), '12월 '.repeat(2000), 'the '.repeat(2000), '2026-'.repeat(2000)]) findDates(text, TUE);
    })).toBeLessThan(2000);
  });
});
