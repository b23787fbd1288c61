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
  return PLAIN.test(text) ? foldPlain(text) : foldCharacters(text);
}

function foldPlain(text: string): FoldedMap {
  const map: FoldedMap = { folded: '', starts: [], ends: [] };
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charAt(i);
    // Of what is left out, what plain text has.
    if (letter <= ' ' || letter === ',' || letter === '-') continue;
    map.folded += letter;
    map.starts.push(i);
    map.ends.push(i + 1);
  }
  map.folded = map.folded.toLowerCase();
  return map;
}

function foldCharacters(text: string): FoldedMap {
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

/** The first and the last single jamo of a keyboard, and the code that stands for the first. */
const FIRST_JAMO = 0x3131;
const LAST_JAMO = 0x3163;
const JAMO_CODE = 0xa0;
/** Stands for everything that is neither ASCII nor Hangul: where it matters which it is, the text itself is asked. */
const OTHER = 0xff;
const LATIN = new TextDecoder('latin1');
const INITIAL_CODES = Uint8Array.from(INITIALS, (letter) => JAMO_CODE + letter.charCodeAt(0) - FIRST_JAMO);

/**
 * Each Hangul syllable as its initial consonant (초성), position by position. Consonants are codes of one byte, not letters:
 * browsers look for those much faster, and for ㄱ (U+3131) in two bytes slowest of all.
 */
export function initialsOf(folded: string): string {
  const codes = new Uint8Array(folded.length);
  for (let i = 0; i < folded.length; i += 1) {
    const code = folded.charCodeAt(i);
    if (code >= 0xac00 && code <= 0xd7a3) codes[i] = INITIAL_CODES[Math.floor((code - 0xac00) / 588)] ?? OTHER;
    else if (code >= FIRST_JAMO && code <= LAST_JAMO) codes[i] = JAMO_CODE + code - FIRST_JAMO;
    else codes[i] = code < 0x80 ? code : OTHER;
  }
  return LATIN.decode(codes);
}
