/** Numbers as they are said in calls (domain.md §6 no. 23 and 24). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryUnit, digitsWithUnits, englishNumeral, koreanNumeral } from '@/utils/text/numerals';
import { findNumbers, parseNumbers } from '@/utils/text/parse-number';
import { spent } from '../../harness/spent';

const n = (value: number, unit: string, max?: number): object => ({ value, unit, ...(max === undefined ? {} : { max }) });

describe('one number', () => {
  it.each([
    ['1,234', 1234], ['8천', 8000], ['3만5천', 35_000], ['1억 2천만', 120_000_000], ['1억2천', 120_000_000], ['1.5억', 150_000_000], ['5백만', 5_000_000], ['0.1', 0.1], ['2만 3000', 23_000], ['1억 500만', 105_000_000],
  ])('reads %s', (text, value) => { expect(digitsWithUnits(text)).toBe(value); });
  it.each(['', '1,2', '12,34', '억', '1만 2억', '1.2.3', '1,234,5', 'x'])('does not read %s', (text) => { expect(digitsWithUnits(text)).toBeNull(); });
  it.each([['열두', 12], ['스무', 20], ['스물일곱', 27], ['서른두', 32], ['마흔', 40], ['백이십', 120], ['십오만', 150_000], ['팔천만', 80_000_000], ['일억오천', 150_000_000], ['일억', 100_000_000], ['삼십', 30]])('reads %s', (text, value) => {
    expect(koreanNumeral(text)).toBe(value);
  });
  it.each(['', '일', '이', '일이', '만만', '사람', '십오육'])('does not read %s', (text) => { expect(koreanNumeral(text)).toBeNull(); });
  it.each([['four hundred and twenty', 420], ['forty-five', 45], ['a hundred and twenty', 120], ['ninety thousand', 90_000], ['two million', 2_000_000], ['twelve', 12], ['three hundred', 300]])('reads %s', (text, value) => {
    expect(englishNumeral(text)).toBe(value);
  });
  it.each(['', 'five six', 'twenty twelve', 'cat'])('does not read %s', (text) => { expect(englishNumeral(text)).toBeNull(); });
  it.each([['8천', '1억', 80_000_000], ['3', '5만', 30_000], ['3', '5천만', 30_000_000], ['2천', '3만', 2000], ['8', '10', 8], ['5천', '8천만', 50_000_000], ['팔천', '일억', 80_000_000]])('lends the unit: %s to %s', (a, b, low) => {
    expect(carryUnit(a, b)).toBe(low);
  });
  it.each([['10', '8'], ['8', '1억'], ['8', '1억2'], ['9만', '8만']])('has a doubt about %s to %s', (a, b) => { expect(carryUnit(a, b)).toBeNull(); });
});

describe('numbers in a sentence', () => {
  it.each([
    ['8~10명', [n(8, '명', 10)]],
    ['8천에서 1억', [n(80_000_000, '', 100_000_000)]],
    ['3~5만 건', [n(30_000, '건', 50_000)]],
    ['오출고 열두 건', [n(12, '건')]], ['1.5 hours', [n(1.5, 'hours')]], ['1.125 million rows', [n(1_125_000, 'rows')]],
    ['건당 배상이 십오만 원쯤', [n(150_000, '원')]],
    ['지점이 서른두 곳이고, 본사까지 하면 한 백이십 명 정도', [n(32, '곳'), n(120, '명')]],
    ['냉동 만두 마흔 박스가', [n(40, '박스')]],
    ['여덟 명이 붙어서', [n(8, '명')]],
    ['스물일곱 곳입니다', [n(27, '곳')]],
    ['세 군데 비교 견적', [n(3, '군데')]],
    ['약 120명입니다', [n(120, '명')]],
    ['3만5천 건', [n(35_000, '건')]],
    ['40% 인상', [n(40, '%')]],
    ['500개월', [n(500, '개월')]],
    ['최근 3개월 3건, 11월에만 2건', [n(3, '개월'), n(3, '건'), n(2, '건')]],
    ['2 people, 60 hours/month', [n(2, 'people'), n(60, 'hours/month')]],
    ["four hundred and twenty requesters and sixty approvers", [n(420, 'requesters'), n(60, 'approvers')]],
    ['roughly sixty hours a month', [n(60, 'hours')]],
    ['8-10 people', [n(8, 'people', 10)]],
    ['8 to 10 days', [n(8, 'days', 10)]],
    ['50k users', [n(50_000, 'users')]],
    ['-20% 절감', [n(-20, '%')]],
    ['about 300', [n(300, '')]],
    ['100여 곳', [n(100, '곳')]],
  ])('reads %s', (text, parts) => { expect(parseNumbers(text)).toEqual(parts); });

  it.each(['', 'fifty', '12.000 users', '10~12.000명', 'A-07', 'ISO27001', '2차 미팅', '09시 집중', '09:30', '24/7', '3/16', '한 번 더 확인', '이 건은', '몇 백 명', '수십 명', '1) 첫째', '010-1234-5678', '6월 내부 감사', '10~8명', 'no one knows', 'v2.1.3', '세대 수', '만일 안 되면'])('reads nothing in %s', (text) => {
    expect(parseNumbers(text)).toEqual([]);
  });

  it('reads the practice answers of type number', () => {
    expect(parseNumbers('실사 8명×2일/월, 오출고 12건/월×150,000원 = 1,800,000원/월')).toEqual([n(8, '명'), n(2, '일/월'), n(12, '건/월'), n(150_000, '원'), n(1_800_000, '원/월')]);
    expect(parseNumbers('지점 27곳(32곳에서 정정), 전체 약 120명(재확인 요청), 09시 집중, 동시 접속 모름')).toEqual([n(27, '곳'), n(32, '곳'), n(120, '명')]);
    expect(parseNumbers('420 requesters, 60 approvers, 5 admins = 485')).toEqual([n(420, 'requesters'), n(60, 'approvers'), n(5, 'admins'), n(485, '')]);
    expect(parseNumbers('2 people, 60 hours/month; GBP 90,000 accrued by guesswork last quarter')).toEqual([n(2, 'people'), n(60, 'hours/month'), n(90_000, '')]);
  });

  it('reads back every number that is written in digits, grouped or not', () => {
    fc.assert(fc.property(fc.nat({ max: 999_999_999 }), (value) => {
      expect(parseNumbers(`약 ${value}명`)).toEqual([n(value, '명')]);
      expect(parseNumbers(`${value.toLocaleString('en-US')} people`)).toEqual([n(value, 'people')]);
    }));
  });

  it('never throws, and finds stand in order inside the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9일이십백천만억~,. 명건원a-k/-]{0,30}$/u)), (text) => {
      let end = 0;
      for (const one of findNumbers(text)) {
        expect(one.start).toBeGreaterThanOrEqual(end);
        expect(Number.isFinite(one.value)).toBe(true);
        if (one.max !== undefined) expect(one.max).toBeGreaterThanOrEqual(one.value);
        end = one.end;
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }));
  });

  it('takes no longer for a hostile text', () => {
    expect(spent(() => {
      for (const text of ['1'.repeat(5000), '1,'.repeat(3000), '만'.repeat(5000), '열'.repeat(5000), 'one '.repeat(2000), '1 '.repeat(3000)]) parseNumbers(text);
    })).toBeLessThan(1500);
  });
});
