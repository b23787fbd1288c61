import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDoc } from '@/utils/search/chunk';
import { emptyChunk, readyChunk, rewriteChunk } from '@/utils/search/chunk';
import { searchChunks } from '@/utils/search/search';
import { fold, foldWithMap } from '@/utils/search/fold';
import { highlight } from '@/utils/search/highlight';
import { parseQuery } from '@/utils/search/query';

function chunkWith(...texts: string[]) {
  const docs: SearchDoc[] = texts.map((text, i) => ({ key: `notes:${String(i)}`, at: i, texts: [text] }));
  return readyChunk(rewriteChunk(emptyChunk(), new Set(), docs));
}

function finds(query: string, text: string): boolean {
  return [...searchChunks([chunkWith('전혀 다른 글', text)], parseQuery(query)).hits].some((h) => h.key === 'notes:1');
}

const letters = fc.constantFrom(...'재고서버실확인값뷁ㄱㅏaZé　ＡＢ한글 .,1９？İßΣς日本が', '👩🏽‍💻', 'e\u0301', '\u1112\u1161\u11ab', '🇰🇷', ' ');
const texts = fc.array(letters, { minLength: 0, maxLength: 30 });

describe('searching', () => {
  it.each([
    ['재고', '창고 재고가 안 맞음'], ['ㅈㄱ', '창고 재고가 안 맞음'], ['ㅈ고', '재고 파악'], ['재ㄱ', '재고 파악'],
    ['ERP연동', 'ERP 연동 범위'], ['erp 연동', '연동은 ＥＲＰ부터'], ['서버실에서', '서버실 온도'], ['서버시', '서버실 온도'],
    ['cafe', 'Café'], ['재고'.normalize('NFD'), '재고'], ['재고', '재고'.normalize('NFD')], ['ㄳ', '검사'], ['온도 서버', '서버실 온도'],
    ['1200명', '하루 1,200명'], ['1,200', '1200건'], ['01012345678', '010-1234-5678'], ['재고 실사', '재고·실사'], ['email', 'e-mail 주소'], ['고객사와의', '고객사 담당자'], ['회의록 공유해', '회의록을 공유한다'], ['공유했습니다', '공유 완료'], ['배송에서의', '배송 지연'],
  ])('%s finds %s', (query, text) => { expect(finds(query, text)).toBe(true); });

  it.each([['재고 없음', '재고 있음'], ['ㅈ교', '재고'], ['ㅁㅈ', '재고'], ['글끝', '글'], [' ', '재고'], [',', '재고, 실사'], ['해', '공유'], ['도해', '도면']])('%s doesn’t find %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('finds nothing across two rows or texts', () => {
    expect([...searchChunks([chunkWith('재', '고')], parseQuery('재고')).hits]).toEqual([]);
  });

  it('puts the word as typed before a looser one', () => {
    expect([...searchChunks([chunkWith('서버실에서 봄', '서버실 온도')], parseQuery('서버실에서')).hits].map((h) => h.key)).toEqual(['notes:0', 'notes:1']);
  });

  it('puts the newest first and takes rows out without a trace', () => {
    const chunk = chunkWith('재고 하나', '재고 둘', '재고 셋');
    expect([...searchChunks([chunk], parseQuery('재고')).hits].map((h) => h.at)).toEqual([2, 1, 0]);
    const without = rewriteChunk(chunk, new Set(['notes:1']), []);
    expect(without.text).toBe('재고하나\n재고셋\n');
  });

  it('puts rows of many chunks in one order of time, each once, as sorting them would', () => {
    const row = fc.record({ at: fc.integer({ min: 0, max: 20 }), text: fc.constantFrom('재고 하나', '서버실', '재고 서버실') });
    fc.assert(fc.property(fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 6 }), (parts) => {
      const chunks = parts.map((rows, c) => readyChunk(rewriteChunk(emptyChunk(), new Set(), rows.map(({ at, text }, i) => ({ key: `notes:${String(c)}-${String(i)}`, at, texts: [text] })))));
      const hits = [...searchChunks(chunks, parseQuery('재고')).hits];
      const wanted = parts.flatMap((rows, c) => rows.flatMap(({ at, text }, i) => (text.includes('재고') ? [{ key: `notes:${String(c)}-${String(i)}`, at }] : [])));
      expect(hits.map((h) => h.at)).toEqual(wanted.map((h) => h.at).sort((a, b) => b - a));
      expect(new Set(hits.map((h) => h.key))).toEqual(new Set(wanted.map((h) => h.key)));
      for (const hit of hits) expect(wanted).toContainEqual(hit);
      expect([...searchChunks(chunks, parseQuery('재고 서버실')).hits]).toHaveLength(parts.flat().filter(({ text }) => text === '재고 서버실').length);
    }));
  });

  it('folds idempotently, and NFC and NFD alike', () => {
    fc.assert(fc.property(texts, (parts) => {
      const text = parts.join('');
      expect(fold(fold(text))).toBe(fold(text));
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      expect(foldWithMap(text).folded).toBe(fold(text));
    }), { numRuns: 500 });
  });

  it('finds a text by each of its parts, and marks whole characters that say the same', () => {
    fc.assert(fc.property(texts, fc.nat(), fc.nat(), (parts, a, b) => {
      const text = parts.join('');
      const whole = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map((s) => s.segment);
      const from = a % (whole.length + 1);
      const part = whole.slice(from, from + 2 + (b % 10)).join('');
      const words = parseQuery(part);
      if (words.length === 0) return;
      expect(finds(part, text)).toBe(true);
      const ends = new Set<number>([0]);
      whole.reduce((n, s) => { ends.add(n + s.length); return n + s.length; }, 0);
      const marked = highlight(text, words);
      expect(marked.length).toBeGreaterThan(0);
      for (const { from: f, to } of marked) {
        expect(ends.has(f) && ends.has(to) && f < to).toBe(true);
        const said = fold(text.slice(f, to));
        expect(words.some((w) => w.loose || said.includes(w.text))).toBe(true);
      }
    }), { numRuns: 500 });
  });
});
