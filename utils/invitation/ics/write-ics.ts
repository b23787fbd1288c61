/** Writes calendar files (RFC 5545) that calendars take in as appointments of their own: nobody is invited by them, nothing is sent. */
import ICAL from 'ical.js';

export interface CalendarEvent {
  /** The same for the same appointment: a file that is taken in again changes it. */
  uid: string;
  /** Grows with each version of the appointment. */
  sequence: number;
  title: string;
  description: string;
  /** Where it is joined; '' for nowhere. */
  url: string;
  /** From and to in epoch milliseconds (`endsAt` null: not said), or a whole ISO day. */
  when: { startsAt: number; endsAt: number | null } | { day: string };
  /** Whole hours before its beginning at which the calendar rings; null: it doesn't. */
  ringsBefore: number | null;
}

// The library does not count the blank that a folded line begins with.
ICAL.foldLength = 74;

/** What ends a line for some reader, beside a line feed: Python parts text at all of these. */
const LINE_ENDS = ['\r\n', '\r', '\v', '\f', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029'];
/** These, and what no text of a calendar may hold (RFC 5545, 3.1). */
const UNFIT = /\r\n|(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** The library writes a line feed as `\n` and leaves all else as it is: readers that end a line elsewhere would find properties that somebody typed. */
const lines = (text: string): string => text.replace(UNFIT, (found) => (LINE_ENDS.includes(found) ? '\n' : ''));

const utc = (at: number): ICAL.Time => ICAL.Time.fromJSDate(new Date(at), true);

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function eventOf(event: CalendarEvent, stamp: number): ICAL.Component {
  const made = new ICAL.Component('vevent');
  const { when } = event;
  made.addPropertyWithValue('uid', lines(event.uid));
  made.addPropertyWithValue('dtstamp', utc(stamp));
  made.addPropertyWithValue('sequence', event.sequence);
  made.addPropertyWithValue('summary', lines(event.title));
  if ('day' in when) {
    made.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(when.day));
    made.addPropertyWithValue('dtend', ICAL.Time.fromDateString(nextDay(when.day)));
    // A day on which something is due takes nobody's time.
    made.addPropertyWithValue('transp', 'TRANSPARENT');
  } else {
    made.addPropertyWithValue('dtstart', utc(when.startsAt));
    if (when.endsAt !== null) made.addPropertyWithValue('dtend', utc(when.endsAt));
  }
  if (event.description !== '') made.addPropertyWithValue('description', lines(event.description));
  if (event.url !== '') made.addPropertyWithValue('location', lines(event.url));
  made.addPropertyWithValue('class', 'PRIVATE');
  if (event.ringsBefore !== null) {
    const alarm = new ICAL.Component('valarm');
    alarm.addPropertyWithValue('action', 'DISPLAY');
    alarm.addPropertyWithValue('description', lines(event.title));
    alarm.addPropertyWithValue('trigger', ICAL.Duration.fromSeconds(-3600 * event.ringsBefore));
    made.addSubcomponent(alarm);
  }
  return made;
}

/** The file; `stamp`: when it is made, epoch milliseconds. Lines end in CRLF and are folded at 75 bytes. */
export function writeIcs(events: readonly CalendarEvent[], stamp: number): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Baton//Baton//EN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  for (const event of events) calendar.addSubcomponent(eventOf(event, stamp));
  return `${calendar.toString()}\r\n`;
}
