/**
 * Text as search compares it: composed, lower case, one width, no Latin diacritics, no spaces, and none of the
 * signs that some write and some don't: 1,200 and 1200, 010-1234 and 0101234, 재고·실사 and 재고 실사. Every
 * reader's character is folded by itself, so that a part of a text folds to a part of the folded text.
 */

/** What needs no care: ASCII, Hangul syllables and single jamo, each a character of its own. */
const PLAIN = /^[\t\n\r\u0020-\u007e\u3131-\u3163\uac00-\ud7a3]*$/u;
const LEFT_OUT = /[\s,\-\u2010-\u2013\u00b7\u318d\u30fb]+/gu;
const MARKS = /[\u0300-\u036f]+/gu;
const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const FINALS = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

/** A conjoining jamo that stands alone, as the letter a keyboard types. */
function jamo(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code >= 0x11a8) return FINALS.charAt(code - 0x11a8);
  return code >= 0x1161 ? String.fromCharCode(0x314f + code - 0x1161) : INITIALS.charAt(code - 0x1100);
}

function foldOne(character: string): string {
  return character.normalize('NFKC').toLowerCase().normalize('NFD').replace(MARKS, '').normalize('NFC')
    .replace(/[\u1100-\u1112\u1161-\u1175\u11a8-\u11c2]/gu, jamo).replace(/ς/gu, 'σ').replace(LEFT_OUT, '');
}

/** The text as it is searched. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(LEFT_OUT, '');
  let folded = '';
  for (const { segment } of SEGMENTER.segment(text)) folded += foldOne(segment);
  return folded;
}

export interface FoldedMap {
  folded: string;
  /** For each code unit of `folded`: where the reader's character it comes from starts and ends in the text. */
  starts: number[];
  ends: number[];
}

/** The same, and where everything came from: for highlights. */
export function foldWithMap(text: string): FoldedMap {
  const map: FoldedMap = { folded: '', starts: [], ends: [] };
  for (const { segment, index } of SEGMENTER.segment(text)) {
    const one = foldOne(segment);
    map.folded += one;
    for (let i = 0; i < one.length; i += 1) {
      map.starts.push(index);
      map.ends.push(index + segment.length);
    }
  }
  return map;
}

/** Each Hangul syllable as its initial consonant (초성), everything else as it is; the same length. */
export function initialsOf(folded: string): string {
  const units = new Uint16Array(folded.length);
  for (let i = 0; i < folded.length; i += 1) {
    const code = folded.charCodeAt(i);
    units[i] = code >= 0xac00 && code <= 0xd7a3 ? INITIALS.charCodeAt(Math.floor((code - 0xac00) / 588)) : code;
  }
  const parts: string[] = [];
  for (let i = 0; i < units.length; i += 8192) parts.push(String.fromCharCode(...units.subarray(i, i + 8192)));
  return parts.join('');
}
