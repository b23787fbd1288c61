/** When a pasted text says that the meeting is: its date, from and to, and the zone beside them. */
import type { FoundDate } from '../time/find-dates';
import { findDates } from '../time/find-dates';
import { timeAfter, timeBefore } from '../time/find-time';
import { addDays, dateAt } from '../time/plain-date';
import type { ReadingContext } from './invitation';
import { DAY_MINUTES, lengthAfter } from './text-length';
import type { ZoneBeside } from './zone-beside';
import { zoneAfter, zoneLine } from './zone-beside';

/** ISO date, times `14:00`; a time that isn't said is null. */
export interface When { date: string; start: string | null; end: string | null; endDate: string; zone: ZoneBeside }

interface TimeRange { start: string; end: string | null; behind: string }

const DASH = /^\s*(?:[-–—~〜∼]|to\b|until\b|부터)\s*(?:(?:익일|다음\s?날)\s*)?/iu;
/** The end on a line of its own: "Start: …" above "End: …". */
const END_LINE = /^\s*(?:\([^()\n]{1,40}\)\s*)?\n[\s>*-]*(?:종료(?:\s?(?:시간|일시))?|끝|마침|end(?:s|\s?time)?)\s*[:：]\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s*)?$/iu;
const HALF_SAID = /(오전|오후|아침|새벽|낮|저녁|밤)|([ap])\.?m\b/iu;
/** A clock with nothing that says which half of the day. */
const BARE_CLOCK = /^(\d{1,2})(?::(\d{2}))?(?!\d)(?:\s*시(?!간)(?:\s*(\d{1,2})분)?)?/u;
/** Behind a day that was named in words the date itself may stand in brackets: 다음 주 화요일(12/1). */
const SEPARATORS = /^\s?(?:\([\d.월일\s/월화수목금토요-]{1,20}\))?\)?[\s,;⋅·•|@(/-]*(?:at\s+|from\s+)?/iu;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function clock(hour: number, minute: number): string | null {
  return hour > 23 || minute > 59 ? null : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Of an hour without its half: the first such time after `start`. */
function bareAfter(text: string, start: string): { time: string; length: number } | null {
  const m = BARE_CLOCK.exec(text);
  const [hour, minute] = [Number(m?.[1]), Number(m?.[2] ?? m?.[3] ?? 0)];
  const times = m ? [clock(hour, minute), hour < 12 ? clock(hour + 12, minute) : null] : [];
  const time = times.find((one) => one != null && minutesOf(one) > minutesOf(start)) ?? null;
  return m && time !== null ? { time, length: m[0].length } : null;
}

/** "2:00 – 3:00pm", "11:30-1pm": the end says the half of both; the start is the last such time before it. */
function startFromEnd(text: string): TimeRange | null {
  const m = BARE_CLOCK.exec(text);
  const dash = m ? DASH.exec(text.slice(m[0].length)) : null;
  if (!m || !dash) return null;
  const rest = text.slice(m[0].length + dash[0].length);
  const end = timeAfter(rest.slice(0, 30));
  if (!end || !HALF_SAID.test(rest.slice(0, end.length))) return null;
  const [hour, minute] = [Number(m[1]), Number(m[2] ?? m[3] ?? 0)];
  const starts = [clock(hour < 12 ? hour + 12 : hour, minute), clock(hour === 12 ? 0 : hour, minute)];
  const start = starts.find((one) => one !== null && minutesOf(one) < minutesOf(end.time)) ?? null;
  return start === null ? null : { start, end: end.time, behind: rest.slice(end.length) };
}

/** The end that a length behind the start gives: "오후 2시 (1시간)", "14:00 (60분)", "2 PM | Seoul | 1 hr". Longer than a day is none. */
function withLength(range: TimeRange): TimeRange {
  const length = range.end === null ? lengthAfter(range.behind) : null;
  if (!length) return range;
  const end = (minutesOf(range.start) + length.minutes) % DAY_MINUTES;
  return { start: range.start, end: clock(Math.floor(end / 60), end % 60), behind: length.behind };
}

/** What follows a start: a dash, perhaps the date again, and the end. */
function endAfter(text: string, start: string): { end: string | null; behind: string } {
  const dash = DASH.exec(text);
  if (!dash) return { end: null, behind: text };
  const rest = text.slice(dash[0].length);
  // "10:00부터 1시간": a length, and no hour.
  if (lengthAfter(rest)) return { end: null, behind: rest };
  const sure = timeAfter(rest.slice(0, 30));
  // "오전 11:00~1:00" reads 11:00 and 01:00 where nothing says the half; "14:00-15:00" has none to say.
  if (sure && (HALF_SAID.test(rest.slice(0, sure.length)) || minutesOf(sure.time) > minutesOf(start))) return { end: sure.time, behind: rest.slice(sure.length) };
  const bare = bareAfter(rest, start);
  if (bare) return { end: bare.time, behind: rest.slice(bare.length) };
  return sure ? { end: sure.time, behind: rest.slice(sure.length) } : { end: null, behind: rest };
}

/** The from and to that `text` begins with. */
function rangeAt(text: string): TimeRange | null {
  const rest = text.slice(SEPARATORS.exec(text)?.[0].length ?? 0);
  const shared = startFromEnd(rest);
  if (shared) return shared;
  const start = timeAfter(rest.slice(0, 30));
  return start && { start: start.time, ...endAfter(rest.slice(start.length), start.time) };
}

/** A time before its date: "14:00-15:00, 26 Nov 2026". */
function rangeBefore(text: string): TimeRange | null {
  const at = Math.max(0, text.search(/(?:\d{1,2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[-–—~]|to)\s*)?\d{1,2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?[\s,]*(?:on\s+)?(?:\([A-Z]{2,5}\)\s*)?$/iu));
  const range = timeBefore(text.slice(-30)) ? rangeAt(text.slice(at)) : null;
  return range;
}

const TIME_LABEL = /^[\s>*•-]*(?:time|시간|시각)\s*[:：]\s*/iu;
const WHEN_LABEL = /^[\s>*•-]*(?:일\s?시|일정|시간|날짜|언제|시작(?:\s?(?:시간|일시))?|회의 (?:일시|시간)|미팅 (?:일시|시간)|when|starts?|time|date|date and time|meeting time)\s*[:：]?\s*/iu;
/** When a mail was sent, or a quoted one. */
const SENT = /^[\s>*]*(?:sent|received|보낸\s?날짜|받은\s?날짜|보낸\s?시간|on .{0,80}wrote|.{0,80}님이 작성)\s*[:：]?/iu;
const MAIL_DATE = /^[\s>*]*(?:date|날짜)\s*[:：]/iu;
const MAIL_HEAD = /^[\s>*]*(?:from|보낸\s?사람|발신)\s*[:：]/imu;

interface Placed { found: FoundDate; line: string; head: string; rest: string; score: number }

function score(found: FoundDate, line: string, before: string, today: string, mail: boolean): number {
  if (SENT.test(line) || /\bwrote\s*:\s*$/iu.test(line) || (mail && MAIL_DATE.test(line))) return -100;
  const labelled = WHEN_LABEL.test(line) || /^[\s>*]*(?:when|일시|언제)\s*[:：]?\s*$/iu.test(before);
  return (labelled ? 4 : 0) + (found.time || rangeAt(line.slice(line.indexOf(found.text) + found.text.length)) ? 3 : 0) + (found.date >= today ? 2 : 0) + (found.certain ? 1 : 0);
}

function place(text: string, found: FoundDate, today: string, mail: boolean): Placed {
  // A time before the date belongs to the find: the line is the one of the date's last letter.
  const from = text.lastIndexOf('\n', found.index) + 1;
  const end = text.indexOf('\n', found.index + found.length);
  const line = text.slice(from, end < 0 ? undefined : end);
  const before = text.slice(Math.max(0, text.lastIndexOf('\n', Math.max(0, from - 2)) + 1), Math.max(0, from - 1));
  return { found, line, head: text.slice(from, found.index), rest: text.slice(found.index + found.length), score: score(found, line, before, today, mail) };
}

/** The times that go with a date: in its own words, right behind it, before it, or on a line of their own below. */
function rangeOf({ found, head, rest }: Placed): TimeRange | null {
  const own = found.text;
  const late = own.search(/\d{1,2}:\d{2}|(?:오전|오후|아침|새벽|낮|저녁|밤)?\s*\S{1,2}\s?시|\d{1,2}\s*[ap]\.?m/iu);
  const sameLine = rest.split('\n')[0] ?? '';
  if (found.time && late > 0) return { start: found.time, ...endAfter(rest.slice(0, 200), found.time) };
  const before = found.time ? rangeBefore(`${head}${own.slice(0, timeLength(own))}`) : null;
  if (before) return { ...before, behind: before.behind.trim() === '' ? rest : before.behind };
  if (found.time) return { start: found.time, end: null, behind: rest };
  const below = rest.split('\n').slice(1, 4).find((line) => TIME_LABEL.test(line) || /^\s*(?:오전|오후)?\s*\d{1,2}(?::\d{2}|\s*[ap]m|시)/iu.test(line));
  return rangeAt(sameLine.slice(0, 200)) ?? (below === undefined ? null : rangeAt(below.replace(TIME_LABEL, '').slice(0, 200)));
}

/** How much of a find is the time before the date. */
function timeLength(own: string): number {
  return timeAfter(own.slice(0, 30))?.length ?? 0;
}

/** The date that ends a range over several days or names the same day again: `… 2:00 PM to Nov 26, 2026 3:00 PM`. */
function again(dates: readonly FoundDate[], first: FoundDate, text: string): FoundDate | null {
  const [begun, after] = dates.filter((one) => one.index > first.index);
  const between = begun ? text.slice(first.index + first.length, begun.index) : '';
  // "Thu 12/3/2026": the weekday was found as a day of its own.
  const next = begun && after && begun.time === undefined && /^[\s,]*$/u.test(text.slice(begun.index + begun.length, after.index)) ? after : begun;
  const joined = between.length < 12 && DASH.test(between) && between.replace(DASH, '').trim() === '';
  return next?.time && next.date >= first.date && (joined || (between.length < 60 && END_LINE.test(between))) ? next : null;
}

function inOwnDay(date: string, { start, end, behind }: TimeRange, zone: (text: string) => ZoneBeside): When {
  // A call over midnight ends the day after.
  const endDate = end !== null && minutesOf(end) <= minutesOf(start) ? addDays(date, 1) : date;
  return { date, start, end, endDate, zone: zone(behind) };
}

/**
 * The meeting's time in a text, the likeliest of all dates in it: labelled as one, with a time, not gone by. Null
 * where no date is found. `text` is read up to 5,000 characters.
 */
export function findWhen(text: string, context: ReadingContext): When | null {
  const { dates, placed } = placedDates(text, context);
  const one = placed.sort((a, b) => b.score - a.score || a.found.index - b.found.index)[0];
  return one ? whenOf(one, dates, text) : null;
}

/** Of a series that lists its dates with their times: the first that isn't over. Null where there are not two of them. */
export function nextListed(text: string, context: ReadingContext): When | null {
  const { dates, placed } = placedDates(text, context);
  const timed = placed.filter(({ found }) => found.time !== undefined).sort((a, b) => a.found.index - b.found.index);
  const today = dateAt(context.now, context.utcOffset);
  const next = timed.find(({ found }) => found.date > today || (found.date === today && minutesOf(found.time ?? '') >= minutesNow(context)));
  return timed.length < 3 || !next ? null : whenOf(next, dates, text);
}

function minutesNow({ now, utcOffset }: ReadingContext): number {
  return Math.floor(now / 60_000 + utcOffset) % 1440;
}

function placedDates(text: string, context: ReadingContext): { dates: FoundDate[]; placed: Placed[] } {
  const today = dateAt(context.now, context.utcOffset);
  const dates = findDates(text, today);
  const mail = MAIL_HEAD.test(text);
  return { dates, placed: dates.map((found) => place(text, found, today, mail)).filter((one) => one.score > -100) };
}

function whenOf(one: Placed, dates: readonly FoundDate[], text: string): When {
  const zone = (behind: string): ZoneBeside => zoneAfter(behind) ?? zoneLine(text);
  const last = again(dates, one.found, text);
  if (last?.time && one.found.time) return { date: one.found.date, start: one.found.time, end: last.time, endDate: last.date, zone: zone(text.slice(last.index + last.length)) };
  const range = rangeOf(one);
  return range ? inOwnDay(one.found.date, withLength(range), zone) : { date: one.found.date, start: null, end: null, endDate: one.found.date, zone: null };
}
