/** One VEVENT of a calendar file: when it takes place, and when next where it repeats. */
import ICAL from 'ical.js';
import type { ReadingContext } from '../invitation';
import type { IcsComponent, IcsProperty } from './ics-lines';
import { property, textOf } from './ics-lines';
import type { WallTime } from './ics-zones';
import { readWall } from './ics-zones';
import type { Budget, Rule } from './recurrence';
import { dayOf, readRule, seriesDays } from './recurrence';
import type { Zone } from '../zones';
import { fixedZone, instantAt } from '../zones';

/** `zone` null: the reader's own clock. `unknown`: a zone is named that nobody knows. */
export interface Written extends WallTime { zone: Zone | null; unknown: boolean }
export type FindZone = (tzid: string) => Zone | null;

export interface IcsEvent {
  uid: string;
  sequence: number;
  cancelled: boolean;
  start: Written | null;
  /** Milliseconds, null where nothing says it. */
  duration: number | null;
  /** `unclear`: it repeats, but not in a way that is followed here. */
  rule: Rule | 'unclear' | null;
  added: Written[];
  left: Written[];
  /** The date of the series that this event stands for. */
  instead: Written | null;
  component: IcsComponent;
}

const DAY_MS = 86_400_000;
const MOST_DATES = 1_000;

function writtenAt(value: unknown, zoneName: string, findZone: FindZone): Written | null {
  // A period (of RDATE) begins where its date is.
  const wall = readWall(Array.isArray(value) ? value[0] : value);
  if (!wall) return null;
  const named = wall.utc ? fixedZone(0) : zoneName === '' || wall.dateOnly ? null : findZone(zoneName);
  return { ...wall, zone: named, unknown: named === null && zoneName !== '' && !wall.dateOnly };
}

function times(properties: readonly IcsProperty[], findZone: FindZone): Written[] {
  const all = properties.flatMap((one) => one.values.slice(0, MOST_DATES).map((value) => writtenAt(value, one.params.get('tzid') ?? '', findZone)));
  return all.filter((one) => one !== null).slice(0, MOST_DATES);
}

function timesOf(component: IcsComponent, name: string, findZone: FindZone): Written[] {
  return times(component.properties.filter((one) => one.name === name).slice(0, MOST_DATES), findZone);
}

/** The instant of a written time, for this reader. */
export function instantOf(written: Written, utcOffset: number): number {
  return instantAt(written.zone ?? fixedZone(utcOffset), written.wall);
}

function durationOf(component: IcsComponent, start: Written | null, findZone: FindZone): number | null {
  const end = timesOf(component, 'dtend', findZone)[0];
  if (start && end) {
    // The reader's offset can't matter to a length: both are his, or neither.
    const length = start.dateOnly || (start.zone === null && end.zone === null) ? end.wall - start.wall : instantOf(end, 0) - instantOf(start, 0);
    return length > 0 ? length : null;
  }
  const said = textOf(component, 'duration');
  if (said === '') return start?.dateOnly ? DAY_MS : null;
  try {
    const length = ICAL.Duration.fromString(said).toSeconds() * 1000;
    return length > 0 && length < 400 * DAY_MS ? length : null;
  } catch {
    return null;
  }
}

function ruleOf(component: IcsComponent, start: Written | null): IcsEvent['rule'] {
  const rules = component.properties.filter((one) => one.name === 'rrule');
  if (rules.length === 0 || start === null) return null;
  return (rules.length === 1 ? readRule(rules[0]?.values[0], start.wall) : null) ?? 'unclear';
}

/** Reads a VEVENT; `cancelled` for the whole calendar (METHOD:CANCEL). */
export function readEvent(component: IcsComponent, cancelled: boolean, findZone: FindZone): IcsEvent {
  const start = timesOf(component, 'dtstart', findZone)[0] ?? null;
  return {
    uid: textOf(component, 'uid'),
    sequence: Number(property(component, 'sequence')?.values[0]) || 0,
    cancelled: cancelled || textOf(component, 'status').trim().toUpperCase() === 'CANCELLED',
    start,
    duration: durationOf(component, start, findZone),
    rule: ruleOf(component, start),
    added: timesOf(component, 'rdate', findZone),
    left: timesOf(component, 'exdate', findZone),
    instead: timesOf(component, 'recurrence-id', findZone)[0] ?? null,
    component,
  };
}

/** True for a series. */
export function repeats(event: IcsEvent): boolean {
  return event.rule !== null || event.added.length > 0;
}

interface Series { start: Written; rule: Rule; context: ReadingContext; budget: Budget }

function withinUntil(rule: Rule, at: Written, instant: number): boolean {
  const until = rule.until === null ? null : readWall(rule.until);
  if (until === null) return true;
  if (until.dateOnly) return dayOf(at.wall) <= dayOf(until.wall);
  return until.utc ? instant <= until.wall : at.wall <= until.wall;
}

/** Zones are at most 14 hours from UTC: two days before now is before now everywhere. */
function* ruleDates({ start, rule, context, budget }: Series): Generator<Written> {
  const ofDay = start.wall - dayOf(start.wall) * DAY_MS;
  for (const day of seriesDays(rule, dayOf(start.wall), dayOf(context.now) - 2, budget)) yield { ...start, wall: day * DAY_MS + ofDay };
}

/**
 * The next date of a series at or after now, without those called off or moved; null where there is none. The
 * start counts as a date even where the rule passes it over.
 */
export function nextOf(event: IcsEvent, moved: readonly Written[], context: ReadingContext, budget: Budget): Written | null {
  const { start, rule, added } = event;
  if (start === null) return null;
  const instant = (at: Written): number => instantOf(at, context.utcOffset);
  const gone = [...event.left, ...moved];
  const goneDays = new Set(gone.filter((at) => at.dateOnly).map((at) => dayOf(at.wall)));
  const goneInstants = new Set(gone.filter((at) => !at.dateOnly).map(instant));
  const open = (at: Written): boolean => instant(at) >= context.now && !goneInstants.has(instant(at)) && !goneDays.has(dayOf(at.wall));
  const found = [start, ...added.map((at) => ({ ...at, dateOnly: start.dateOnly }))].filter(open);
  if (rule !== null && rule !== 'unclear') {
    for (const at of ruleDates({ start, rule, context, budget })) {
      if (!withinUntil(rule, at, instant(at))) break;
      if (open(at)) {
        found.push(at);
        break;
      }
    }
  }
  return found.sort((a, b) => instant(a) - instant(b))[0] ?? null;
}
