/**
 * What a named time zone is minutes east of UTC, and which instant a clock on the wall there shows. The runtime's
 * own table (Intl) knows the zones; a wall time is epoch milliseconds as if its place were at UTC.
 */
import { LONG_ZONE_NAMES, ZONE_NAMES } from './zone-names';

/** Minutes east of UTC at a time on the wall of that place. */
export interface Zone { offsetAtWall: (wall: number) => number }

const MINUTE = 60_000;
const FARTHEST = 14 * 60;

/** A zone that is always so many minutes east. */
export function fixedZone(minutes: number): Zone {
  return { offsetAtWall: () => minutes };
}

/** The instant at which the clock there shows `wall`. */
export function instantAt(zone: Zone, wall: number): number {
  return wall - zone.offsetAtWall(wall) * MINUTE;
}

function offsetReader(name: string): ((instant: number) => number) | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  } catch {
    return null;
  }
  return (instant) => {
    const whole = Math.floor(instant / 1000) * 1000;
    const parts = new Map(format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    return Math.round((Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - whole) / MINUTE);
  };
}

/**
 * A wall time may exist twice or not at all when clocks change. As RFC 5545 wants it: of two the earlier, and in
 * the gap the offset from before.
 */
function namedZone(name: string): Zone | null {
  const offsetAt = offsetReader(name);
  if (!offsetAt) return null;
  return {
    offsetAtWall: (wall) => {
      const before = offsetAt(wall - 24 * 60 * MINUTE);
      const after = offsetAt(wall + 24 * 60 * MINUTE);
      return offsetAt(wall - before * MINUTE) === before ? before : offsetAt(wall - after * MINUTE) === after ? after : before;
    },
  };
}

const OFFSET = /^(?:utc|gmt)?\s?([+\-−±])\s?(\d{1,2})(?::?([0-5]\d))?$/iu;
/** `GMT+8`, `UTC-03:30`, `+0900`; null for anything else. */
function offsetZone(text: string): Zone | null {
  const m = OFFSET.exec(text);
  if (!m) return null;
  const minutes = Number(m[2]) * 60 + Number(m[3] ?? 0);
  return minutes > FARTHEST ? null : fixedZone(m[1] === '-' || m[1] === '−' ? -minutes : minutes);
}

const IANA = /^[A-Za-z][\w+-]{1,30}(?:\/[A-Za-z][\w+-]{1,30}){1,2}$/;
/** Outlook's list: `(UTC+09:00) Seoul`, `(UTC-08:00) Pacific Time (US & Canada)`. */
const LISTED = /^\((?:utc|gmt)([^()]{0,10})\)\s*([^()]{0,60})/iu;

function listedZone(text: string): Zone | null {
  const m = LISTED.exec(text);
  if (!m) return null;
  const offset = (m[1] ?? '').trim() === '' ? fixedZone(0) : offsetZone(m[1] ?? '');
  // The offset of such a list is the winter's; where the place is known its summer time is too.
  const place = LONG_ZONE_NAMES.find((name) => (m[2] ?? '').toLowerCase().includes(name));
  return offset !== null && place !== undefined ? (zoneOf(place) ?? offset) : offset;
}

/**
 * The zone of a name: IANA (`Asia/Seoul`, with a prefix before it too), Windows, a city, an abbreviation, an
 * offset. Null when it isn't known.
 */
export function zoneOf(name: string): Zone | null {
  const text = name.slice(0, 200).trim().replace(/^"|"$/gu, '').replace(/\s+/gu, ' ');
  const known = ZONE_NAMES.get(text.toLowerCase());
  if (known !== undefined) return namedZone(known);
  const place = IANA.test(text) ? text : (/[A-Za-z_]{2,30}\/[A-Za-z_]{2,30}$/.exec(text)?.[0] ?? null);
  return offsetZone(text) ?? listedZone(text) ?? (place === null ? null : namedZone(place));
}
