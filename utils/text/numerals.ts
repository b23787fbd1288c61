/** One number out of one token: digits with 천/만/억, Korean and English number words. Null when it isn't one. */

const SMALL: Record<string, number> = { 십: 10, 백: 100, 천: 1000 };
const BIG: Record<string, number> = { 만: 1e4, 억: 1e8, 조: 1e12 };
const SINO = '영일이삼사오육칠팔구';
const NATIVE_TENS = ['열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'];
const NATIVE_ONES = [['하나', '한'], ['둘', '두'], ['셋', '세'], ['넷', '네'], ['다섯'], ['여섯'], ['일곱'], ['여덟'], ['아홉']];
const NATIVE = /^(열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)?(하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)?$/u;

const EN_ONES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const EN_TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const EN_SCALES: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** Pattern source of an English number in words: `four hundred and twenty`. */
const EN_WORD = `(?:${[...EN_TENS, ...[...EN_ONES].reverse(), 'hundred', ...Object.keys(EN_SCALES)].join('|')})(?![a-z])`;
export const ENGLISH_NUMBER = `(?<![a-z-])(?:a\\s+(?=hundred|thousand|million))?${EN_WORD}(?:(?:\\s+and\\s+|\\s+|-)${EN_WORD})*`;

/** 25.000 is twenty-five thousand to half of Europe: a thousandfold doubt. */
export const POINTED = /^[1-9]\d{0,2}\.\d{3}$/u;
/** Digits, with commas only where they group thousands. */
export const PLAIN_NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';

/**
 * `1.2`, `1,234`, `8천`, `3만5천`, `1억 2천만`. After 억 a rest in 천 or 백 means 만 of it, as people
 * say it: 1억 2천 is 120,000,000.
 */
export function digitsWithUnits(text: string): number | null {
  if (!/^[\d.,\s십백천만억조]+$/u.test(text) || text.split(/[^\d.,]+/u).some((digits) => digits.includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits))) return null;
  const compact = text.replace(/[\s,]/gu, '');
  if (/^\d+(\.\d+)?$/u.test(compact)) return Number(compact);
  if (!/^(\d+(\.\d+)?[십백천만억조]+)+\d*$/u.test(compact)) return null;
  // 1억2 may mean 1억 2천만 or 1억 2백만.
  if (/[억조]\d+$/u.test(compact)) return null;
  let [total, group, last, least] = [0, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [, n, units = ''] of compact.matchAll(/(\d+(?:\.\d+)?)([십백천만억조]*)/gu)) {
    const big = [...units].filter((u) => u in BIG);
    const small = [...units].reduce((v, u) => v * (SMALL[u] ?? 1), Number(n));
    // What follows a unit is smaller than it: 1천 2500 are two numbers.
    if (small >= least) return null;
    group += small;
    if (big.length === 0) {
      least = [...units].reduce((v, u) => v * (SMALL[u] ?? 1), 1);
      continue;
    }
    const scale = big.reduce((v, u) => v * (BIG[u] ?? 1), 1);
    if (scale >= last) return null;
    [total, group, last, least] = [total + group * scale, 0, scale, scale];
  }
  return rounded(total + restOf(group, last));
}

/** What stands after the last big unit, Infinity without one: after 억 a rest means 만 of it (1억 2천), after 조 it means 억. */
function restOf(rest: number, last: number): number {
  return last >= 1e8 && Number.isFinite(last) && rest >= 100 ? rest * (last / 1e4) : rest;
}

function rounded(n: number): number | null {
  return n <= Number.MAX_SAFE_INTEGER ? Number(n.toFixed(6)) : null;
}

/** 열두, 서른두, 백이십, 십오만, 팔천 → a number; a single 일 … 구 is too often something else: null. */
export function koreanNumeral(text: string): number | null {
  const native = text === '' ? null : NATIVE.exec(text);
  if (native) {
    const tens = NATIVE_TENS.indexOf(native[1] === '스무' ? '스물' : (native[1] ?? '')) + 1;
    return tens * 10 + NATIVE_ONES.findIndex((names) => names.includes(native[2] ?? '')) + 1;
  }
  if (!/^[일이삼사오육칠팔구십백천만억]+$/u.test(text) || !/[십백천만억]/u.test(text) || /[일이삼사오육칠팔구]{2}|[만억].*억|만.*만/u.test(text)) return null;
  let [total, group, digit, last] = [0, 0, 0, Number.POSITIVE_INFINITY];
  for (const c of text) {
    if (SINO.indexOf(c) > 0) digit = SINO.indexOf(c);
    else if (c in SMALL) [group, digit] = [group + (digit || 1) * (SMALL[c] ?? 1), 0];
    else [total, group, digit, last] = [total + (group + digit || 1) * (BIG[c] ?? 1), 0, 0, BIG[c] ?? 1];
  }
  return total + restOf(group + digit, last);
}

/** `four hundred and twenty`, `forty-five`, `a hundred`: null for anything that doesn't add up. */
export function englishNumeral(text: string): number | null {
  const words = text.toLowerCase().split(/[\s-]+/u).filter((w) => w !== 'and' && w !== 'a');
  if (words.length === 1 && words[0] === EN_ONES[0]) return 0;
  let [total, group, last] = [0, 0, Number.POSITIVE_INFINITY];
  for (const word of words) {
    const [one, ten, scale] = [EN_ONES.indexOf(word), EN_TENS.indexOf(word), EN_SCALES[word]];
    // No zero here: "five zero" is spelled out, it doesn't add up to five.
    if (one > 0 && group % (one > 9 ? 100 : 10) === 0) group += one;
    else if (ten >= 0 && group % 100 === 0) group += (ten + 2) * 10;
    else if (word === 'hundred' && group < 10) group = (group || 1) * 100;
    else if (scale !== undefined && scale < last) [total, group, last] = [total + (group || 1) * scale, 0, scale];
    else return null;
  }
  return words.length === 0 ? null : total + group;
}

/** Units a range's second number lends to its first: 3~5천만, 8천에서 1억. Null on doubt. */
export function carryUnit(first: string, second: string): number | null {
  const [low, high] = [digitsWithUnits(first) ?? koreanNumeral(first), digitsWithUnits(second) ?? koreanNumeral(second)];
  if (low === null || high === null) return null;
  const suffix = /[십백천만억조]+$/u.exec(second.trim())?.[0] ?? '';
  if (/^[\d.,\s]+$/u.test(first)) {
    if (suffix === '') return low <= high ? low : null;
    const scaled = [...suffix].reduce((v, u) => v * (SMALL[u] ?? BIG[u] ?? 1), low);
    return scaled <= high ? scaled : null;
  }
  if (/[만억조]/u.test(first) || !/[만억조]/u.test(suffix)) return low <= high ? low : null;
  const options = [/조/u.test(suffix) ? 1e12 : 0, /[조억]/u.test(suffix) ? 1e8 : 0, 1e4].filter((f) => f > 0).map((f) => low * f);
  return options.find((n) => n <= high) ?? (low <= high ? low : null);
}
