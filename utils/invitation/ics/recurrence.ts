/**
 * The days of a repeating meeting. Walks calendar days itself: the library's iterator never comes back from some
 * rules (`FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31`), and an invitation is a stranger's. Every day looked at is paid from
 * a budget that the whole reading shares.
 */

/** Days since 1970-01-01. */
type Day = number;
export interface Budget { days: number }
/** So many days are looked at for one invitation: a daily series of 50 years is 18,000. */
export const DAY_BUDGET = 300_000;

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

export interface Rule {
  freq: (typeof FREQUENCIES)[number];
  interval: number;
  count: number | null;
  /** As the library writes it: `2027-01-01T00:00:00Z`, `2027-01-01`. */
  until: string | null;
  weekdays: { nth: number; day: number }[];
  monthDays: number[];
  yearDays: number[];
  months: number[];
  positions: number[];
  weekStart: number;
}

const LAST_DAY: Day = Date.UTC(2500, 0, 1) / 86_400_000;
const DAY_MS = 86_400_000;

/** The calendar day of a wall time. */
export function dayOf(wall: number): Day {
  return Math.floor(wall / DAY_MS);
}

function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function numbersOf(value: unknown): number[] {
  return listOf(value).map(Number).filter((n) => Number.isInteger(n) && n !== 0);
}

function weekdaysOf(value: unknown): Rule['weekdays'] {
  return listOf(value).flatMap((one) => {
    const m = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/u.exec(String(one));
    return m ? [{ nth: Number(m[1] ?? 0), day: WEEKDAYS.indexOf(m[2] ?? '') }] : [];
  });
}

/** True where a part of the rule sets a time of day, and it isn't the meeting's own. */
function otherTime(value: unknown, own: number): boolean {
  const said = listOf(value);
  return said.length > 0 && !(said.length === 1 && Number(said[0]) === own);
}

/**
 * The rule that the library parsed, or null where it isn't one of whole days that is followed here: by the hour
 * or faster, by number of the week, several times a day.
 */
export function readRule(parsed: unknown, startWall: number): Rule | null {
  if (typeof parsed !== 'object' || parsed === null) return null;
  const said = new Map<string, unknown>(Object.entries(parsed));
  const freq = FREQUENCIES.find((one) => one === said.get('freq'));
  const start = new Date(startWall);
  const times = otherTime(said.get('byhour'), start.getUTCHours()) || otherTime(said.get('byminute'), start.getUTCMinutes()) || otherTime(said.get('bysecond'), start.getUTCSeconds());
  if (!freq || times || said.has('byweekno')) return null;
  const interval = Number(said.get('interval') ?? 1);
  const count = said.has('count') ? Number(said.get('count')) : null;
  if (!Number.isInteger(interval) || interval < 1 || (count !== null && !Number.isInteger(count))) return null;
  const week = said.get('wkst');
  const weekStart = typeof week === 'number' ? week - 1 : WEEKDAYS.indexOf(typeof week === 'string' ? week : 'MO');
  const until = said.get('until');
  return {
    // The library's own time, which writes itself as ISO.
    // oxlint-disable-next-line typescript/no-base-to-string
    freq, interval, count, until: until === undefined ? null : String(until),
    weekdays: weekdaysOf(said.get('byday')), monthDays: numbersOf(said.get('bymonthday')), yearDays: numbersOf(said.get('byyearday')),
    months: numbersOf(said.get('bymonth')), positions: numbersOf(said.get('bysetpos')), weekStart: weekStart < 0 ? 1 : weekStart,
  };
}

/** What the start says where the rule doesn't: every week on its weekday, every month on its day. */
function completed(rule: Rule, start: Date): Rule {
  if (rule.weekdays.length + rule.monthDays.length + rule.yearDays.length > 0 || rule.freq === 'DAILY') return rule;
  if (rule.freq === 'WEEKLY') return { ...rule, weekdays: [{ nth: 0, day: start.getUTCDay() }] };
  const months = rule.freq === 'YEARLY' && rule.months.length === 0 ? [start.getUTCMonth() + 1] : rule.months;
  return { ...rule, months, monthDays: [start.getUTCDate()] };
}

function monthStart(count: number): Day {
  return Date.UTC(Math.floor(count / 12), ((count % 12) + 12) % 12, 1) / DAY_MS;
}

const monthCount = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();

/** First and last day of the period that is `steps` intervals after the start's. */
function period(rule: Rule, start: Day, steps: number): [first: Day, last: Day] {
  const ahead = steps * rule.interval;
  if (rule.freq === 'DAILY') return [start + ahead, start + ahead];
  const date = new Date(start * DAY_MS);
  if (rule.freq === 'WEEKLY') {
    const monday = start - ((date.getUTCDay() - rule.weekStart + 7) % 7) + ahead * 7;
    return [monday, monday + 6];
  }
  const months = rule.freq === 'MONTHLY' ? 1 : 12;
  const from = (rule.freq === 'MONTHLY' ? monthCount(date) : date.getUTCFullYear() * 12) + ahead * months;
  return [monthStart(from), monthStart(from + months) - 1];
}

/** How many periods may be left out before `from`. Counted series have to be walked from the start. */
function skipped(rule: Rule, start: Day, from: Day): number {
  if (rule.count !== null || from <= start) return 0;
  const length = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[rule.freq];
  return Math.max(0, Math.floor((from - start) / length / rule.interval) - 1);
}

/** `place` from the front or, negative, from the back of `of`. */
function isAmong(places: readonly number[], place: number, of: number): boolean {
  return places.includes(place) || places.includes(place - of - 1);
}

function isNth(nth: number, place: number, of: number): boolean {
  return nth === 0 || (nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((of - place + 1) / 7) === -nth);
}

function fits(rule: Rule, day: Day): boolean {
  const date = new Date(day * DAY_MS);
  if (rule.months.length > 0 && !rule.months.includes(date.getUTCMonth() + 1)) return false;
  const month = monthCount(date);
  const inMonth = [date.getUTCDate(), monthStart(month + 1) - monthStart(month)] as const;
  const year = date.getUTCFullYear() * 12;
  const inYear = [day - monthStart(year) + 1, monthStart(year + 12) - monthStart(year)] as const;
  if (rule.monthDays.length > 0 && !isAmong(rule.monthDays, ...inMonth)) return false;
  if (rule.yearDays.length > 0 && !isAmong(rule.yearDays, ...inYear)) return false;
  const counted = rule.freq === 'MONTHLY' || (rule.freq === 'YEARLY' && rule.months.length > 0) ? inMonth : rule.freq === 'YEARLY' ? inYear : null;
  return rule.weekdays.length === 0 || rule.weekdays.some(({ nth, day: weekday }) => weekday === date.getUTCDay() && (counted === null || isNth(nth, ...counted)));
}

function daysOf(rule: Rule, first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day += 1) if (fits(rule, day)) days.push(day);
  return rule.positions.length === 0 ? days : days.filter((_, at) => isAmong(rule.positions, at + 1, days.length));
}

/**
 * The days of the series in order, those before `from` left out. Ends with the series (COUNT; UNTIL is the
 * caller's, it is an instant), with the budget, or in the year 2500.
 */
export function* seriesDays(rule: Rule, start: Day, from: Day, budget: Budget): Generator<Day> {
  const whole = completed(rule, new Date(start * DAY_MS));
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (let step = skipped(rule, start, from); left > 0; step += 1) {
    const [first, last] = period(whole, start, step);
    // A huge interval makes it no number at all, and neither is then a budget.
    if (!(last < LAST_DAY)) return;
    budget.days -= last - first + 1;
    if (budget.days < 0) return;
    for (const day of daysOf(whole, first, last)) {
      if (day < start || left <= 0) continue;
      left -= 1;
      if (day >= from) yield day;
    }
  }
}
