/** The zone a TZID of a calendar file means: by its name, else by the rules that the file brings along. */
import { isPlainDate } from '../../time/plain-date';
import type { IcsComponent } from './ics-lines';
import { property, textOf } from './ics-lines';
import type { Budget, Rule } from './recurrence';
import { dayOf, readRule, seriesDays } from './recurrence';
import type { Zone } from '../zones';
import { zoneOf } from '../zones';

/** A time as written: on the wall (as if at UTC), or a day. */
export interface WallTime { wall: number; dateOnly: boolean; utc: boolean }

const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(Z?))?$/;

/** `2026-11-26T14:00:00Z`, `2026-11-26` as the library writes them; null for what is no time of a meeting. */
export function readWall(value: unknown): WallTime | null {
  const m = WRITTEN.exec(typeof value === 'string' ? value : '');
  const [, date = '', hour, minute, second, utc] = m ?? [];
  if (date < '1500' || date >= '2500' || !isPlainDate(date)) return null;
  const [h, min, s] = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)];
  if (h > 23 || min > 59 || s > 60) return null;
  return { wall: Date.parse(`${date}T00:00:00Z`) + ((h * 60 + min) * 60 + s) * 1000, dateOnly: hour === undefined, utc: utc === 'Z' };
}

/** A standard or daylight part: from `onset` on (and again by its rule) clocks show `to`, before it `from`. */
interface Observance { onset: number; from: number; to: number; rule: Rule | null; more: number[] }

function offsetOf(text: string): number | null {
  const m = /^([+-])(\d{2}):(\d{2})(?::\d{2})?$/u.exec(text);
  const minutes = Number(m?.[2]) * 60 + Number(m?.[3]);
  return !m || minutes > 14 * 60 ? null : m[1] === '-' ? -minutes : minutes;
}

function readObservance(part: IcsComponent): Observance | null {
  const onset = readWall(property(part, 'dtstart')?.values[0])?.wall;
  const [from, to] = [offsetOf(textOf(part, 'tzoffsetfrom')), offsetOf(textOf(part, 'tzoffsetto'))];
  if (onset === undefined || from === null || to === null) return null;
  const more = part.properties.filter((one) => one.name === 'rdate').flatMap((one) => one.values).map((value) => readWall(value)?.wall);
  return { onset, from, to, rule: readRule(property(part, 'rrule')?.values[0], onset), more: more.filter((wall) => wall !== undefined).slice(0, 500) };
}

const DAYS_OF_LOOKING_BACK = 400;

/** When it last began at or before `wall`, or null. */
function lastOnset({ onset, from, rule, more }: Observance, wall: number, budget: Budget): number | null {
  let last = [onset, ...more].filter((one) => one <= wall).sort((a, b) => b - a)[0] ?? null;
  const until = rule?.until == null ? null : readWall(rule.until);
  const end = until === null ? wall : Math.min(wall, until.wall + (until.utc ? from * 60_000 : 0));
  if (rule === null || onset > wall) return last;
  const ofDay = onset - dayOf(onset) * 86_400_000;
  for (const day of seriesDays(rule, dayOf(onset), dayOf(end) - DAYS_OF_LOOKING_BACK, budget)) {
    const at = day * 86_400_000 + ofDay;
    if (at > end) break;
    last = Math.max(last ?? at, at);
  }
  return last;
}

function zoneOfComponent(component: IcsComponent, budget: Budget): Zone | null {
  const parts = component.children.slice(0, 50).map(readObservance).filter((one) => one !== null).sort((a, b) => a.onset - b.onset);
  const first = parts[0];
  if (!first) return null;
  return {
    offsetAtWall: (wall) => {
      const begun = parts.map((part) => ({ to: part.to, at: lastOnset(part, wall, budget) })).filter((one): one is { to: number; at: number } => one.at !== null);
      return begun.sort((a, b) => b.at - a.at)[0]?.to ?? first.from;
    },
  };
}

/**
 * Finds zones by TZID, each worked out once. A name that is known wins over the file's own rules: those are often
 * a copy of some other year.
 */
export function zoneFinder(calendars: readonly IcsComponent[], budget: Budget): (tzid: string) => Zone | null {
  const written = new Map<string, IcsComponent>();
  for (const zone of calendars.flatMap((calendar) => calendar.children)) if (zone.name === 'vtimezone') written.set(textOf(zone, 'tzid'), zone);
  const known = new Map<string, Zone | null>();
  return (tzid) => {
    const before = known.get(tzid);
    if (before !== undefined) return before;
    const component = written.get(tzid);
    const zone = zoneOf(tzid) ?? (component ? zoneOfComponent(component, budget) : null);
    known.set(tzid, zone);
    return zone;
  };
}
