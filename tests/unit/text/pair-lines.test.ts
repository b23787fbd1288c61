/** Lines that somebody edited find what they were made of, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, pairLines } from '@/utils/text/pair-lines';

describe('edited lines', () => {
  const known = ['ERP 버전은?', '서버는 어디에 두나요?', 'How many users?'];
  it.each<[string, string[], number[]]>([
    ['as they were', known, [0, 1, 2]], ['in another order, one left out', ['How many users?', 'ERP 버전은?'], [2, 0]], ['with other blanks', ['  How  many\nusers? '], [2]],
    ['put otherwise', ['ERP 버전은 무엇인가요?', '서버는 어디에 두실 건가요?'], [0, 1]], ['asking for something else', ['How many sites?', '서버는 누가 운영하나요?', 'SAP'], [-1, -1, -1]],
    ['twice: one of them is it', ['How many users?', 'How many users?'], [2, -1]], ['one as it was and one put otherwise', ['ERP 버전은 무엇인가요?', 'ERP 버전은?'], [-1, 0]], ['none', [], []], ['empty', [''], [-1]],
  ])('%s', (_what, lines, found) => { expect(pairLines(lines, known)).toEqual(found); });

  it('put otherwise only where that is allowed, but word for word everywhere', () => {
    expect(pairLines(['서버는 어디에 두실 건가요?', 'How many users?'], known, 1)).toEqual([-1, 2]);
  });

  it.each([
    ['ERP와 연동이 되나요?', 'MES와 연동이 되나요?'], ['1차 오픈까지 몇 주 걸리나요?', '2차 오픈까지 몇 주 걸리나요?'], ['How long does the first phase take?', 'How long does the second phase take?'],
    ['두 번째 창고도 대상인가요?', '세 번째 창고도 대상인가요?'], ['Does it have to work with Oracle?', 'Does it have to work with Tibero?'], ['Do they use iOS tablets in the warehouse?', 'Do they use tablets in the warehouse?'], ['３개 지점이 같이 쓰나요?', '5개 지점이 같이 쓰나요?'], ['서버는 몇 대 필요한가요?', '단말은 몇 대 필요한가요?'],
  ])('asking for something else by one name, digit, counting word or subject: %s', (known, line) => {
    expect(pairLines([line], [known])).toEqual([-1]);
    expect(pairLines([known], [line])).toEqual([-1]);
  });

  it.each([
    ['ERP와 연동이 되나요?', 'erp 와도 연동이 되나요?'], ['1차 오픈까지 몇 주 걸리나요?', '１차 오픈까지 몇 주나 걸릴까요?'], ['How long does the first phase take?', 'How long will the first phase take?'], ['예산은 얼마인가요?', '혹시 예산은 얼마인가요?'], ['does it run on Oracle?', 'Does it run on Oracle now?'],
  ])('put otherwise about the same: %s', (known, line) => { expect(pairLines([line], [known])).toEqual([0]); });

  it('find each text once, and all of them where nothing was changed', () => {
    const texts = fc.uniqueArray(fc.string({ minLength: 1 }).map(oneLine), { maxLength: 8 });
    fc.assert(fc.property(texts, texts, (lines, list) => {
      const found = pairLines(lines, list).filter((one) => one >= 0);
      expect(new Set(found).size).toBe(found.length);
      expect(pairLines(list, list)).toEqual(list.map((_, i) => i));
    }));
  });
});
