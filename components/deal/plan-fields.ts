/** The plan of a meeting as the fields of a form, and back. */
import type { PlannedMeeting, PlannedPerson } from '@/utils/deal/planned-meeting';
import type { Invitation } from '@/utils/invitation/invitation';
import { roomOfLink } from '@/utils/meeting/rooms';
import { utcOffsetAt } from '@/utils/settings/clock';
import { dayOrNull, isWrongDay } from '@/utils/time/field-day';
import { dateAt, timeText } from '@/utils/time/plain-date';

/** `toDate` is '' while it ends on its day, or in the night after it. `assumed`: nobody said when it begins on its day. */
export interface PlanFields { title: string; aim: string; date: string; from: string; toDate: string; to: string; url: string; people: string; assumed: boolean }

/** Of a day without a time: when most working days begin. Said beside the field. */
export const ASSUMED_TIME = '09:00';
const NONE: PlanFields = { title: '', aim: '', date: '', from: '', toDate: '', to: '', url: '', people: '', assumed: false };
const DAY_MS = 86_400_000;

const clock = (at: number): string => timeText(at, utcOffsetAt(at)).slice(0, 5);
const day = (at: number): string => dateAt(at, utcOffsetAt(at));
const lineOf = (p: PlannedPerson): string => (p.name && p.email ? `${p.name} <${p.email}>` : p.name || p.email);

/** `Name <mail>`, `Name mail`, a name or an address a line. */
function peopleOf(text: string): PlannedPerson[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const address = /(?:^|\s)<?([^<>\s]+@[^<>\s]+?)>?$/u.exec(line);
    return { name: (address ? line.slice(0, address.index) : line).trim(), email: address?.[1] ?? '' };
  });
}

/** Epoch milliseconds of a local date and time; null when either is missing. */
function instant(date: string, time: string): number | null {
  const at = date === '' || time === '' ? Number.NaN : new Date(`${date}T${time}`).getTime();
  return Number.isNaN(at) ? null : at;
}

type Times = Pick<PlanFields, 'date' | 'from' | 'toDate' | 'to'>;

/** On its own day an end before the beginning is after midnight. */
function endOf({ date, from, toDate, to }: Times): number | null {
  const [start, end] = [instant(date, from), instant(toDate || date, to)];
  if (start === null || end === null) return null;
  return end > start || toDate !== '' ? end : end + DAY_MS;
}

function timesOf(startsAt: number | null, endsAt: number | null): Times {
  if (startsAt === null) return { date: '', from: '', toDate: '', to: '' };
  const short = { date: day(startsAt), from: clock(startsAt), toDate: '', to: endsAt === null ? '' : clock(endsAt) };
  return endsAt === null || endOf(short) === endsAt ? short : { ...short, toDate: day(endsAt) };
}

/** The fields of a plan; without one, the day that was agreed. */
export function fieldsOf(plan: PlannedMeeting | null, agreedDate: string | null): PlanFields {
  if (!plan) return { ...NONE, date: dayOrNull(agreedDate) ?? '' };
  return { title: plan.title, aim: plan.aim, ...timesOf(plan.startsAt, plan.endsAt), url: plan.url, people: plan.people.map(lineOf).join('\n'), assumed: false };
}

/** The fields that an invitation fills; what it doesn't say, and the aim, stay as they are. */
export function filledBy({ title, url, startsAt, endsAt, allDay, people }: Invitation): Partial<PlanFields> {
  const times = allDay ? { ...timesOf(startsAt, null), from: ASSUMED_TIME } : timesOf(startsAt, endsAt);
  return {
    ...(title === '' ? {} : { title }), ...(url === null ? {} : { url }), ...(startsAt === null ? {} : { ...times, assumed: allDay }),
    ...(people.length > 0 ? { people: people.map(lineOf).join('\n') } : {}),
  };
}

export type PlanProblem = 'need_date' | 'need_time' | 'need_end' | 'end_before' | 'wrong_date' | null;

/** What keeps the times from being saved. */
export function problemOf({ date, from, toDate, to }: PlanFields): PlanProblem {
  if (isWrongDay(date) || isWrongDay(toDate)) return 'wrong_date';
  if ((date === '') !== (from === '')) return date === '' ? 'need_date' : 'need_time';
  if (toDate === '' || date === '') return null;
  if (to === '') return 'need_end';
  return (instant(toDate, to) ?? 0) <= (instant(date, from) ?? 0) ? 'end_before' : null;
}

/** What the touched fields make of the plan, and nothing else: another window may have changed the rest. Times belong together. */
export function partOf(fields: PlanFields, touched: Partial<PlanFields>): Partial<PlannedMeeting> {
  const has = (...names: (keyof PlanFields)[]): boolean => names.some((name) => touched[name] !== undefined);
  const url = fields.url.trim();
  return {
    ...(has('title') ? { title: fields.title.trim() } : {}), ...(has('aim') ? { aim: fields.aim.trim() } : {}),
    ...(has('date', 'from', 'toDate', 'to') ? { startsAt: instant(fields.date, fields.from), endsAt: endOf(fields) } : {}),
    ...(has('url') ? { url, room: roomOfLink(url) } : {}), ...(has('people') ? { people: peopleOf(fields.people) } : {}),
  };
}
