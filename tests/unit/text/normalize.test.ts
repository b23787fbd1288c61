/** Text from strangers: stored clean, shown safely, compared fairly. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, compareKey, isBlank, nfc, showSafely, truncateText } from '@/utils/text/normalize';

const any = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('김', '\u1100\u1161', '\u200b', '\u200d', '\u202e', '\u0000', ' ', '\u00a0', '\u3164', '👩', '👩‍💻', '\ud800', '\u0301', 'e', '\u{e0041}', '\n', '\u2028')).map((p) => p.join('')));
const graphemes = (text: string): number => [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length;

describe('names', () => {
  it.each([
    ['  김도현\n 팀장 ', '김도현 팀장'], ['\u1100\u1175\u11b7', '김'], ['Em\u200bma\ufeff', 'Emma'], ['\u202eRaj\u202c', 'Raj'], ['a\u0000b\u0007', 'ab'], ['A\u00a0\u2003B', 'A B'], ['\u3164\uffa0', ''], ['Emma\u200d', 'Emma'],
    ['👩‍💻 Dev', '👩‍💻 Dev'], ['می\u200cخواهم', 'می\u200cخواهم'], ['x\ud800y', 'xy'], ['a\u{e0041}b', 'ab'], ['e\u0301', 'é'], ['a \u0000 b', 'a b'], ['a \u200b \u200b b', 'a b'], [' \u200b 김', '김'],
  ])('%j is kept as %j', (raw, clean) => { expect(cleanName(raw)).toBe(clean); });

  it('are short, composed, without anything unseen, and stay as they are', () => {
    fc.assert(fc.property(any, (raw) => {
      const name = cleanName(raw);
      expect(cleanName(name)).toBe(name);
      expect(name).toBe(nfc(name));
      expect(name).toBe(name.trim());
      expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u2060\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    }));
    expect(graphemes(cleanName('가'.repeat(500)))).toBe(200);
    expect(cleanName(`${' '.repeat(19_999)}김도현`)).toBe('김');
  });
});

describe('showing', () => {
  it('makes visible what deceives, and keeps the rest', () => {
    expect(showSafely('a\u202eb\u0007c\td\n')).toBe('a\ufffdb\ufffdc\td\n');
    expect(showSafely('x\u{e0041}y')).toBe('x\ufffdy');
    expect(showSafely('🏴\u{e0067}\u{e0062}\u{e007f}')).toBe('🏴\u{e0067}\u{e0062}\u{e007f}');
    expect(showSafely('👩‍💻 한글 é')).toBe('👩‍💻 한글 é');
  });

  it('leaves plain text alone and never shows a control', () => {
    fc.assert(fc.property(any, (raw) => {
      expect(showSafely(raw)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u); // oxlint-disable-line no-control-regex
      expect(showSafely(showSafely(raw))).toBe(showSafely(raw));
    }));
  });
});

it.each([['', true], [' \t\n', true], ['\u200b\u200d\u3164', true], ['.', false], ['가', false]])('is %j blank: %s', (text, blank) => { expect(isBlank(text)).toBe(blank); });

describe('comparing', () => {
  it.each([['태블릿 모델·OS 버전', '태블릿모델os버전'], ['Ｅｎｔｒａ ID (Azure AD)', 'entra id azure ad'], ['\u1100\u1175\u11b7', '김'], ['① A', '1a']])('%s = %s', (a, b) => { expect(compareKey(a)).toBe(compareKey(b)); });
  it('a key is in lower case, without spaces and signs', () => { expect([compareKey('Entra-ID v2'), compareKey('STRAßE')]).toEqual(['entraidv2', 'straße']); });
  it('a key is its own key', () => {
    fc.assert(fc.property(any, (raw) => { expect(compareKey(compareKey(raw))).toBe(compareKey(raw)); }));
  });
});

describe('cutting', () => {
  it('counts as a reader does', () => {
    expect([truncateText('안녕하세요', 3), truncateText('👩‍💻👩‍💻👩‍💻', 2), truncateText('abc', 3), truncateText('👩‍💻', 1), truncateText('abc', 0)]).toEqual(['안녕…', '👩‍💻…', 'abc', '👩‍💻', '']);
    expect(truncateText(`a${'\u0301'.repeat(500)}b`, 2)).toMatch(/…$/u);
  });
  it('cuts nothing that fits, however many marks its letters carry', () => {
    expect([truncateText('e\u0301'.repeat(5), 5), truncateText('e\u0301'.repeat(6), 5), truncateText('👩‍💻가나', 3), truncateText('ab', 1), truncateText('', 0), truncateText('a', -1)]).toEqual(['e\u0301'.repeat(5), `${'e\u0301'.repeat(4)}…`, '👩‍💻가나', '…', '', '']);
  });
  it('never exceeds the number, and says when something is gone', () => {
    fc.assert(fc.property(any, fc.integer({ min: 1, max: 20 }), (raw, max) => {
      const cut = truncateText(raw, max);
      expect(graphemes(cut)).toBeLessThanOrEqual(Math.max(max, 1));
      if (cut !== raw) expect(cut.endsWith('…')).toBe(true);
      expect(raw.startsWith(cut === raw ? cut : cut.slice(0, -1))).toBe(true);
    }));
  });
});
