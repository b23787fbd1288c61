/** The time zone that stands beside a time in a text: `(KST)`, `Seoul`, `(UTC+09:00) Seoul`, `(한국 표준시 - 서울)`. */
import { LONG_ZONE_NAMES, ZONE_NAMES } from './zone-names';
import type { Zone } from './zones';
import { zoneOf } from './zones';

/** A letter before or behind makes it another word. */
const LETTER = /[\p{L}\p{N}]/u;
const OFFSET_FIRST = /^(?:utc|gmt)\s?[+\-−]\s?\d{1,2}(?::?[0-5]\d)?(?!\d)/iu;
const WORD = /^[A-Za-z]{1,5}(?![\p{L}\p{N}])/u;
const IANA_FIRST = /^[A-Z][A-Za-z_]{1,20}\/[A-Z][A-Za-z_]{1,30}/u;
/** Looks like a zone, whichever: CST, NST. */
const SOME_ZONE = /^[A-Z]{1,3}[SD]?T$/u;

/** `unknown`: something that looks like a zone, but isn't known. */
export type ZoneBeside = { zone: Zone } | 'unknown' | null;

function named(name: string): ZoneBeside {
  const zone = zoneOf(name);
  return zone && { zone };
}

function atStart(text: string): ZoneBeside {
  const said = OFFSET_FIRST.exec(text)?.[0] ?? IANA_FIRST.exec(text)?.[0];
  if (said !== undefined) return named(said) ?? 'unknown';
  const lower = text.toLowerCase();
  const long = LONG_ZONE_NAMES.find((name) => lower.startsWith(name) && !/[a-z0-9]/u.test(lower.charAt(name.length)));
  if (long !== undefined) return named(long);
  const word = WORD.exec(text)?.[0] ?? '';
  // Small letters make a word of a sentence: "2pm et al", "2pm est. length".
  if (word !== word.toUpperCase()) return null;
  return ZONE_NAMES.has(word.toLowerCase()) ? named(word) : SOME_ZONE.test(word) ? 'unknown' : null;
}

function inBrackets(inner: string, behind: string): ZoneBeside {
  const listed = OFFSET_FIRST.test(inner) || /^(?:utc|gmt)$/iu.test(inner) ? zoneOf(`(${inner}) ${behind}`) : null;
  if (listed) return { zone: listed };
  const start = atStart(inner);
  if (start !== null) return start;
  const lower = inner.toLowerCase();
  const within = LONG_ZONE_NAMES.find((name) => lower.includes(name) && !LETTER.test(lower.charAt(lower.indexOf(name) - 1)));
  if (within !== undefined) return named(within);
  // "1시간", "두 시간" are lengths.
  return /\btime\b|표준시|(?<!(?:\d|한|두|세|네|반)\s?)시간$/iu.test(inner) ? 'unknown' : null;
}

/** The zone that `text`, what follows a time, begins with. */
export function zoneAfter(text: string): ZoneBeside {
  const head = (text.slice(0, 120).split('\n')[0] ?? '').replace(/^[\s,;/·|]+/u, '');
  const brackets = /^[([]([^()[\]]{1,60})(?:\([^()]{0,40}\))?[)\]]\s*([^\n]{0,60})/u.exec(head);
  return brackets ? inBrackets((brackets[1] ?? '').trim(), brackets[2] ?? '') : atStart(head);
}

const LABELLED = /^[\s>*]*(?:time\s?zone|시간대|표준 시간대)\s*[:：]\s*(\S.{0,80})$/imu;

/** The zone that a line of its own names for the whole text. */
export function zoneLine(text: string): ZoneBeside {
  const said = LABELLED.exec(text)?.[1];
  return said === undefined ? null : (zoneAfter(said) ?? named(said) ?? 'unknown');
}
