/**
 * Dates in a sentence, Korean and English, resolved against the day it was said (domain.md §6 no.
 * 25). Vague ones ("early next month", 다음 달 초) and recurring ones (매주 목요일) are left alone.
 */
import type { DateRule } from './date-rules';
import { DATE_RULES } from './date-rules';
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
const RECURS_BEFORE = /(?:매주|매달|매월|매년|\bevery|\beach)\s*$/iu;
const RECURS_AFTER = /^\s?마다/u;

/**
 * All dates in `text`, in order, none inside another. `base` is the day it was said, an ISO date
 * (anything else finds nothing). Texts are read up to 5,000 characters.
 */
export function findDates(text: string, base: string): FoundDate[] {
  if (!isPlainDate(base)) return [];
  const head = text.slice(0, LIMIT);
  const found: FoundDate[] = [];
  for (const rule of DATE_RULES) {
    for (const m of head.matchAll(rule.pattern)) {
      const end = m.index + m[0].length;
      if (found.some((f) => m.index < f.index + f.length && f.index < end)) continue;
      const one = read(head, m, rule, base, found);
      if (!one) continue;
      // A weekday or time that belongs to another date already isn't taken twice.
      const taken = found.some((f) => one.index < f.index + f.length && f.index < one.index + one.length);
      found.push(taken ? { date: one.date, index: m.index, length: m[0].length, text: m[0], certain: one.certain } : one);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

function read(head: string, m: RegExpExecArray, rule: DateRule, base: string, earlier: readonly FoundDate[]): FoundDate | null {
  const end = m.index + m[0].length;
  if (RECURS_AFTER.test(head.slice(end, end + 4)) || RECURS_BEFORE.test(head.slice(Math.max(0, m.index - 8), m.index))) return null;
  const before = earlier.filter((f) => f.index < m.index).sort((a, b) => b.index - a.index)[0]?.date;
  const resolved = rule.resolve(m, base, { text: head, ...(before ? { before } : {}) });
  if (resolved === null || !isPlainDate(resolved.date)) return null;
  const weekday = WEEKDAY_AFTER.exec(head.slice(end, end + 8));
  const fits = weekday === null || KO_DAYS.indexOf(weekday[1] ?? weekday[2] ?? '') === weekdayOf(resolved.date);
  const afterDay = end + (weekday?.[0].length ?? 0);
  const late = timeAfter(head.slice(afterDay, afterDay + 30));
  const early = late ? null : timeBefore(head.slice(Math.max(0, m.index - 30), m.index));
  const time = late?.time ?? early?.time;
  const index = m.index - (early?.length ?? 0);
  const length = afterDay + (late?.length ?? 0) - index;
  return {
    date: resolved.date, ...(time ? { time } : {}), index, length, text: head.slice(index, index + length), certain: resolved.certain && fits,
  };
}

/** The first certain date in `text`, or null. */
export function findDue(text: string, base: string): string | null {
  return findDates(text, base).find((f) => f.certain)?.date ?? null;
}
