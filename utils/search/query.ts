/** What was typed into the search field, as words that all must be found. */
import { fold, initialsOf } from './fold';

export interface QueryWord {
  text: string;
  /** Its initial consonants: what is looked for first when `loose`. */
  initials: string;
  /** ASCII only, which stands in the initials as it is. */
  plain: boolean;
  /** Has single consonants: "ㅈㄱ", "ㅈ고", "재ㄱ". */
  loose: boolean;
  /** Its last syllable may still get a final consonant: "서버시" on the way to "서버실". */
  open: boolean;
}

/** Keyboards join two consonants typed one after the other. */
const JOINED: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ', ㄵ: 'ㄴㅈ', ㄶ: 'ㄴㅎ', ㄺ: 'ㄹㄱ', ㄻ: 'ㄹㅁ', ㄼ: 'ㄹㅂ', ㄽ: 'ㄹㅅ', ㄾ: 'ㄹㅌ', ㄿ: 'ㄹㅍ', ㅀ: 'ㄹㅎ', ㅄ: 'ㅂㅅ',
};
const PARTICLE = /(?:에서는|에서의|에서도|으로는|으로의|으로부터|로부터|에게서|까지의|부터의|와의|과의|에서|에게|한테|께서|까지|부터|으로|라고|이라고|처럼|보다|마다|밖에|에는|에도|에만|하고|이랑|이나|은|는|이|가|을|를|에|의|도|만|로|와|과)$/u;
/** What 하다 becomes: 공유해, 공유했다, 공유하는 are said of the same 공유. */
const OF_DOING = /(?:했습니다|합니다|했었다|했던|했다|했음|했고|하였다|한다|하는|하기|하면|하게|하려고|하자|해야|해서|해요|해달라|해주세요|할지|하고|하|해|한|할|함|했)$/u;

function wordOf(folded: string, open: boolean): QueryWord {
  return { text: folded, initials: initialsOf(folded), plain: /^[\u0020-\u007e]*$/u.test(folded), loose: /[ㄱ-ㅎ]/u.test(folded), open };
}

/** The words of a query, exactly as they must be found. */
export function parseQuery(query: string): QueryWord[] {
  // A pasted page is no query; nobody types more words than this.
  const words = query.slice(0, 400).trim().split(/\s+/u).map(fold).filter((w) => w !== '').slice(0, 12);
  return words.map((w) => wordOf(w, false));
}

/** Jamo that a keyboard joined, taken apart: tried when the word as typed finds nothing. */
function apart(text: string): string {
  return text.replace(/[ㄳ-ㅄ]/gu, (c) => JOINED[c] ?? c);
}

/** What else a word that finds nothing may mean, nearest first: still being typed, then without its particle or ending. */
export function looserWords(word: QueryWord): QueryWord[] {
  const looser: QueryWord[] = [];
  const split = apart(word.text);
  if (split !== word.text) looser.push(wordOf(split, false));
  const last = word.text.charCodeAt(word.text.length - 1);
  if (word.text.length > 1 && last >= 0xac00 && last <= 0xd7a3 && (last - 0xac00) % 28 === 0) looser.push(wordOf(word.text, true));
  return [...looser, ...stemsOf(word)];
}

/** The word without its particle or ending, where at least two letters are left: 서버를 and 서버 are the same thing. */
export function stemsOf(word: QueryWord): QueryWord[] {
  return [PARTICLE, OF_DOING].map((ending) => word.text.replace(ending, ''))
    .filter((stem) => stem !== word.text && stem.length >= 2).map((stem) => wordOf(stem, false));
}

/** Whether the word stands at `at` of a text whose initials already agree there. */
function standsAt(text: string, at: number, word: QueryWord): boolean {
  for (let i = 0; i < word.text.length; i += 1) {
    const wanted = word.text.charCodeAt(i);
    const found = text.charCodeAt(at + i);
    const consonant = wanted >= 0x3131 && wanted <= 0x314e;
    if (wanted === found || consonant) continue;
    const completes = word.open && i === word.text.length - 1 && found > wanted && found < wanted + 28;
    if (!completes) return false;
  }
  return true;
}

/** Where the word is found next, or -1. `initials` belongs to `text`, position by position. */
export function findWord(text: string, initials: string, word: QueryWord, from: number): number {
  // One byte a letter is searched faster than two.
  if (word.plain) return initials.indexOf(word.text, from);
  if (!word.loose && !word.open) return text.indexOf(word.text, from);
  let at = initials.indexOf(word.initials, from);
  while (at !== -1 && !standsAt(text, at, word)) at = initials.indexOf(word.initials, at + 1);
  return at;
}
