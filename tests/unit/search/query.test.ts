/** What a search means: the word as typed first, then what it may still become, then its stem; and what letters count as the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_COUNT, chunkOf, emptyChunk, readyChunk, rewriteChunk } from '@/utils/search/chunk';
import { searchChunks } from '@/utils/search/search';
import { fold, initialsOf } from '@/utils/search/fold';
import { highlight } from '@/utils/search/highlight';
import { looserWords, parseQuery } from '@/utils/search/query';

const looser = (query: string): string[] => parseQuery(query).flatMap(looserWords).map((w) => `${w.text}${w.open ? '…' : ''}`);
const finds = (query: string, text: string): boolean => searchChunks([readyChunk(rewriteChunk(emptyChunk(), new Set(), [{ key: 'notes:1', at: 1, texts: [text] }]))], parseQuery(query)).hits.length === 1;

describe('a query', () => {
  it('is its words, each folded, whatever stands between them', () => {
    expect(parseQuery('  재고\n\tＥＲＰ   Café ').map((w) => w.text)).toEqual(['재고', 'erp', 'cafe']);
    expect([parseQuery(''), parseQuery(' \u3000 ')]).toEqual([[], []]);
  });

  it('that was pasted is cut after 12 words and 400 characters', () => {
    expect(parseQuery(Array.from({ length: 20 }, (_, i) => `낱말${String(i)}`).join(' ')).map((w) => w.text)).toHaveLength(12);
    expect(parseQuery('가'.repeat(500)).map((w) => w.text.length)).toEqual([400]);
  });

  it('means exactly what was typed at first', () => {
    expect(parseQuery('서버 ㅈㄱ 재ㅎ').map((w) => [w.text, w.initials, w.loose, w.open])).toEqual([['서버', initialsOf('ㅅㅂ'), false, false], ['ㅈㄱ', initialsOf('ㅈㄱ'), true, false], ['재ㅎ', initialsOf('ㅈㅎ'), true, false]]);
  });
});

describe('a word that finds nothing', () => {
  it.each([['서버시', ['서버시…']], ['서버실', []], ['서버실에서는', ['서버실']], ['서버에', ['서버에…', '서버']], ['ㄳ', ['ㄱㅅ']]])('%s may mean %j, nearest first', (query, words) => { expect(looser(query)).toEqual(words); });

  it('may still be typed: its last syllable takes any final consonant, and no other vowel or syllable', () => {
    expect([finds('서버시', '서버실'), finds('서버시', '서버싷'), finds('서버시', '서버스'), finds('서버시', '서버슷'), finds('서시', '섯실'), finds('서버실', '서버시')]).toEqual([true, true, false, false, false, false]);
    expect([finds('가나', '가낳'), finds('가나', '가내'), finds('하히', '하힣'), finds('가가', '가각')]).toEqual([true, false, true, true]);
  });

  it('of one syllable is complete: 시 is no beginning of 실', () => {
    expect([finds('시', '실'), looser('시')]).toEqual([false, []]);
  });

  it('may carry a particle, of which at least two letters are left', () => {
    expect([finds('서버실에서는', '서버실 온도'), finds('창고로', '창고 이전'), finds('재고는', '재고 없음'), finds('차는', '차 없음'), finds('재고들', '재고 없음')]).toEqual([true, true, true, false, false]);
    expect([looser('차는'), looser('abc'), looser('x')]).toEqual([[], [], []]);
  });

  it('may be consonants that a keyboard joined', () => {
    expect([finds('ㄳ', '검사'), finds('ㅄ', '부서'), finds('ㄺ', '리가'), finds('ㄳ', '가나')]).toEqual([true, true, true, false]);
  });

  it('is found by consonants only where each of them stands', () => {
    expect([finds('ㅈㄱ', '재고'), finds('ㅎ', '하늘'), finds('ㅈ고', '재구'), finds('ㅏ', '가'), finds('ㅏ', 'ㅏ'), finds('재ㄱ', '제고')]).toEqual([true, true, false, false, true, false]);
  });
});

describe('letters that count as the same', () => {
  it.each([['A', 'a'], ['Ａ', 'a'], ['é', 'e'], ['Σας', 'σασ'], ['가 나', '가나'], ['é \u3000 é', 'ee'], ['a \t\n b', 'ab'], ['\u1100', 'ㄱ'], ['\u1112', 'ㅎ'], ['\u1161', 'ㅏ'], ['\u1175', 'ㅣ'], ['\u11a8', 'ㄱ'], ['\u11aa', 'ㄳ'], ['\u11c2', 'ㅎ'], ['ㄱㅏ', 'ㄱㅏ'], ['ﬁ', 'fi'], ['①', '1']])('%j is searched as %j', (text, folded) => { expect(fold(text)).toBe(folded); });

  it.each([['가힣', 'ㄱㅎ'], ['각까', 'ㄱㄲ'], ['a가1', 'aㄱ1'], ['', ''], ['쀍', 'ㅃ']])('the initials of %j are those of %j', (text, initials) => { expect(initialsOf(text)).toBe(initialsOf(initials)); });

  it('initials are codes of one byte, place by place: ASCII as it is, one for each single jamo, and one for all else', () => {
    const jamo = Array.from({ length: 51 }, (_, i) => String.fromCharCode(0x3131 + i)).join('');
    const codes = initialsOf(`a~${jamo}\u007f\u0080\uabff\ud7a4\u3130\u3164日`);
    expect(codes.slice(0, 2)).toBe('a~');
    expect(new Set(codes.slice(0, 54)).size).toBe(54);
    expect(new Set(codes.slice(54))).toEqual(new Set('\u00ff'));
    expect([...codes].every((c) => c < '\u0100')).toBe(true);
  });

  it('initials stand where their letters stand, in texts of any length', () => {
    for (const length of [8191, 8192, 8193, 20_000]) expect(initialsOf(`${'가'.repeat(length)}나`)).toBe(initialsOf('ㄱ').repeat(length) + initialsOf('ㄴ'));
  });
});

describe('the place of a row', () => {
  it('is one of the chunks, the same in every version: it is stored', () => {
    expect(['', 'a', 'notes:1', 'gaps:6f1c', 'clips:가'].map(chunkOf)).toEqual([0, 33, 56, 63, 41]);
    fc.assert(fc.property(fc.string(), (key) => { expect(chunkOf(key)).toBeGreaterThanOrEqual(0); expect(chunkOf(key)).toBeLessThan(CHUNK_COUNT); }));
    expect(new Set(Array.from({ length: 2_000 }, (_, i) => chunkOf(`notes:${String(i)}`))).size).toBeGreaterThan(CHUNK_COUNT * 0.7);
  });

  it('keeps the time of each row as others are written and taken out', () => {
    const doc = (key: string, at: number, text: string) => ({ key, at, texts: [text] });
    const first = rewriteChunk(emptyChunk(), new Set(), [doc('notes:1', 11, '재고'), doc('notes:2', 22, '서버'), doc('notes:3', 33, '재고')]);
    const next = rewriteChunk(first, new Set(['notes:2']), [doc('notes:4', 44, '재고')]);
    expect([...searchChunks([readyChunk(next)], parseQuery('재고')).hits]).toEqual([{ key: 'notes:4', at: 44 }, { key: 'notes:3', at: 33 }, { key: 'notes:1', at: 11 }]);
  });

  it('says which words were found, as they were found: they are marked so', () => {
    const chunks = [readyChunk(rewriteChunk(emptyChunk(), new Set(), [{ key: 'notes:1', at: 1, texts: ['서버실 온도'] }]))];
    const { words } = searchChunks(chunks, parseQuery('서버실에서 온도'));
    expect(words.map((w) => w.text)).toEqual(['서버실', '온도']);
    expect(highlight('서버실 온도', words)).toEqual([{ from: 0, to: 3 }, { from: 4, to: 6 }]);
    expect([searchChunks(chunks, parseQuery('온도 없음')), searchChunks(chunks, [])]).toMatchObject([{ hits: { length: 0 }, words: [{ text: '온도' }] }, { hits: { length: 0 }, words: [] }]);
  });

  it('a particle or an ending hides nothing, whatever else the index holds: as typed first, then the others, each newest first', () => {
    const index = (...texts: string[]) => [readyChunk(rewriteChunk(emptyChunk(), new Set(), texts.map((text, i) => ({ key: `notes:${String(i)}`, at: i, texts: [text] }))))];
    const found = (query: string, ...texts: string[]) => [...searchChunks(index(...texts), parseQuery(query)).hits].map((hit) => texts[hit.at]);
    expect(found('서버를 이전', '서버 이전 일정', '서버를 새로 산다')).toEqual(['서버 이전 일정']);
    expect(found('재고를 실사', '재고 실사', '재고를 본다', '실사만')).toEqual(['재고 실사']);
    expect(found('서버를', '서버 둘', '서버를 본다', '서버는', '서가')).toEqual(['서버를 본다', '서버는', '서버 둘']);
    expect(found('엑셀로 다운로드', '엑셀 다운로드', '엑셀로 준다')).toEqual(['엑셀 다운로드']);
    // Still being typed is tried only where the word as it is finds nothing.
    expect(found('서버', '서번트', '서버')).toEqual(['서버']);
    const { words } = searchChunks(index('서버 이전', '서버를'), parseQuery('서버를 이전'));
    expect(words.map((w) => w.text)).toEqual(['서버를', '서버', '이전']);
  });

  it('finds each row once, in as many chunks as there are', () => {
    const chunks = [['서버를 본다'], ['서버 둘'], ['없음']].map((texts, i) => readyChunk(rewriteChunk(emptyChunk(), new Set(), texts.map((text) => ({ key: `notes:${String(i)}`, at: i, texts: [text] })))));
    expect([...searchChunks(chunks, parseQuery('서버를')).hits].map((hit) => hit.key)).toEqual(['notes:0', 'notes:1']);
  });
});
