/** The forms of dates that are read, most specific first: a later rule never reads inside an earlier find. */
import { addDays, isPlainDate, weekdayOf } from './plain-date';

/** What a rule may look at besides its own words: the whole text and the date said before it. */
export interface Around { text: string; before?: string }
export interface Resolved { date: string; certain: boolean }
export interface DateRule {
  pattern: RegExp;
  resolve: (m: RegExpExecArray, base: string, around: Around) => Resolved | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const KO_DAYS = '일월화수목금토';
const ORDINALS = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth',
  'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty-first', 'twenty-second', 'twenty-third', 'twenty-fourth', 'twenty-fifth',
  'twenty-sixth', 'twenty-seventh', 'twenty-eighth', 'twenty-ninth', 'thirtieth', 'thirty-first',
];
const MONTH = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DAY = '(sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?)\\b\\.?';
const WORD_NUMBER = [...ORDINALS].reverse().join('|');
const NUMBER = `(\\d{1,2}(?:st|nd|rd|th)?|${WORD_NUMBER})`;
const YEAR = '(?:,?\\s+(20\\d{2})(?!\\d))?';

function ymd(year: number, month: number, day: number): string | null {
  const two = (n: number): string => String(n).padStart(2, '0');
  const date = `${String(year)}-${two(month)}-${two(day)}`;
  return isPlainDate(date) ? date : null;
}

function sure(date: string | null, certain = true): Resolved | null {
  return date === null ? null : { date, certain };
}

const yearOf = (base: string): number => Number(base.slice(0, 4));

/** Day and month without a year: the next such day on or after `base` (29 February may be years ahead). */
function nextOf(month: number, day: number, base: string): string | null {
  for (let year = yearOf(base); year <= yearOf(base) + 8; year += 1) {
    const date = ymd(year, month, day);
    if (date !== null && date >= base) return date;
  }
  return null;
}

/** The next such weekday after `base`, never `base` itself. 0 = Sunday. */
function nextWeekday(day: number, base: string): string {
  return addDays(base, ((day - weekdayOf(base) + 6) % 7) + 1);
}

/** That weekday in the week `weeks` after the one of `base`; weeks begin on Monday. */
function weekdayInWeek(day: number, base: string, weeks: number): string {
  return addDays(base, -((weekdayOf(base) + 6) % 7) + weeks * 7 + ((day + 6) % 7));
}

/** Months counted from year 0, to step over years. */
function inMonth(base: string, ahead: number): [year: number, month: number] {
  const count = yearOf(base) * 12 + Number(base.slice(5, 7)) - 1 + ahead;
  return [Math.floor(count / 12), (count % 12) + 1];
}

function monthEnd(year: number, month: number): string | null {
  const first = ymd(month === 12 ? year + 1 : year, (month % 12) + 1, 1);
  return first && addDays(first, -1);
}

/** The end of a named month: of this year, or of the next when it is over. */
function endOfNamed(month: number, base: string): string | null {
  const here = monthEnd(yearOf(base), month);
  return here !== null && here >= base ? here : monthEnd(yearOf(base) + 1, month);
}

/** A day of the month without a month: the next one on or after `base`; with a weekday, the next that is one. */
function dayOfMonth(day: number, base: string, weekday = -1): Resolved | null {
  const ahead = [...Array(4).keys()].map((n) => ymd(...inMonth(base, n), day)).filter((d): d is string => d !== null && d >= base);
  const first = ahead[0] ?? null;
  return sure(first, weekday < 0 || first === null || weekdayOf(first) === weekday);
}

const monthOf = (word = ''): number => MONTHS.indexOf(word.toLowerCase().slice(0, 3)) + 1;
const dayOf = (word = ''): number => DAYS.indexOf(word.toLowerCase().slice(0, 3));
const numberOf = (word = ''): number => ORDINALS.indexOf(word.toLowerCase()) + 1 || Number.parseInt(word, 10);
const koDay = (word = ''): number => KO_DAYS.indexOf(word);

/** English day and month, perhaps with weekday and year. A weekday that is not that day's leaves a doubt. */
function dayMonth(weekday: string | undefined, day: string | undefined, month: string | undefined, year: string | undefined, base: string): Resolved | null {
  const [d, m] = [numberOf(day), monthOf(month)];
  // "12 may need it": the small word is a verb unless something says it is a month.
  if (month === 'may' && !weekday && !year && !/[a-z]/iu.test(day ?? '')) return null;
  const date = year ? ymd(Number(year), m, d) : nextOf(m, d, base);
  return sure(date, date === null || weekday === undefined || weekdayOf(date) === dayOf(weekday));
}

/** `12/10`: month first in a Korean sentence; in an English one only where there is no other way. */
function slashed(m: RegExpExecArray, base: string, { text }: Around): Resolved | null {
  const [a, b] = [Number(m[1]), Number(m[2])];
  if (a === 24 && b === 7) return null;
  const after = text.slice(m.index + m[0].length);
  if (/[가-힣]/u.test(text)) return sure(nextOf(a, b, base), !/^\s?(정도|수준|가량|씩|만(?![가-힣])|이하|이상|로\s?줄)/u.test(after));
  if (a > 12) return sure(nextOf(b, a, base));
  return sure(nextOf(a, b, base), b > 12 || a === b);
}

/** A bare weekday; the short forms that are also words (sat, sun, wed) need a capital or "by" before them. */
function bareWeekday(m: RegExpExecArray, base: string, { text }: Around): Resolved | null {
  const before = text.slice(Math.max(0, m.index - 12), m.index);
  const led = /\b(by|on|until|till|before|this|and|or|to)\s+(the\s+)?$/iu.test(before);
  const word = m[1] ?? '';
  if (/^(sun|sat|wed|mon)$/u.test(word) && !led) return null;
  if (/^(Sun|Sat)$/u.test(word) && !led) return null;
  const past = /\blast\s+$/iu.test(before);
  const day = dayOf(word);
  return past ? sure(addDays(nextWeekday(day, addDays(base, -1)), -7), false) : sure(nextWeekday(day, base));
}

const YEAR_WORD: Record<string, number> = { 내년: 1, 올해: 0, 금년: 0, 내후년: 2, 작년: -1 };
const DAYS_AHEAD: Record<string, number> = { 오늘: 0, 금일: 0, 내일: 1, 명일: 1, 모레: 2, 내일모레: 2, 글피: 3 };
/** Weeks ahead by the word before 주; `지난` is gone by and no due date. */
const WEEKS: readonly [RegExp, number][] = [[/다다음|차차/u, 2], [/다음|차주|담/u, 1], [/지난|저번/u, -1]];

function koreanWeek(m: RegExpExecArray, base: string): Resolved {
  const weeks = WEEKS.find(([word]) => word.test(m[1] ?? ''))?.[1] ?? 0;
  const date = weekdayInWeek(koDay(m[2]), base, weeks);
  return { date, certain: date >= base };
}

function koreanMonthEnd(m: RegExpExecArray, base: string, { text }: Around): Resolved | null {
  const ahead = /다음|내달/u.test(m[0]) ? 1 : 0;
  const deadline = /^\s?(까지|에|전|안|이전|$)/u.test(text.slice(m.index + m[0].length));
  const date = m[1] ? endOfNamed(Number(m[1]), base) : monthEnd(...inMonth(base, ahead));
  return sure(date, deadline);
}

/** `12/01/2026`: month first, unless that is no month; where both could be one there is a doubt. */
function slashedYear(m: RegExpExecArray): Resolved | null {
  const [a, b, year] = [Number(m[1]), Number(m[2]), Number(m[3])];
  return a > 12 ? sure(ymd(year, b, a)) : sure(ymd(year, a, b), b > 12 || a === b);
}

const KOREAN_RULES: readonly DateRule[] = [
  // The last point belongs to the date where a weekday, a time or nothing follows, and ends a sentence elsewhere.
  { pattern: /(?<![\d.])((?:19|20)\d{2})(?:\s?년\s{0,2}|[-./]\s?)(\d{1,2})(?:\s?월\s{0,2}|[-./]\s?)(\d{1,2})(?!\d|[-/.]\d)(?:일|\.(?=\s{0,3}(?:\(|$|(?:(?:오전|오후|아침|새벽|낮|저녁|밤|[AaPp]\.?[Mm]\.?)\s?)?\d{1,2}(?::\d{2}|\s?시|\s?[AaPp]\.?[Mm]))))?/gu, resolve: (m) => sure(ymd(Number(m[1]), Number(m[2]), Number(m[3]))) },
  // '26. 12. 1.(화), 26.12.01 14:00: two digits are a year where an apostrophe, a weekday or a clock says that this is a date.
  { pattern: /(?:['’‘](\d{2})\.\s?|(?<![\d.])(\d{2})\.\s?(?=\d{1,2}\.\s?\d{1,2}\.?\s?(?:\([월화수목금토일](?:요일)?\)|(?:오전|오후)?\s?\d{1,2}(?::\d{2}|시))))(\d{1,2})\.\s?(\d{1,2})(?![\d]|\.\d)\.?/gu, resolve: (m) => sure(ymd(2000 + Number(m[1] ?? m[2]), Number(m[3]), Number(m[4]))) },
  { pattern: /(?<![\d.]|\d\.\s)(\d{1,2})\.\s?(\d{1,2})\.?(?=\s?\([월화수목금토일](?:요일)?\))/gu, resolve: (m, b) => sure(nextOf(Number(m[1]), Number(m[2]), b)) },
  { pattern: /(내년|올해|금년|내후년|작년)\s?(\d{1,2})월\s?(\d{1,2})일(?!간)/gu, resolve: (m, b) => sure(ymd(yearOf(b) + (YEAR_WORD[m[1] ?? ''] ?? 0), Number(m[2]), Number(m[3])), m[1] !== '작년') },
  { pattern: /(다음\s?달|내달|이번\s?달|이달)\s?(\d{1,2})일(?!간)/gu, resolve: (m, b) => sure(ymd(...inMonth(b, /다음|내달/u.test(m[1] ?? '') ? 1 : 0), Number(m[2]))) },
  { pattern: /(?<!\d)(\d{1,2})월\s?(\d{1,2})일(?!간)/gu, resolve: (m, b, { text }) => (/(지난|작년)\s?$/u.test(text.slice(Math.max(0, m.index - 4), m.index)) ? null : sure(nextOf(Number(m[1]), Number(m[2]), b))) },
  // Before the weekdays: 내일(수요일) is one day, with the weekday said for safety.
  { pattern: /(?<![가-힣])(오늘|금일|내일모레|내일|명일|모레|글피)/gu, resolve: (m, b) => sure(addDays(b, DAYS_AHEAD[m[1] ?? ''] ?? 0)) },
  { pattern: /((?:다다음|다음|이번|지난|저번|담)\s?주|금주|차주|차차주)\s?([월화수목금토일])(?:요일|욜)/gu, resolve: koreanWeek },
  { pattern: /(?<![가-힣])([월화수목금토일])(?:요일|욜)(?!별)/gu, resolve: (m, b) => sure(nextWeekday(koDay(m[1]), b)) },
  { pattern: /(?<!\d)(\d{1,2})월\s?말(?!씀)일?|(?<![가-힣])(?:(?:다음\s?달|내달|이번\s?달|이달)\s?말일?|월말)/gu, resolve: koreanMonthEnd },
  { pattern: /(?<![\d월.,]|월\s)(\d{1,2})일(?=\s?(?:까지|\([월화수목금토일]\)))(?!까지\s?걸)/gu, resolve: (m, b) => dayOfMonth(Number(m[1]), b) },
];

const ENGLISH_RULES: readonly DateRule[] = [
  { pattern: new RegExp(`\\b(?:${DAY},?\\s+)?(?:the\\s+)?(?<![\\d.,/-])${NUMBER}\\s+(?:of\\s+)?${MONTH}${YEAR}`, 'giu'), resolve: (m, b) => dayMonth(m[1], m[2], m[3], m[4], b) },
  { pattern: new RegExp(`\\b(?:${DAY},?\\s+)?${MONTH}\\s+(?:the\\s+)?${NUMBER}\\b(?!:)${YEAR}`, 'giu'), resolve: (m, b) => dayMonth(m[1], m[3], m[2], m[4], b) },
  { pattern: new RegExp(`\\b${DAY},?\\s+(?:the\\s+)?(${WORD_NUMBER}|\\d{1,2}(?:st|nd|rd|th))\\b`, 'giu'), resolve: (m, b) => dayOfMonth(numberOf(m[2]), b, dayOf(m[1])) },
  { pattern: new RegExp(`\\b${DAY}\\s+after\\b(?:,?\\s+the\\s+(${WORD_NUMBER}|\\d{1,2}(?:st|nd|rd|th))\\b)?`, 'giu'), resolve: (m, b, { before }) => (m[2] ? dayOfMonth(numberOf(m[2]), before ?? b, dayOf(m[1])) : sure(nextWeekday(dayOf(m[1]), before ?? b), before !== undefined)) },
  { pattern: /\b(?:by|on|until|before)\s+the\s+(\d{1,2})(?:st|nd|rd|th)\b/giu, resolve: (m, b) => dayOfMonth(Number(m[1]), b) },
  { pattern: new RegExp(`\\bnext\\s+${DAY}`, 'giu'), resolve: (m, b) => sure(weekdayInWeek(dayOf(m[1]), b, 1)) },
  { pattern: /\bend\s+of\s+(?:(?:the|this)\s+month|(next)\s+month)\b/giu, resolve: (m, b) => sure(monthEnd(...inMonth(b, m[1] ? 1 : 0))) },
  { pattern: new RegExp(`\\bend\\s+of\\s+${MONTH}`, 'giu'), resolve: (m, b) => sure(endOfNamed(monthOf(m[1]), b)) },
  { pattern: new RegExp(`\\b${DAY}`, 'giu'), resolve: bareWeekday },
  { pattern: /\b(today|tonight|(?:the\s+)?day\s+after\s+tomorrow|tomorrow)\b/giu, resolve: (m, b) => sure(addDays(b, /after/iu.test(m[0]) ? 2 : /^tom/iu.test(m[0]) ? 1 : 0)) },
];

/** All rules in the order in which they are tried. */
export const DATE_RULES: readonly DateRule[] = [
  { pattern: /(?<![\d/.])(\d{1,2})\/(\d{1,2})\/(20\d{2})(?![\d/])/gu, resolve: slashedYear },
  { pattern: /(?<![\d/.])(\d{1,2})\/(\d{1,2})(?![\d/]|\.\d)/gu, resolve: slashed },
  ...KOREAN_RULES, ...ENGLISH_RULES,
];
