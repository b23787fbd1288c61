/** Numbers as people say them: digits, Korean and English numerals, 천/만/억, ranges, with their units. On doubt nothing. */
import type { NumberPart } from '../checklist/answer';
import { isDenied, isRaise } from './refused';
import { carryUnit, digitsWithUnits, englishNumeral, ENGLISH_NUMBER, koreanNumeral, PLAIN_NUMBER, POINTED } from './numerals';

/** Where a number stands in the text; `start` and `end` cover number and unit. */
export interface FoundNumber extends NumberPart { start: number; end: number }

const LIMIT = 2000;
const KO_UNITS = '명|인분|인|분|곳|군데|건|개월|개사|개소|개국|개년|개|대|번|회|차례|박스|상자|시간|초|일|주일|주|년|쪽|페이지|장|만\\s?원|원|퍼센트|프로|지점|사람|줄|행|종|가지|배|쌍|팀|석|군|달러|유로|파운드|톤|평|킬로|리터';
const RATE = '(?:\\s?/\\s?[가-힣a-zA-Z]+)?';
const SCALED = `${PLAIN_NUMBER}(?:\\s?[십백천만억조]+(?:\\s?\\d[\\d,]*(?:\\.\\d+)?\\s?[십백천만억조]+)*(?:\\s?(?:\\d,\\d{3}|\\d{1,4})(?!\\d|,\\d))?)?`;
/** Thousands and millions by letter or word; a small m is a metre. */
const SCALE = '(?:[kK]|M|\\s?(?:thousand|million|billion))\\b';
const SCALES: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, billion: 1e9 };
const JOIN = '(?:\\s?[~～–—]\\s?|-|\\s?(?:에서|부터|to)\\s?)';
/** Not inside a code, a decimal, a date or a clock. */
const FREE = '(?<![\\p{L}\\d][-_.:/]|[\\p{L}\\d.,:/])(?<![A-Za-z])';
const DIGITS = new RegExp(`${FREE}(-)?(${SCALED})(?![십백천만억조])(${SCALE})?(?:(?:\\s?(?<same>%|${KO_UNITS}|[a-zA-Z]+)(?=${JOIN}${SCALED}(?:${SCALE})?\\s?\\k<same>(?![a-zA-Z])))?${JOIN}(${SCALED}))?(?![\\d:]|[.,/-]\\d|\\))(${SCALE})?(?:여(?=\\s?(?:${KO_UNITS})))?\\s?(%|(?:${KO_UNITS})(?![가-힣]*차|째)${RATE}|[가-힣]{1,3}|[a-zA-Z]+${RATE})?`, 'gu');
const COUNTERS = '명|곳|군데|건|개월|개사|개|대|번|박스|상자|시간|쪽|장|가지|종|년|원|달러|퍼센트|프로|사람|지점|일|주|초|회';
const NATIVE = '(?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)(?:하나|한|두|세|네|다섯|여섯|일곱|여덟|아홉)?|다섯|여섯|일곱|여덟|아홉|(?:한|두|세|네)(?=\\s|명|곳|건|군데|시간|박스|가지|개)';
const KOREAN = new RegExp(`(?<![가-힣\\d])(?<!(?:몇|수)\\s)(${NATIVE}|[일이삼사오육칠팔구]*[십백천만억][일이삼사오육칠팔구십백천만억]*)(?:${JOIN}(${NATIVE}|[일이삼사오육칠팔구]*[십백천만억][일이삼사오육칠팔구십백천만억]*))?\\s?(${COUNTERS})`, 'gu');
const ENGLISH = new RegExp(`(${ENGLISH_NUMBER})\\s+([a-z]+${RATE})`, 'giu');

/** Ordinals, months, clocks, floors and the like are no amounts. */
const NO_AMOUNT = /^(차|번째|번지|층|호|호기|월|시|학년|세대|th|st|nd|rd|am|pm|G|D)$/u;
const NO_UNIT = /^(and|or|to|of|in|on|at|by|for|with|from|per|a|an|the|is|are|was|were|plus|then|only|more|less|if|so|but|until|till|each|as|we|they|I|excl|incl|vat|going)$/iu;
const PARTICLE = /(입니다|이에요|예요|이고|이며|이요|정도|가량|까지|부터|에서|으로|보다|씩|쯤|짜리|은|는|이|가|을|를|로|요|의|과|와|도|에|만|치|여)$/u;

/** 월에만 is 월: particles stand one behind the other. */
function withoutParticles(word: string): string {
  const bare = word.replace(PARTICLE, '');
  return bare === word ? word : withoutParticles(bare);
}

function unitOf(unit: string): string | null {
  if (NO_UNIT.test(unit) || /^[a-z]+ed$/iu.test(unit)) return '';
  const known = new RegExp(`^(?:${KO_UNITS})(${RATE})$`, 'u').test(unit);
  const bare = known ? unit.replace(/\s/gu, '') : withoutParticles(unit);
  return NO_AMOUNT.test(bare) ? null : bare;
}

function found(m: RegExpExecArray, value: number, max: number | null, unit: string): FoundNumber {
  return { value, ...(max === null ? {} : { max }), unit, start: m.index, end: m.index + m[0].length };
}

function scaleOf(letter: string | undefined): number {
  return letter === undefined ? 1 : (SCALES[letter.trim().toLowerCase()] ?? 1);
}

function fromDigits(m: RegExpExecArray, before: string, after: string): FoundNumber | null {
  const [, minus, first = '', scale1, , second, scale2, word = ''] = m;
  const unit = unitOf(word);
  if ([first, second ?? ''].some((one) => POINTED.test(one)) && scale1 === undefined && scale2 === undefined) return null;
  const high = second === undefined ? null : digitsWithUnits(second);
  const low = second === undefined ? digitsWithUnits(first) : scale1 === undefined ? carryUnit(first, second) : digitsWithUnits(first);
  if (unit === null || low === null || isDenied(before, after) || (second !== undefined && isRaise(after))) return null;
  const [min, max] = [low * scaleOf(scale1 ?? scale2) * (minus ? -1 : 1), high === null ? null : high * scaleOf(scale2)];
  return max !== null && max < min ? null : found(m, min, max, unit);
}

function fromKorean(m: RegExpExecArray, after: string): FoundNumber | null {
  const [, first = '', second, unit = ''] = m;
  // 한 번 더 확인: "once more", no count. 두 대신: no unit. 십여 명 and 몇십 명 don't match at all.
  if ((first === '한' && unit === '번') || (first === '만' && unit === '일') || (/^(대|주|장|일|회|개)$/u.test(unit) && /^[가-힣]/u.test(after) && !PARTICLE_NEXT.test(after))) return null;
  const [low, high] = [koreanNumeral(first), second === undefined ? null : koreanNumeral(second)];
  if (low === null || low === 0 || (second !== undefined && high === null) || (high !== null && high < low)) return null;
  return found(m, low, high, unit);
}
const PARTICLE_NEXT = /^(입니다|이에요|예요|이고|이며|이요|정도|가량|까지|부터|에서|으로|씩|쯤|짜리|은|는|이|가|을|를|로|요|의|과|와|도|에|만|치)/u;

function fromEnglish(m: RegExpExecArray): FoundNumber | null {
  const value = englishNumeral(m[1] ?? '');
  const unit = unitOf(m[2] ?? '');
  // "one" and "zero" alone are rarely counts; a number of nothing ("fifty is the cap") is a doubt.
  return value === null || value < 2 || !unit ? null : found(m, value, null, unit);
}

/** Every number with unit and place, in order, none inside another. Texts are read up to 2,000 characters. */
export function findNumbers(text: string): FoundNumber[] {
  const head = text.slice(0, LIMIT);
  const all: FoundNumber[] = [];
  const add = (one: FoundNumber | null): void => {
    if (one && !all.some((f) => one.start < f.end && f.start < one.end)) all.push(one);
  };
  for (const m of head.matchAll(DIGITS)) add(fromDigits(m, head.slice(Math.max(0, m.index - 24), m.index), head.slice(m.index + m[0].length, m.index + m[0].length + 24)));
  for (const m of head.matchAll(KOREAN)) add(fromKorean(m, head.slice(m.index + m[0].length)));
  for (const m of head.matchAll(ENGLISH)) add(fromEnglish(m));
  return all.sort((a, b) => a.start - b.start);
}

/**
 * Every number with its unit ('' when none was said), in order. Ordinals (2차), months, clocks and
 * codes are left out; dates are none of its business: pass text without them. [] on doubt.
 */
export function parseNumbers(text: string): NumberPart[] {
  return findNumbers(text).map(({ value, max, unit }) => ({ value, ...(max === undefined ? {} : { max }), unit }));
}
