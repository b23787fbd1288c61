/** Whether a short text (a name, a question) is what somebody looks for in a list or a picker. */
import { compareKey } from './normalize';

/** Two consonants that a keyboard makes one of (ㄱㅅ → ㄳ), each before its parts. */
const PAIRS = 'ㄳㄱㅅㄵㄴㅈㄶㄴㅎㄺㄹㄱㄻㄹㅁㄼㄹㅂㄽㄹㅅㄾㄹㅌㄿㄹㅍㅀㄹㅎㅄㅂㅅ';

function parted(letter: string): string {
  const at = PAIRS.indexOf(letter);
  return at % 3 === 0 ? PAIRS.slice(at + 1, at + 3) : letter;
}

/** Of each Hangul syllable its first consonant, as `compareKey` leaves one that stands alone. */
function initialsOf(key: string): string {
  return key.replace(/[가-힣]/gu, (letter) => String.fromCharCode(0x1100 + Math.floor((letter.charCodeAt(0) - 0xac00) / 588)));
}

/** True when each word of `query` is somewhere in `text`, whatever its spacing and signs; one of consonants only (초성) also where syllables begin with these. */
export function fits(text: string, query: string): boolean {
  const key = compareKey(text);
  return query.split(/\s+/u).every((word) => {
    const wanted = compareKey(word.replace(/[ㄳ-ㅄ]/gu, parted));
    return key.includes(wanted) || (/^[\u1100-\u1112]+$/u.test(wanted) && initialsOf(key).includes(wanted));
  });
}
