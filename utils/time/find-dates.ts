/** Dates in a sentence, Korean and English, resolved against a day. Vague ones ("early next month") are left alone. */
import { addDays, isPlainDate, weekdayOf } from './plain-date';

export interface FoundDate {
  date: string;
  /** `14:00` when a time stands beside it. */
  time?: string;
  index: number;
  length: number;
  text: string;
  /** False where the words leave a doubt (two digits that could be day or month). */
  certain: boolean;
}

type Resolve = (m: RegExpMatchArray, base: string) => string | null;
interface Rule { pattern: RegExp; resolve: Resolve; certain?: boolean }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const KO_DAYS = '일월화수목금토';
const MONTH_WORD = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY_WORD = '(sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?)';
const ORDINALS: Record<string, number> = {
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12, thirteenth: 13,
  fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17, eighteenth: 18, nineteenth: 19, twentieth: 20, 'twenty-first': 21, thirtieth: 30, 'thirty-first': 31,
};

function ymd(year: number, month: number, day: number): string | null {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
}

/** Day and month without a year: the next such day on or after `base`. */
function nextOf(month: number, day: number, base: string): string | null {
  const year = Number(base.slice(0, 4));
  const here = ymd(year, month, day);
  return here !== null && here >= base ? here : (ymd(year + 1, month, day) ?? here);
}

/** A weekday means the next such day after `base`; `weeks` more for "next week". */
function nextWeekday(day: number, base: string): string {
  const ahead = (day - weekdayOf(base) + 7) % 7;
  return addDays(base, ahead === 0 ? 7 : ahead);
}

/** That weekday in the week `weeks` after the one of `base` (weeks begin on Monday). */
function weekdayInWeek(day: number, base: string, weeks: number): string {
  const monday = addDays(base, -((weekdayOf(base) + 6) % 7) + weeks * 7);
  return addDays(monday, (day + 6) % 7);
}

function monthIndex(word: string): number {
  return MONTHS.indexOf(word.toLowerCase().slice(0, 3)) + 1;
}

function dayIndex(word: string): number {
  return DAYS.indexOf(word.toLowerCase().slice(0, 3));
}

function monthEnd(base: string, ahead: number): string | null {
  const month = Number(base.slice(5, 7)) + ahead;
  const first = ymd(Number(base.slice(0, 4)) + Math.floor(month / 12), (month % 12) + 1, 1);
  return first ? addDays(first, -1) : null;
}

const YEAR_WORD: Record<string, number> = { 내년: 1, 올해: 0, 금년: 0, 내후년: 2 };
const REL_KO: Record<string, number> = { 오늘: 0, 내일: 1, 모레: 2, 글피: 3 };

/** Most specific first: a later rule never reads inside what an earlier one found. */
const RULES: readonly Rule[] = [
  { pattern: /(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})일?/gu, resolve: (m) => ymd(Number(m[1]), Number(m[2]), Number(m[3])) },
  { pattern: /(내년|올해|금년|내후년)\s*(\d{1,2})월\s*(\d{1,2})일/gu, resolve: (m, b) => ymd(Number(b.slice(0, 4)) + (YEAR_WORD[m[1] ?? ''] ?? 0), Number(m[2]), Number(m[3])) },
  { pattern: /(\d{1,2})월\s*(\d{1,2})일/gu, resolve: (m, b) => nextOf(Number(m[1]), Number(m[2]), b) },
  { pattern: /(이번\s*주|금주|다음\s*주|차주|다다음\s*주)\s*([월화수목금토일])요일/gu, resolve: (m, b) => weekdayInWeek(KO_DAYS.indexOf(m[2] ?? ''), b, /다다음/u.test(m[1] ?? '') ? 2 : /다음|차주/u.test(m[1] ?? '') ? 1 : 0) },
  { pattern: /([월화수목금토일])요일/gu, resolve: (m, b) => nextWeekday(KO_DAYS.indexOf(m[1] ?? ''), b) },
  { pattern: /(오늘|내일|모레|글피)/gu, resolve: (m, b) => addDays(b, REL_KO[m[1] ?? ''] ?? 0) },
  { pattern: /(다음\s*달|이번\s*달|이달)\s*말일?|(월말)/gu, resolve: (m, b) => monthEnd(b, /다음/u.test(m[1] ?? '') ? 1 : 0) },
  { pattern: new RegExp(`(?:${DAY_WORD},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH_WORD}\\b\\.?(?:,?\\s+(\\d{4}))?`, 'giu'), resolve: (m, b) => (m[4] ? ymd(Number(m[4]), monthIndex(m[3] ?? ''), Number(m[2])) : nextOf(monthIndex(m[3] ?? ''), Number(m[2]), b)) },
  { pattern: new RegExp(`\\b${MONTH_WORD}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4}))?`, 'giu'), resolve: (m, b) => (m[3] ? ymd(Number(m[3]), monthIndex(m[1] ?? ''), Number(m[2])) : nextOf(monthIndex(m[1] ?? ''), Number(m[2]), b)) },
  { pattern: new RegExp(`\\b${DAY_WORD},?\\s+(?:the\\s+)?(${Object.keys(ORDINALS).join('|')}|\\d{1,2}(?:st|nd|rd|th))\\b`, 'giu'), resolve: (m, b) => dayOfMonth(ORDINALS[(m[2] ?? '').toLowerCase()] ?? Number.parseInt(m[2] ?? '', 10), b) },
  { pattern: new RegExp(`\\bnext\\s+${DAY_WORD}\\b`, 'giu'), resolve: (m, b) => weekdayInWeek(dayIndex(m[1] ?? ''), b, 1) },
  { pattern: new RegExp(`\\b${DAY_WORD}\\b`, 'giu'), resolve: (m, b) => (/^(sun|sat|mar|may|wed)$/u.test(m[1] ?? '') ? null : nextWeekday(dayIndex(m[1] ?? ''), b)) },
  { pattern: /\b(today|tomorrow)\b/giu, resolve: (m, b) => addDays(b, m[1]?.toLowerCase() === 'tomorrow' ? 1 : 0) },
  { pattern: /(?<![\d/.])(\d{1,2})\/(\d{1,2})(?![\d/])/gu, certain: false, resolve: (m, b) => nextOf(Number(m[1]), Number(m[2]), b) },
];

/** A day of the month without a month: this month if still ahead, else the next one. */
function dayOfMonth(day: number, base: string): string | null {
  const here = ymd(Number(base.slice(0, 4)), Number(base.slice(5, 7)), day);
  if (here !== null && here >= base) return here;
  const end = monthEnd(base, 0);
  const next = end ? addDays(end, 1) : null;
  return next ? ymd(Number(next.slice(0, 4)), Number(next.slice(5, 7)), day) : null;
}

const TIME = /^[\s,(]*(?:at\s+)?(?:(오전|오후)\s*)?(?:(\d{1,2}):(\d{2})|(\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s*시(?:\s*(\d{1,2})분)?|(\d{1,2})\s*(am|pm)\b)/iu;
const KO_HOURS = ['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열', '열한', '열두'];

/** A time right after a date. */
function timeAfter(text: string): string | undefined {
  const m = TIME.exec(text);
  if (!m) return undefined;
  const word = KO_HOURS.indexOf(m[4] ?? '') + 1;
  let hour = Number(m[2] ?? m[6] ?? (word > 0 ? word : m[4]));
  if ((m[1] === '오후' || m[7]?.toLowerCase() === 'pm') && hour < 12) hour += 12;
  const minute = Number(m[3] ?? m[5] ?? 0);
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined;
}

/** All dates in `text`, in order. `base` is the day it was said, an ISO date. Long texts are read up to 5,000 characters. */
export function findDates(text: string, base: string): FoundDate[] {
  const head = text.slice(0, 5000);
  const found: FoundDate[] = [];
  for (const { pattern, resolve, certain = true } of RULES) {
    for (const m of head.matchAll(pattern)) {
      const inside = found.some((f) => m.index < f.index + f.length && f.index < m.index + m[0].length);
      const date = inside ? null : resolve(m, base);
      if (date === null) continue;
      const time = timeAfter(head.slice(m.index + m[0].length, m.index + m[0].length + 30));
      found.push({ date, ...(time ? { time } : {}), index: m.index, length: m[0].length, text: m[0], certain });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The first certain date, or null. */
export function findDue(text: string, base: string): string | null {
  return findDates(text, base).find((f) => f.certain)?.date ?? null;
}
