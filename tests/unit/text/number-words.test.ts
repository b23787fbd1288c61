/** The words around a number: its unit, what makes it no amount, and where it stands. */
import { describe, expect, it } from 'vitest';
import { findNumbers, parseNumbers } from '@/utils/text/parse-number';

const all = (text: string): string[] => parseNumbers(text).map((p) => `${p.value}${p.max === undefined ? '' : `~${p.max}`}|${p.unit}`);

describe('digits', () => {
  it.each<[string, string]>([
    ['3명입니다', '3|명'], ['3~5명', '3~5|명'], ['5 to 6 people', '5~6|people'], ['50-60k users', '50000~60000|users'], ['50k', '50000|'], ['-3%', '-3|%'], ['-50k users', '-50000|users'], ['10 % 절감', '10|%'], ['10퍼센트', '10|퍼센트'], ['3.5시간', '3.5|시간'], ['1,234,567원', '1234567|원'], ['12만 원', '120000|원'], ['12 만원', '120000|원'],
    ['8명 / 일', '8|명/일'], ['3 hours / day', '3|hours / day'], ['30여 명', '30|명'], ['3만여 건', '30000|건'], ['3개월', '3|개월'], ['3개', '3|개'], ['3줄짜리', '3|줄'], ['5회의', '5|회'], ['2천 자리', '2000|자리'], ['12팀', '12|팀'], ['3사', '3|사'], ['3 GB', '3|GB'], ['120 users', '120|users'], ['5.', '5|'], ['3번', '3|번'], ['7개씩', '7|개'], ['라인 4개로', '4|개'], ['12자리를', '12|자리'], ['12 federations', '12|federations'],
  ])('%s is %s', (text, expected) => { expect(all(text)).toEqual([expected]); });

  it.each(['3 and', '5 as', '120 used', '7 to be', '4 per', '9 until Friday', '6 excl. VAT', '5여'])('%s is a number of nothing in particular', (text) => { expect(all(text).map((one) => one.split('|')[1])).toEqual(['']); });

  it.each(['3차', '3번째', '3 번째', '3층', '3호기', '2시', '1st', '2nd', '3rd', '4th', '9 am', '3G', '5D', '5월', '3학년', 'x3', 'v2', '5)', '2026-12-10', '3:30', '5/10', '1.2.3', '6~5명'])('%s is no amount', (text) => { expect(all(text)).toEqual([]); });
});

describe('words', () => {
  it.each<[string, string]>([
    ['두 대', '2|대'], ['두 대는', '2|대'], ['두 대, 신형으로', '2|대'], ['열 개월간', '10|개월'], ['세 장을', '3|장'], ['두 번', '2|번'], ['한 개', '1|개'], ['열 명', '10|명'], ['스무 명', '20|명'], ['다섯에서 여섯 명', '5~6|명'], ['다섯에서 다섯 명', '5~5|명'], ['백이십 명', '120|명'], ['오십 명', '50|명'], ['일만 원', '10000|원'], ['만 원', '10000|원'],
    ['two people', '2|people'], ['two hours/day', '2|hours/day'], ['Sixty Hours', '60|Hours'],
  ])('%s is %s', (text, expected) => { expect(all(text)).toEqual([expected]); });

  it.each(['두 대신', '세 장소', '한 번', '만 일', '만일', '한 달', '열에서 다섯 명', '오 명', '십여 명', '수 천 명', '일이백 명', '백에서 일이백 명', 'one person', 'zero people', 'fifty is', 'twenty-five used', 'two', 'five zero users'])('%s is no amount', (text) => { expect(all(text)).toEqual([]); });
});

describe('one number, or two', () => {
  it.each<[string, string[]]>([
    ['1만2,500명', ['12500|명']], ['1만 2,500명', ['12500|명']], ['1만 2,500', ['12500|']], ['3만 5,000건, 3명', ['35000|건', '3|명']], ['1억 1,234만 5,000명', ['112345000|명']], ['1만2,50명', []], ['1천 2,500명', []],
    ['1만명~2만명', ['10000~20000|명']], ['100명에서 200명', ['100~200|명']], ['3개월~6개월', ['3~6|개월']], ['100 users to 200 users', ['100~200|users']], ['3명에서 5개', ['3|명', '5|개']], ['100명에서 200명으로 늘림', []], ['200명~100명', []],
    ['50k-70k users', ['50000~70000|users']], ['50k to 70k users', ['50000~70000|users']], ['1.5M users', ['1500000|users']], ['1.5 million users', ['1500000|users']], ['2 m', ['2|m']],
    ['100명은 아니고 80명', ['80|명']], ['not 100 but 80 users', ['80|users']], ['30건은 너무 많음', ['30|건']],
  ])('%s', (text, expected) => { expect(all(text)).toEqual(expected); });
});

describe('places', () => {
  it('are in order, whichever was read first, and cover number and unit', () => {
    expect(findNumbers('서른두 곳, 120명, sixty hours')).toEqual([
      { value: 32, unit: '곳', start: 0, end: 5 }, { value: 120, unit: '명', start: 7, end: 11 }, { value: 60, unit: 'hours', start: 13, end: 24 },
    ]);
    expect(parseNumbers('120명')).toStrictEqual([{ value: 120, unit: '명' }]);
    expect(all('3 명과 5 명')).toEqual(['3|명', '5|명']);
  });

  it('are looked for in the first 2,000 characters', () => {
    expect([all(`${'가'.repeat(1990)} 120명`), all(`${'가'.repeat(2000)} 120명`)]).toEqual([['120|명'], []]);
  });
});
