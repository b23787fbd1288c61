/**
 * Dates in a sentence, Korean and English, resolved against the day it was said (domain.md §6 no.
 * 25). Vague ones ("early next month", 다음 달 초), recurring ones (매주 목요일) and those that words beside them move
 * in a way that isn't understood (이듬해 3월 1일) are left alone.
 */
import { isMoved } from './date-doubts';
import { DATE_RULES } from './date-rules';
import type { Around, DateRule, Open } from './date-steps';
import { timeAfter, timeBefore } from './find-time';
import { isPlainDate, weekdayOf } from './plain-date';

export interface FoundDate {
  /** ISO calendar date. */
  date: string;
  /** `14:00` when a time stands beside it. */
  time?: string;
  index: number;
  length: number;
  /** The words read: the date, a weekday and a time beside it. */
  text: string;
  /** False where a doubt is left: day or month first, a weekday that isn't that day's, a day gone by. */
  certain: boolean;
}

const LIMIT = 5000;
const KO_DAYS = '일월화수목금토';
/** A weekday said after its date: 12월 10일 목요일, 12/10(목). */
const WEEKDAY_AFTER = /^\s?(?:\(([월화수목금토일])(?:요일)?\)|([월화수목금토일])요일)/u;
const RECURS_BEFORE = /(?:매주|격주|매달|매월|매년|\bevery|\beach)\s*$/iu;
const RECURS_AFTER = /^\s?마다/u;

/** How far words are looked at on either side of a date. */
const BESIDE = 40;

/** A date with the weekday beside it, before a time is looked for. */
interface Bare { date: string; index: number; end: number; certain: boolean; open: Open }

/**
 * All dates in `text`, in order, none inside another. `base` is the day it was said, an ISO date (anything else finds
 * nothing); `language` is that of who reads it, for `12/3`. Texts are read up to 5,000 characters.
 */
export function findDates(text: string, base: string, language?: 'ko' | 'en'): FoundDate[] {
  if (!isPlainDate(base)) return [];
  const head = text.slice(0, LIMIT);
  const all = bareDates({ text: head, ...(language ? { language } : {}) }, base).sort((a, b) => a.index - b.index);
  // Looked at when all are known: a year beside a date may be that of the next one.
  const bare = all.filter((one, i) => {
    const before = head.slice(Math.max(all[i - 1]?.end ?? 0, one.index - BESIDE), one.index);
    return !isMoved(head.slice(one.index, one.end), one.open, before, head.slice(one.end, Math.min(all[i + 1]?.index ?? LIMIT, one.end + BESIDE)));
  });
  const found: FoundDate[] = [];
  // Times come last: what stands between two dates belongs to the first, whichever form was read first.
  let from = 0;
  bare.forEach((one, i) => {
    const timed = withTime(head, one, from, bare[i + 1]?.index ?? head.length);
    found.push(timed);
    from = timed.index + timed.length;
  });
  return found;
}

function bareDates(around: Around, base: string): Bare[] {
  const found: Bare[] = [];
  const isTaken = (index: number, end: number): boolean => found.some((f) => index < f.end && f.index < end);
  for (const rule of DATE_RULES) {
    for (const m of around.text.matchAll(rule.pattern)) {
      const end = m.index + m[0].length;
      if (isTaken(m.index, end)) continue;
      const one = read(around, m, rule, base, found);
      // A weekday that is a date of its own already isn't taken twice.
      if (one) found.push(isTaken(one.index, one.end) ? { ...one, end } : one);
    }
  }
  return found;
}

function read(around: Around, m: RegExpExecArray, rule: DateRule, base: string, earlier: readonly Bare[]): Bare | null {
  const { text: head } = around;
  const end = m.index + m[0].length;
  if (RECURS_AFTER.test(head.slice(end, end + 4)) || RECURS_BEFORE.test(head.slice(Math.max(0, m.index - 8), m.index))) return null;
  const before = earlier.filter((f) => f.index < m.index).sort((a, b) => b.index - a.index)[0]?.date;
  const resolved = rule.resolve(m, base, { ...around, ...(before ? { before } : {}) });
  if (resolved === null || !isPlainDate(resolved.date)) return null;
  const weekday = WEEKDAY_AFTER.exec(head.slice(end, end + 8));
  const fits = weekday === null || KO_DAYS.indexOf(weekday[1] ?? weekday[2] ?? '') === weekdayOf(resolved.date);
  return { date: resolved.date, index: m.index, end: end + (weekday?.[0].length ?? 0), certain: resolved.certain && fits, open: rule.open };
}

/** Adds the time beside a date, looked for between `from` and `to`: where the dates around it end and begin. */
function withTime(head: string, one: Bare, from: number, to: number): FoundDate {
  const late = timeAfter(head.slice(one.end, Math.min(one.end + 30, to)));
  const early = late ? null : timeBefore(head.slice(Math.max(from, one.index - 30), one.index));
  const time = late?.time ?? early?.time;
  const index = one.index - (early?.length ?? 0);
  const length = one.end + (late?.length ?? 0) - index;
  return { date: one.date, ...(time ? { time } : {}), index, length, text: head.slice(index, index + length), certain: one.certain };
}

/** The first certain date in `text`, or null. `language` as for `findDates`. */
export function findDue(text: string, base: string, language?: 'ko' | 'en'): string | null {
  return findDates(text, base, language).find((f) => f.certain)?.date ?? null;
}
