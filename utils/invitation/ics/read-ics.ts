/** An .ics file: the meeting that comes next in it. */
import type { Invitation, InvitationNote, ReadingContext } from '../invitation';
import { inOrder } from '../invitation';
import type { IcsEvent, Written } from './ics-events';
import { instantOf, nextOf, readEvent, repeats } from './ics-events';
import type { IcsComponent } from './ics-lines';
import { readComponents, textOf } from './ics-lines';
import { zoneFinder } from './ics-zones';
import type { FoundLink } from '../links';
import { callLink, findLinks } from '../links';
import { PeopleList } from '../people';
import type { Budget } from './recurrence';
import { DAY_BUDGET } from './recurrence';
import { cleanName } from '../../text/normalize';

/** One meeting that could be meant, at the date that could be meant. */
interface Candidate { event: IcsEvent; at: Written | null; startsAt: number | null; recurring: boolean; unclear: boolean }

const MOST_EVENTS = 5_000;

/** Meetings by UID: a series with the dates of it that were changed. An event without one is on its own. */
function grouped(events: readonly IcsEvent[]): IcsEvent[][] {
  const groups = new Map<string, IcsEvent[]>();
  events.forEach((event, at) => {
    const key = event.uid === '' ? `no uid ${String(at)}` : `uid ${event.uid}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  });
  return [...groups.values()];
}

function candidate(event: IcsEvent, at: Written | null, series: boolean, utcOffset: number): Candidate {
  return { event, at, startsAt: at && instantOf(at, utcOffset), recurring: series, unclear: event.rule === 'unclear' };
}

/** The next date of one meeting, or its only one. */
function candidatesOf(group: readonly IcsEvent[], context: ReadingContext, budget: Budget): Candidate[] {
  const { utcOffset } = context;
  const master = group.filter((event) => event.instead === null).sort((a, b) => b.sequence - a.sequence)[0];
  const changed = group.filter((event) => event.instead !== null);
  const series = master !== undefined && repeats(master);
  // Where the whole series is called off, so are the dates of it.
  const own = changed.map((event) => candidate({ ...event, cancelled: event.cancelled || (master?.cancelled ?? false) }, event.start, series, utcOffset));
  if (!master) return own;
  const moved = changed.map((event) => event.instead).filter((at) => at !== null);
  const next = series ? nextOf(master, moved, context, budget) : null;
  const overtaken = next === null && own.some((one) => one.startsAt !== null && one.startsAt >= context.now);
  return overtaken ? own : [candidate(master, next ?? master.start, series, utcOffset), ...own];
}

const endOf = (one: Candidate): number => (one.startsAt ?? 0) + (one.event.duration ?? 0);

/** Smaller is likelier meant: takes place, has a date, isn't over; then the soonest, of those over the latest. */
function rank(one: Candidate, now: number): [number, number] {
  if (one.startsAt === null) return [4, 0];
  const over = one.startsAt < now && endOf(one) <= now;
  const tier = (one.event.cancelled ? 1 : 0) + (over ? 2 : 0);
  return [tier, over ? -one.startsAt : one.startsAt];
}

function best(candidates: readonly Candidate[], now: number): Candidate | null {
  let found: { one: Candidate; rank: [number, number] } | null = null;
  for (const one of candidates) {
    const here = rank(one, now);
    if (found === null || here[0] < found.rank[0] || (here[0] === found.rank[0] && here[1] < found.rank[1])) found = { one, rank: here };
  }
  return found?.one ?? null;
}

const CALL_FIELDS = ['x-google-conference', 'conference', 'x-microsoft-skypeteamsmeetingurl', 'x-microsoft-onlinemeetingconflink'];

/** What a calendar calls the call comes first, then the place, then what people wrote. */
function linkOf(component: IcsComponent): FoundLink | null {
  const of = (names: readonly string[]): FoundLink[] =>
    names.flatMap((name) => component.properties.filter((one) => one.name === name).slice(0, 20)).flatMap((one) => (typeof one.values[0] === 'string' ? findLinks(one.values[0]) : []));
  const [call, place, rest] = [of(CALL_FIELDS), of(['location', 'url']), of(['description', 'x-alt-desc', 'summary'])];
  const found = callLink([...call, ...place, ...rest]);
  return found ?? call[0] ?? of(['location'])[0] ?? null;
}

/** A room or a projector is invited too, but doesn't come as a person. */
const THINGS = new Set(['ROOM', 'RESOURCE']);

function peopleOf(component: IcsComponent): PeopleList {
  const list = new PeopleList();
  for (const role of ['organizer', 'attendee']) {
    for (const { params, values } of component.properties.filter((one) => one.name === role)) {
      if (THINGS.has((params.get('cutype') ?? '').toUpperCase())) continue;
      const value = typeof values[0] === 'string' ? values[0] : '';
      list.add(params.get('cn') ?? '', /^mailto:/iu.test(value) ? value : (params.get('email') ?? value), role === 'organizer');
    }
  }
  return list;
}

function timeNotes(one: Candidate, endsAt: number | null, context: ReadingContext): InvitationNote[] {
  if (one.at === null || one.startsAt === null) return ['no_date'];
  const notes: InvitationNote[] = [];
  if ((endsAt ?? one.startsAt) < context.now) notes.push('past');
  if (endsAt === null) notes.push('no_end');
  if (one.at.unknown) notes.push('unknown_zone');
  // A time in UTC is how a program writes it down, not where somebody is.
  if (one.at.zone && !one.at.utc && one.at.zone.offsetAtWall(one.at.wall) !== context.utcOffset) notes.push('other_zone');
  return notes;
}

function invitationOf(one: Candidate, several: boolean, context: ReadingContext): Invitation {
  const { event, at, startsAt } = one;
  const endsAt = startsAt === null || event.duration === null ? null : startsAt + event.duration;
  const link = linkOf(event.component);
  const people = peopleOf(event.component);
  const notes = timeNotes(one, endsAt, context);
  if (event.cancelled) notes.push('cancelled');
  if (several) notes.push('several_events');
  if (one.recurring) notes.push(one.unclear ? 'recurring_unclear' : 'recurring_first');
  if (link?.room == null) notes.push('no_room');
  if (people.cut) notes.push('people_cut');
  return {
    title: cleanName(textOf(event.component, 'summary')), startsAt, endsAt, allDay: at?.dateOnly ?? false, recurring: one.recurring,
    people: people.people, room: link?.room ?? null, url: link?.url ?? null, notes: inOrder(notes),
  };
}

/** Reads an unfolded calendar file; a reason where there is no meeting in it, or it is broken. */
export function readIcs(unfolded: string, context: ReadingContext): Invitation | 'damaged' | 'not_an_invitation' {
  const root = readComponents(unfolded);
  if (root === null) return 'damaged';
  const budget: Budget = { days: DAY_BUDGET };
  // A bare VEVENT was copied out of its calendar.
  const calendars = [root, ...root.children.filter((one) => one.name === 'vcalendar')];
  const findZone = zoneFinder(calendars, budget);
  const events = calendars.flatMap((calendar) => {
    const cancelled = textOf(calendar, 'method').trim().toUpperCase() === 'CANCEL';
    return calendar.children.filter((one) => one.name === 'vevent').slice(0, MOST_EVENTS).map((one) => readEvent(one, cancelled, findZone));
  });
  const groups = grouped(events.slice(0, MOST_EVENTS));
  const one = best(groups.flatMap((group) => candidatesOf(group, context, budget)), context.now);
  return one === null ? 'not_an_invitation' : invitationOf(one, groups.length > 1, context);
}
