/**
 * The lines of an .ics file as components with their properties. The library reads each line; the lines are picked
 * here, so that one broken line costs only itself, and nothing big (attachments, pages of HTML) reaches it.
 */
import ICAL from 'ical.js';

export interface IcsProperty {
  name: string;
  params: ReadonlyMap<string, string>;
  /** As the library read them: texts unescaped, times as `2026-11-26T14:00:00Z`, a rule as an object. */
  values: unknown[];
}
export interface IcsComponent { name: string; properties: IcsProperty[]; children: IcsComponent[] }

/** What is read of a file; everything else in it is passed over. */
const TEXTS = new Set(['summary', 'location', 'description', 'x-alt-desc']);
const KEPT = new Set([
  ...TEXTS, 'method', 'uid', 'sequence', 'status', 'dtstart', 'dtend', 'duration', 'rrule', 'rdate', 'exdate', 'recurrence-id', 'attendee', 'organizer', 'url',
  'conference', 'x-google-conference', 'x-microsoft-skypeteamsmeetingurl', 'x-microsoft-onlinemeetingconflink', 'tzid', 'tzoffsetfrom', 'tzoffsetto',
]);
const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 4_000;
/** More in one component is no invitation, only work. */
const MOST_PROPERTIES = 5_000;
const NAME = /^([A-Za-z0-9-]{1,60})[;:]/;

/** The text with its folded lines joined. */
export function unfold(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(/\n[ \t]/gu, '');
}

function paramsOf(raw: unknown): Map<string, string> {
  if (typeof raw !== 'object' || raw === null) return new Map();
  return new Map(Object.entries(raw).map(([key, value]: [string, unknown]) => [key, Array.isArray(value) ? value.join(',') : String(value)]));
}

/** One line, or null where it is none that is read. */
function propertyOf(line: string): IcsProperty | null {
  const name = NAME.exec(line)?.[1]?.toLowerCase() ?? '';
  if (!KEPT.has(name) || (!TEXTS.has(name) && line.length > LONGEST_LINE)) return null;
  try {
    const parsed: unknown = ICAL.parse.property(line.slice(0, LONGEST_TEXT));
    return Array.isArray(parsed) ? { name, params: paramsOf(parsed[1]), values: parsed.slice(3) } : null;
  } catch {
    // A rule or a parameter that can't be read: the name stays, so that a series is known as one.
    return { name, params: new Map(), values: [] };
  }
}

const EDGE = /^(BEGIN|END):\s*([A-Za-z0-9-]{1,60})\s*$/i;
/** What may begin in the midst of a mail. */
const OUTER = /^BEGIN:\s*(?:VCALENDAR|VEVENT)$/i;

/** True for a text that holds a calendar file, perhaps with a mail around it. */
export function holdsIcs(unfolded: string): boolean {
  return /^[ \t]{0,20}BEGIN:[ \t]{0,20}(?:VCALENDAR|VEVENT)[ \t]{0,20}$/imu.test(unfolded);
}

/**
 * The calendars of an unfolded text, under one nameless component; null where one is cut off or its parts don't
 * close in turn.
 */
export function readComponents(unfolded: string): IcsComponent | null {
  const root: IcsComponent = { name: '', properties: [], children: [] };
  const open = [root];
  for (const line of unfolded.split('\n')) {
    const inner = open.at(-1) ?? root;
    const edge = inner !== root || OUTER.test(line.trim()) ? EDGE.exec(line.trim()) : null;
    if (edge === null) {
      const property = inner !== root && inner.properties.length < MOST_PROPERTIES ? propertyOf(line) : null;
      if (property) inner.properties.push(property);
      continue;
    }
    const name = (edge[2] ?? '').toLowerCase();
    if ((edge[1] ?? '').toUpperCase() === 'BEGIN') {
      const next: IcsComponent = { name, properties: [], children: [] };
      inner.children.push(next);
      open.push(next);
    } else if (inner.name !== name) return null;
    else open.pop();
  }
  return open.length === 1 ? root : null;
}

/** The first property of a name. */
export function property(component: IcsComponent, name: string): IcsProperty | null {
  return component.properties.find((one) => one.name === name) ?? null;
}

/** The first value of a name where it is text, else ''. */
export function textOf(component: IcsComponent, name: string): string {
  const value = property(component, name)?.values[0];
  return typeof value === 'string' ? value : '';
}
