/** What is typed into a filter or a picker finds what it means. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits } from '@/utils/text/fits';
import { compareKey } from '@/utils/text/normalize';

describe('a deal is found', () => {
  it.each([
    ['한빛식품 ERP 고도화', '한빛 ERP'], ['한빛식품 ERP 고도화', 'erp 한빛'], ['한빛식품 ERP 고도화', '식품erp'], ['한빛식품 ERP 고도화', 'ㅎㅂ'], ['한빛식품 ERP 고도화', 'ㅎㅂㅅㅍ 고도'], ['한빛식품 ERP 고도화', 'ㄱㄷㅎ'],
    ['(주)가온 식자재', 'ㄱㅇㅅㅈㅈ'], ['박수진', 'ㅂㅅㅈ'], ['박수진', 'ㅄㅈ'], ['김소라', 'ㄳㄹ'], ['까치', 'ㄲㅊ'], ['한빛식품'.normalize('NFD'), '한빛'], ['한빛식품', 'ㅎㅂ'.normalize('NFKC')], ['Acme Corp.', 'acme  corp'], ['Acme', ''], ['Acme', ' '], ['바다', 'ㄷ'],
  ])('%s by %j', (text, query) => { expect(fits(text, query)).toBe(true); });

  it.each([['한빛식품', '가온'], ['한빛식품', '한빛 erp'], ['한빛식품', 'ㅎㅅ'], ['한빛', 'ㅏ'], ['Acme', 'ㅎ'], ['까치', 'ㄱㅊ'], ['박수진', 'ㅄㅁ']])('%s not by %j', (text, query) => { expect(fits(text, query)).toBe(false); });
});

it('whatever stands in one piece is found, as before', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.nat(20), fc.nat(20), (text, from, length) => {
    const part = [...text].slice(from, from + length).join('');
    if (compareKey(text).includes(compareKey(part)) && !/[ㄳ-ㅄ]/u.test(part)) expect(fits(text, part)).toBe(true);
  }));
});
