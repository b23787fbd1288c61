/** A time of day beside a date: `14:00`, 오후 두 시, 10 am. On doubt (`2시` of which half?) none. */

const HOURS_KO = ['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열', '열한', '열두'];
const HOURS_EN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const HALF = '(?:(오전|오후|아침|새벽|낮|저녁|밤|(?<![\\p{L}\\p{N}])[ap]\\.?m\\.?(?![a-z]))\\s*)?';
const CLOCK = '(\\d{1,2}):(\\d{2})(?!\\d)';
const KOREAN = `(\\d{1,2}|열두|열한|${HOURS_KO.slice(0, 10).join('|')})\\s*시(?!간)(?:\\s*(\\d{1,2})분|\\s*(반))?`;
const ENGLISH = `(\\d{1,2}|(?<=\\bat\\s+)(?:${HOURS_EN.join('|')}))(?![\\d:])(?=\\s*[ap]\\.?m\\b|(?<=[a-z])\\b)`;
const PATTERN = `(?:at\\s+)?${HALF}(?:${CLOCK}|${KOREAN}|${ENGLISH})(?:\\s*([ap])\\.?m\\b\\.?)?`;
const AFTER = new RegExp(`^(?:T|[\\s,(]*)${PATTERN}`, 'iu');
const BEFORE = new RegExp(`(?<![\\p{L}\\p{N}:])${PATTERN},?\\s*(?:on\\s+)?$`, 'iu');

export interface FoundTime { time: string; length: number }

/** The time that `text` begins with (after spaces and commas), or null. */
export function timeAfter(text: string): FoundTime | null {
  return read(AFTER.exec(text));
}

/** The time that `text` ends with, or null. */
export function timeBefore(text: string): FoundTime | null {
  return read(BEFORE.exec(text));
}

function read(m: RegExpExecArray | null): FoundTime | null {
  if (!m) return null;
  const [all, half, clockHour, clockMinute, hourKo, minuteKo, halfPast, hourEn, letter] = m;
  const word = (clockHour ?? hourKo ?? hourEn ?? '').toLowerCase();
  const named = Math.max(HOURS_KO.indexOf(word), HOURS_EN.indexOf(word)) + 1;
  const hour = inHalf(named > 0 ? named : Number(word), halfOf(half, letter), word.startsWith('0'));
  const minute = halfPast ? 30 : Number(clockMinute ?? minuteKo ?? 0);
  if (hour === null || minute > 59) return null;
  return { time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, length: all.length };
}

function halfOf(half: string | undefined, letter: string | undefined): 'am' | 'pm' | null {
  if (letter) return letter.toLowerCase() === 'a' ? 'am' : 'pm';
  if (half === undefined) return null;
  return /오전|아침|새벽|^a/iu.test(half) ? 'am' : 'pm';
}

/** Hour 0–23, or null where it could be either half of the day; `exact`: written with a leading zero, as midnight is. */
function inHalf(hour: number, half: 'am' | 'pm' | null, exact: boolean): number | null {
  if (hour > 23) return null;
  if (half === 'am') return hour === 12 ? 0 : hour;
  if (half === 'pm') return hour < 12 ? hour + 12 : hour;
  return hour < 7 && !exact ? null : hour;
}
