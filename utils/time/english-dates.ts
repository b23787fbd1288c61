/** Dates as they are written in English; the order is that in which they are tried. */
import type { Around, DateRule, Resolved } from './date-steps';
import { dayOfMonth, endOfNamed, inMonth, monthEnd, nextNth, nextOf, nextWeekday, nthWeekday, sure, weekdayInWeek, yearOf, ymd } from './date-steps';
import { addDays, weekdayOf } from './plain-date';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ORDINALS = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth',
  'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty-first', 'twenty-second', 'twenty-third', 'twenty-fourth', 'twenty-fifth',
  'twenty-sixth', 'twenty-seventh', 'twenty-eighth', 'twenty-ninth', 'thirtieth', 'thirty-first',
];
const MONTH_NAME = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DAY_NAME = '(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?)\\b\\.?';
const MONTH = `(?<month>${MONTH_NAME})`;
const DAY = `(?<weekday>${DAY_NAME})`;
const WORD_NUMBER = [...ORDINALS].reverse().join('|');
const NUMBER = `(?<day>\\d{1,2}(?:st|nd|rd|th)?|${WORD_NUMBER})`;
const ORDINAL = `(?<day>${WORD_NUMBER}|\\d{1,2}(?:st|nd|rd|th))\\b`;
/** A year behind a month: 2027, of 2027, (2027), '27, next year. "…, next year we open" begins something new. */
const YEAR = "(?:,?\\s+(?:(?:of|in)\\s+)?(?<year>20\\d{2})(?!\\d)|\\s+\\((?<yearInside>20\\d{2})\\)|\\s+['’](?<yearShort>\\d{2})(?!\\d)|(?:,\\s+(?=next\\s+year\\s*(?:[.;,)]|$))|\\s+(?:of\\s+)?)(?<yearWord>next|this)\\s+year\\b(?!['’]))?";
const WEEK = '(?:(?<week>next|this)\\s+week|(?:the\\s+)?week\\s+after\\s+next)';

const monthOf = (word = ''): number => MONTHS.indexOf(word.toLowerCase().slice(0, 3)) + 1;
const dayOf = (word = ''): number => DAYS.indexOf(word.toLowerCase().slice(0, 3));
const numberOf = (word = ''): number => ORDINALS.indexOf(word.toLowerCase()) + 1 || Number.parseInt(word, 10);

function yearBehind(m: RegExpExecArray, base: string): number | null {
  const { year, yearInside, yearShort, yearWord } = m.groups ?? {};
  if (yearWord) return yearOf(base) + (/next/iu.test(yearWord) ? 1 : 0);
  const digits = year ?? yearInside ?? (yearShort && `20${yearShort}`);
  return digits ? Number(digits) : null;
}

/** Day and month, perhaps with weekday and year. A weekday that is not that day's leaves a doubt. */
function dayMonth(m: RegExpExecArray, base: string): Resolved | null {
  const { weekday, day, month } = m.groups ?? {};
  const year = yearBehind(m, base);
  // "12 may need it": the small word is a verb unless something says it is a month.
  if (month === 'may' && !weekday && year === null && !/[a-z]/iu.test(day ?? '')) return null;
  const date = year === null ? nextOf(monthOf(month), numberOf(day), base) : ymd(year, monthOf(month), numberOf(day));
  return sure(date, date === null || weekday === undefined || weekdayOf(date) === dayOf(weekday));
}

function endOfMonth(m: RegExpExecArray, base: string): Resolved | null {
  const [month, year] = [monthOf(m.groups?.['month']), yearBehind(m, base)];
  return sure(year === null ? endOfNamed(month, base) : monthEnd(year, month));
}

/** "The second Friday of January", "the last Friday of next month". */
function nthOfMonth(m: RegExpExecArray, base: string): Resolved | null {
  const { nth = '', weekday, month, ahead = '' } = m.groups ?? {};
  const [n, day, year] = [/^last$/iu.test(nth) ? -1 : numberOf(nth), dayOf(weekday), yearBehind(m, base)];
  if (month && year === null) return sure(nextNth(monthOf(month), n, day, base)?.date ?? null);
  const date = year === null ? nthWeekday(...inMonth(base, /next/iu.test(ahead) ? 1 : 0), n, day) : nthWeekday(year, monthOf(month), n, day);
  return sure(date, year !== null || (date ?? '') >= base);
}

function inWeek(m: RegExpExecArray, base: string): Resolved {
  const week = m.groups?.['week'];
  const date = weekdayInWeek(dayOf(m.groups?.['weekday']), base, week === undefined ? 2 : /next/iu.test(week) ? 1 : 0);
  return { date, certain: date >= base };
}

const BETWEEN = '\\s*(?:,|/|–|-|\\bor\\b|\\band\\b|\\bto\\b)\\s*(?:on\\s+)?';
/** "Thursday or Friday next week", "next week Monday or Thursday": the week counts for all of them. */
const WEEK_BEHIND_LIST = new RegExp(`^(?:${BETWEEN}${DAY_NAME}){1,4}\\s+(?:of\\s+)?${WEEK}\\b(?!['’])`, 'iu');
const WEEK_BEFORE_LIST = new RegExp(`\\b${WEEK}(?:['’]s)?,?\\s+(?:on\\s+)?(?:${DAY_NAME}${BETWEEN}){1,4}$`, 'iu');
const NEXT_BEFORE_LIST = new RegExp(`\\bnext\\s+(?:${DAY_NAME}${BETWEEN}){1,4}$`, 'iu');

function weekOfList(day: number, base: string, before: string, after: string): Resolved | null {
  const list = WEEK_BEHIND_LIST.exec(after) ?? WEEK_BEFORE_LIST.exec(before);
  if (!list) return null;
  const week = list.groups?.['week'];
  const date = weekdayInWeek(day, base, week === undefined ? 2 : /next/iu.test(week) ? 1 : 0);
  return { date, certain: date >= base };
}

/** A bare weekday; the short forms that are also words (sat, sun, wed) need a capital or "by" before them. */
function bareWeekday(m: RegExpExecArray, base: string, { text, before: said }: Around): Resolved | null {
  const before = text.slice(Math.max(0, m.index - 60), m.index);
  const led = /\b(by|on|until|till|before|this|and|or|to)\s+(the\s+)?$/iu.test(before);
  const word = m[1] ?? '';
  if (/^(sun|sat|wed|mon)$/u.test(word) && !led) return null;
  if (/^(Sun|Sat)$/u.test(word) && !led) return null;
  const day = dayOf(word);
  if (/\blast\s+$/iu.test(before)) return sure(addDays(nextWeekday(day, addDays(base, -1)), -7), false);
  if (/\bfollowing\s+$/iu.test(before)) return sure(nextWeekday(day, said ?? base), said !== undefined);
  return weekOfList(day, base, before, text.slice(m.index + m[0].length, m.index + m[0].length + 60)) ?? sure(nextWeekday(day, base), !NEXT_BEFORE_LIST.test(before));
}

const rule = (source: string, open: DateRule['open'], resolve: DateRule['resolve']): DateRule => ({ pattern: new RegExp(source, 'giu'), open, resolve });

/** English forms, most specific first. */
export const ENGLISH_RULES: readonly DateRule[] = [
  rule(`\\b(?:the\\s+)?(?<nth>first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th))\\s+${DAY}\\s+(?:of|in)\\s+(?:${MONTH}${YEAR}|(?<ahead>next|this|the)\\s+month\\b)`, 'year', nthOfMonth),
  rule(`\\b(?:${DAY},?\\s+)?(?:the\\s+)?(?<![\\d.,/-])${NUMBER}\\s+(?:of\\s+)?${MONTH}${YEAR}`, 'year', dayMonth),
  rule(`\\b(?:${DAY},?\\s+)?${MONTH}\\s+(?:the\\s+)?${NUMBER}\\b(?!:)${YEAR}`, 'year', dayMonth),
  rule(`\\b(?:(?:by|on|until|before)\\s+)?the\\s+${NUMBER}\\s+(?:of\\s+)?(?<ahead>next|this)\\s+month\\b(?!['’])`, 'nothing', (m, b) => sure(ymd(...inMonth(b, /next/iu.test(m.groups?.['ahead'] ?? '') ? 1 : 0), numberOf(m.groups?.['day'])))),
  rule(`\\b${DAY},?\\s+(?:the\\s+)?${ORDINAL}`, 'month', (m, b) => dayOfMonth(numberOf(m.groups?.['day']), b, dayOf(m.groups?.['weekday']))),
  rule(`\\b${DAY}\\s+after\\b(?!\\s+next)(?:,?\\s+the\\s+${ORDINAL})?`, 'year', (m, b, { before }) => {
    const { weekday, day } = m.groups ?? {};
    return day ? dayOfMonth(numberOf(day), before ?? b, dayOf(weekday)) : sure(nextWeekday(dayOf(weekday), before ?? b), before !== undefined);
  }),
  rule('\\b(?:by|on|until|before)\\s+the\\s+(\\d{1,2})(?:st|nd|rd|th)\\b', 'month', (m, b) => dayOfMonth(Number(m[1]), b)),
  rule(`\\b${DAY}\\s+(?:(?:of|in)\\s+)?${WEEK}\\b(?!['’])`, 'year', inWeek),
  rule(`\\b${WEEK}(?:['’]s)?,?\\s+(?:(?:on|by)\\s+)?${DAY}`, 'year', inWeek),
  rule(`\\bnext\\s+${DAY}`, 'week', (m, b) => sure(weekdayInWeek(dayOf(m.groups?.['weekday']), b, 1))),
  rule('\\bend\\s+of\\s+(?:(?:the|this)\\s+month|(next)\\s+month)\\b', 'year', (m, b) => sure(monthEnd(...inMonth(b, m[1] ? 1 : 0)))),
  rule(`\\bend\\s+of\\s+${MONTH}${YEAR}`, 'year', endOfMonth),
  rule(`\\b(${DAY_NAME})`, 'week', bareWeekday),
  rule('\\b(today|tonight|(?:the\\s+)?day\\s+after\\s+tomorrow|tomorrow)\\b', 'week', (m, b) => sure(addDays(b, /after/iu.test(m[0]) ? 2 : /^tom/iu.test(m[0]) ? 1 : 0))),
];
