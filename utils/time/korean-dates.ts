/** Dates as Koreans write them; the order is that in which they are tried. */
import type { Around, DateRule, Resolved } from './date-steps';
import { dayOfMonth, endOfNamed, inMonth, isSameByWeeks, monthEnd, nextNth, nextOf, nextWeekday, nthWeekday, sure, weekdayInWeek, yearOf, ymd } from './date-steps';
import { addDays } from './plain-date';

const KO_DAYS = '일월화수목금토';
const koDay = (word = ''): number => KO_DAYS.indexOf(word);

/** A year before a month: 내년, 2028년, 28년, '28년. */
export const KO_YEAR = "(?:(?:(?<yearWord>내년|명년|올해|금년|내후년|작년)도?|['’‘]?(?<!\\d)(?<year>(?:19|20)?\\d{2})\\s?년도?)\\s{0,2})?";
const YEAR_WORD: Record<string, number> = { 내년: 1, 명년: 1, 올해: 0, 금년: 0, 내후년: 2, 작년: -1 };

/** The year that stands before a month, null where none does; two digits that are gone by may be a length of time. */
export function koreanYear(m: RegExpExecArray, base: string): { year: number; certain: boolean } | null {
  const { yearWord, year } = m.groups ?? {};
  if (yearWord) return { year: yearOf(base) + (YEAR_WORD[yearWord] ?? 0), certain: yearWord !== '작년' };
  if (!year) return null;
  const whole = year.length === 2 ? 2000 + Number(year) : Number(year);
  return { year: whole, certain: year.length === 4 || whole >= yearOf(base) };
}

function monthDay(m: RegExpExecArray, base: string, { text }: Around): Resolved | null {
  const [month, day] = [Number(m.groups?.['month']), Number(m.groups?.['day'])];
  const said = koreanYear(m, base);
  if (said) return sure(ymd(said.year, month, day), said.certain);
  return /지난\s?$/u.test(text.slice(Math.max(0, m.index - 4), m.index)) ? null : sure(nextOf(month, day, base));
}

const DAYS_AHEAD: Record<string, number> = { 오늘: 0, 금일: 0, 내일: 1, 명일: 1, 모레: 2, 내일모레: 2, 낼모레: 2, 글피: 3 };
const THIS_MONTH_OR_NEXT = '(?:다다음|다음|이번)\\s?달|내달|이달';
const monthsAhead = (word: string): number => (/다다음/u.test(word) ? 2 : /다음|내달/u.test(word) ? 1 : 0);

const WEEK = '(?:(?<![가-힣])(?:금주|내주|차주|차차주|익주)|(?<![다그차내가]|그\\s|지)(?:다다음|다음|이번|지난|저번|다담|담)\\s?주)';
/** Weeks ahead by the word before 주; `지난` is gone by and no due date. */
const WEEKS: readonly [RegExp, number][] = [[/다다음|다담|차차/u, 2], [/다음|차주|내주|익주|담/u, 1], [/지난|저번/u, -1]];
const weeksAhead = (word: string): number => WEEKS.find(([known]) => known.test(word))?.[1] ?? 0;
/** 다음 주 월요일이나 … : the week counts for the later days too. */
const WEEK_OF_LIST = new RegExp(`(${WEEK})\\s?(?:[월화수목금토일](?:요일|욜)?(?:\\s?[,·/~]\\s?|이나\\s?|나\\s?|[과와]\\s?|\\s?(?:또는|및|혹은)\\s?))+$`, 'u');

function inWeek(day: number, base: string, weeks: number): Resolved {
  const date = weekdayInWeek(day, base, weeks);
  return { date, certain: date >= base };
}

const COUNT: Record<string, number> = { 한: 1, 일: 1, 두: 2, 이: 2, 세: 3, 삼: 3, 네: 4, 사: 4 };

/** A weekday alone. 지난 goes back, and 다음 may mean the coming one or the one of next week. */
function bareWeekday(m: RegExpExecArray, base: string, { text }: Around): Resolved | null {
  const before = text.slice(Math.max(0, m.index - 30), m.index);
  const day = koDay(m[1]);
  const list = WEEK_OF_LIST.exec(before);
  if (list) return inWeek(day, base, weeksAhead(list[1] ?? ''));
  const [, led] = /(지지난|저저번|다다음|지난|저번|다음)\s$/u.exec(before) ?? [];
  if (led === undefined) return sure(nextWeekday(day, base));
  if (led.length > 2) return null;
  return sure(led === '다음' ? nextWeekday(day, base) : addDays(nextWeekday(day, addDays(base, -1)), -7), false);
}

function endOfMonth(m: RegExpExecArray, base: string, { text }: Around): Resolved | null {
  const deadline = /^\s?(까지|에|전|안|이전|$)/u.test(text.slice(m.index + m[0].length));
  const month = m.groups?.['month'];
  if (!month) return sure(monthEnd(...inMonth(base, monthsAhead(m[0]))), deadline);
  const said = koreanYear(m, base);
  return said ? sure(monthEnd(said.year, Number(month)), deadline && said.certain) : sure(endOfNamed(Number(month), base), deadline);
}

const NTH = '첫(?:째|\\s?번째)?|둘째|두\\s?번째|셋째|세\\s?번째|넷째|네\\s?번째|다섯째|다섯\\s?번째|마지막|[1-5](?:\\s?번?째)?';
const NTH_WORDS: readonly [RegExp, number][] = [[/^마/u, -1], [/^[첫1]/u, 1], [/^[둘두2]/u, 2], [/^[셋세3]/u, 3], [/^[넷네4]/u, 4], [/^[다5]/u, 5]];

/**
 * 12월 둘째 주 금요일, 12월 둘째 금요일: the nth such weekday of the month. With 주 it is certain only where every way
 * of counting weeks gives that day: Koreans count from the week with the first, or from the first with most of its days.
 */
function nthOfMonth(m: RegExpExecArray, base: string): Resolved | null {
  const { month, ahead = '', nth = '', week } = m.groups ?? {};
  if (/^\d$/u.test(nth) && !week) return null;
  const [n, day] = [NTH_WORDS.find(([word]) => word.test(nth))?.[1] ?? 0, koDay(m.groups?.['weekday'])];
  const said = month ? koreanYear(m, base) : null;
  const next = month && !said ? nextNth(Number(month), n, day, base) : null;
  const [year, inYear] = month ? [said?.year ?? next?.year ?? yearOf(base), Number(month)] : inMonth(base, monthsAhead(ahead));
  const date = nthWeekday(year, inYear, n, day);
  return sure(date, (said?.certain ?? (date ?? '') >= base) && (!week || isSameByWeeks(year, inYear, n, day)));
}

const rule = (source: string, open: DateRule['open'], resolve: DateRule['resolve']): DateRule => ({ pattern: new RegExp(source, 'gu'), open, resolve });
const WEEKDAY = '(?<weekday>[월화수목금토일])(?:요일|욜)';

/** Korean forms, most specific first. */
export const KOREAN_RULES: readonly DateRule[] = [
  // The last point belongs to the date where a weekday, a time or nothing follows, and ends a sentence elsewhere.
  { pattern: /(?<![\d.])((?:19|20)\d{2})(?:\s?년\s{0,2}|[-./]\s?)(\d{1,2})(?:\s?월\s{0,2}|[-./]\s?)(\d{1,2})(?!\d|[-/.]\d)(?:일|\.(?=\s{0,3}(?:\(|$|(?:(?:오전|오후|아침|새벽|낮|저녁|밤|[AaPp]\.?[Mm]\.?)\s?)?\d{1,2}(?::\d{2}|\s?시|\s?[AaPp]\.?[Mm]))))?/gu, open: 'nothing', resolve: (m) => sure(ymd(Number(m[1]), Number(m[2]), Number(m[3]))) },
  // '26. 12. 1.(화), 26.12.01 14:00: two digits are a year where an apostrophe, a weekday or a clock says that this is a date.
  { pattern: /(?:['’‘](\d{2})\.\s?|(?<![\d.])(\d{2})\.\s?(?=\d{1,2}\.\s?\d{1,2}\.?\s?(?:\([월화수목금토일](?:요일)?\)|(?:오전|오후)?\s?\d{1,2}(?::\d{2}|시))))(\d{1,2})\.\s?(\d{1,2})(?![\d]|\.\d)\.?/gu, open: 'nothing', resolve: (m) => sure(ymd(2000 + Number(m[1] ?? m[2]), Number(m[3]), Number(m[4]))) },
  { pattern: /(?<![\d.]|\d\.\s)(\d{1,2})\.\s?(\d{1,2})\.?(?=\s?\([월화수목금토일](?:요일)?\))/gu, open: 'year', resolve: (m, b) => sure(nextOf(Number(m[1]), Number(m[2]), b)) },
  rule(`(?:${KO_YEAR}(?<!\\d)(?<month>\\d{1,2})월|(?<![가-힣])(?<ahead>${THIS_MONTH_OR_NEXT}))(?:의|\\s){0,2}(?<nth>${NTH})\\s?(?<week>주차?)?(?:의)?\\s?${WEEKDAY}`, 'year', nthOfMonth),
  rule(`(?<![가-힣])(${THIS_MONTH_OR_NEXT})\\s?(\\d{1,2})일(?!간)`, 'nothing', (m, b) => sure(ymd(...inMonth(b, monthsAhead(m[1] ?? '')), Number(m[2])))),
  rule(`${KO_YEAR}(?<!\\d)(?<month>\\d{1,2})월\\s?(?<day>\\d{1,2})일(?!간)`, 'year', monthDay),
  // Before the weekdays: 내일(수요일) is one day, with the weekday said for safety.
  { pattern: /(?<![가-힣])(오늘|금일|내일\s?모레|낼\s?모레|내일|명일|모레|글피)/gu, open: 'week', resolve: (m, b) => sure(addDays(b, DAYS_AHEAD[(m[1] ?? '').replace(/\s/gu, '')] ?? 0)) },
  rule(`(${WEEK})(?:의|\\s?중)?\\s?${WEEKDAY}`, 'year', (m, b) => inWeek(koDay(m.groups?.['weekday']), b, weeksAhead(m[1] ?? ''))),
  rule(`(?<![\\d.,~∼～–-]|[가-힣])(\\d{1,2}|[한두세네일이삼사])\\s?주일?\\s?(?:뒤|후)(?:의|에)?\\s?${WEEKDAY}`, 'year', (m, b) => inWeek(koDay(m.groups?.['weekday']), b, COUNT[m[1] ?? ''] ?? Number(m[1]))),
  { pattern: /(?<![가-힣])([월화수목금토일])(?:요일|욜)(?!별)/gu, open: 'week', resolve: bareWeekday },
  rule(`${KO_YEAR}(?<!\\d)(?<month>\\d{1,2})월\\s?말(?!씀)일?|(?<![가-힣])(?:${THIS_MONTH_OR_NEXT})\\s?말일?`, 'year', endOfMonth),
  rule('(?<![가-힣])월말', 'month', endOfMonth),
  { pattern: /(?<![\d월.,]|월\s)(\d{1,2})일(?=\s?(?:까지|\([월화수목금토일]\)))(?!까지\s?걸)/gu, open: 'month', resolve: (m, b) => dayOfMonth(Number(m[1]), b) },
];
