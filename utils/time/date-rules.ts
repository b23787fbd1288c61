/** The forms of dates that are read, most specific first: a later rule never reads inside an earlier find. */
import type { Around, DateRule, Resolved } from './date-steps';
import { nextOf, sure, ymd } from './date-steps';
import { ENGLISH_RULES } from './english-dates';
import { KO_YEAR, KOREAN_RULES, koreanYear } from './korean-dates';

/** A share of something: 1/3 정도. */
const SHARE = /^\s?(정도|수준|가량|씩|만(?![가-힣])|이하|이상|로\s?줄)/u;

/** `12/10`: month first in a Korean sentence, or for a Korean reader; in English only where there is no other way. */
function slashed(m: RegExpExecArray, base: string, { text, language }: Around): Resolved | null {
  const [a, b] = [Number(m.groups?.['first']), Number(m.groups?.['second'])];
  if (a === 24 && b === 7) return null;
  const said = koreanYear(m, base);
  const share = SHARE.test(text.slice(m.index + m[0].length));
  if (said) return sure(ymd(said.year, a, b), said.certain && !share);
  if (/[가-힣]/u.test(text)) return sure(nextOf(a, b, base), !share);
  if (a > 12) return sure(nextOf(b, a, base));
  return sure(nextOf(a, b, base), language === 'ko' || b > 12 || a === b);
}

/** `12/01/2026`: month first, unless that is no month; where both could be one there is a doubt. */
function slashedYear(m: RegExpExecArray): Resolved | null {
  const [a, b, year] = [Number(m[1]), Number(m[2]), Number(m[3])];
  return a > 12 ? sure(ymd(year, b, a)) : sure(ymd(year, a, b), b > 12 || a === b);
}

/** All rules in the order in which they are tried. */
export const DATE_RULES: readonly DateRule[] = [
  { pattern: /(?<![\d/.])(\d{1,2})\/(\d{1,2})\/(20\d{2})(?![\d/])/gu, open: 'nothing', resolve: slashedYear },
  { pattern: new RegExp(`${KO_YEAR}(?<![\\d/.])(?<first>\\d{1,2})/(?<second>\\d{1,2})(?![\\d/]|\\.\\d)`, 'gu'), open: 'year', resolve: slashed },
  ...KOREAN_RULES, ...ENGLISH_RULES,
];
