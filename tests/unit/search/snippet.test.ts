/** What of a long text is shown as a result: the words that were looked for, and whole characters around them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight, snippet } from '@/utils/search/highlight';
import { parseQuery } from '@/utils/search/query';

const marks = (text: string, query: string): string[] => highlight(text, parseQuery(query)).map(({ from, to }) => text.slice(from, to));
const shown = (text: string, query: string): string => snippet(text, highlight(text, parseQuery(query))).map((p) => (p.marked ? `[${p.text}]` : p.text)).join('');

describe('marks', () => {
  it.each([
    ['창고 재고가 재고다', '재고', ['재고', '재고']], ['서버실 온도, 온도', '온도 서버', ['서버', '온도', '온도']], ['ＥＲＰ 연동', 'erp', ['ＥＲＰ']], ['재 고', '재고', ['재 고']], ['Café', 'cafe', ['Café']], ['재고 파악', 'ㅈㄱ', ['재고']], ['ㅋㅋㅋㅋ', 'ㅋㅋ', ['ㅋㅋㅋㅋ']],
    ['재고관리', '재고 고관', ['재고관']], ['재고관리', '재고관 고', ['재고관']], ['가나', '다', []], ['', '재고', []],
  ])('in %j for %j are %j', (text, query, wanted) => { expect(marks(text, query)).toEqual(wanted); });

  it('that touch become one, and those with a letter between stay two', () => {
    expect([marks('재고관리', '재고 관리'), marks('재고와관리', '재고 관리')]).toEqual([['재고관리'], ['재고', '관리']]);
  });
});

describe('a short text', () => {
  it.each([['창고 재고가 안 맞음', '재고', '창고 [재고]가 안 맞음'], ['재고', '재고', '[재고]'], ['맞음', '재고', '맞음'], ['재고와 재고', '재고', '[재고]와 [재고]'], ['', '재고', '']])('%j is shown whole', (text, query, wanted) => { expect(shown(text, query)).toBe(wanted); });

  it('of exactly the length shown is not cut, one letter more is', () => {
    expect(shown('가'.repeat(240), '재고')).toBe('가'.repeat(240));
    expect(shown('가'.repeat(241), '재고')).toMatch(/^가+…$/u);
  });
});

describe('a long text', () => {
  const before = '앞 글자 '.repeat(80);
  const after = ' 뒷 글자'.repeat(80);

  it('is cut around the first mark, between words, and says that it is cut', () => {
    const text = shown(`${before}재고${after}`, '재고');
    expect(text).toMatch(/^…(앞|글자) .*글자 \[재고\] 뒷 글자.*…$/u);
    expect(text.indexOf('[')).toBeGreaterThan(30);
    expect(text.indexOf('[')).toBeLessThanOrEqual(51);
    expect(text.length).toBeLessThanOrEqual(240 + 4);
    expect(text.length).toBeGreaterThan(200);
  });

  it('begins at its beginning where the first mark is near it', () => {
    expect(shown(`${'가'.repeat(50)}재고${after}`, '재고')).toMatch(/^가{50}\[재고\]/u);
    expect(shown(`${'가'.repeat(51)}재고${after}`, '재고')).toMatch(/^…가{50}\[재고\]/u);
  });

  it('shows a mark whole however long it is, and leaves out those that would be cut', () => {
    const long = '재'.repeat(300);
    expect(shown(`${long}고`, long)).toBe(`[${long}]…`);
    expect(shown(`재고 ${'가'.repeat(230)}${'나'.repeat(40)}`, '재고 나나나나나나나나나나나나나나나나나나나나나나나나나나나나나나')).not.toContain('[나');
  });

  it('never cuts a character that a reader sees as one', () => {
    const family = '👩🏽‍💻';
    for (let shift = 0; shift < 12; shift += 1) {
      const text = snippet(`${'x'.repeat(shift)}${family.repeat(60)}재고${family.repeat(60)}`, highlight(`${'x'.repeat(shift)}${family.repeat(60)}재고${family.repeat(60)}`, parseQuery('재고'))).map((p) => p.text).join('');
      expect(text.replaceAll(family, '').replace(/x/gu, '')).toBe('…재고…');
    }
  });

  it('is one part of the text as it was written, with its first mark in it', () => {
    const word = fc.constantFrom('재고', '서버 실', '가', 'é', '👩🏽‍💻', ' ', 'abc', '\n');
    fc.assert(fc.property(fc.array(word, { maxLength: 250 }), (parts) => {
      const text = parts.join('');
      const ranges = highlight(text, parseQuery('재고 서버실'));
      const pieces = snippet(text, ranges);
      const whole = pieces.map((p) => p.text).join('');
      const bare = whole.replace(/^…/u, '').replace(/…$/u, '');
      expect(text).toContain(bare);
      expect(whole.startsWith('…') || text.startsWith(bare)).toBe(true);
      expect(whole.endsWith('…') || text.endsWith(bare)).toBe(true);
      const first = ranges[0];
      expect(pieces.find((p) => p.marked)?.text).toBe(first && text.slice(first.from, first.to));
      for (const { text: said, marked } of pieces) expect(marked && !ranges.some((r) => text.slice(r.from, r.to) === said)).toBe(false);
    }));
  });
});
