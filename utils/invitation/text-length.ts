/** How long a meeting takes, where a text says that instead of its end: 1시간 30분, 60분, 1 hour, 45 min. */

export const DAY_MINUTES = 24 * 60;

const KOREAN = '(?:(\\d{1,2}|한|두|세|네)\\s?시간(?:\\s?(?:(\\d{1,2})\\s?분|(반)))?|(\\d{1,3})\\s?분)(?:\\s?(?:간|동안|정도|소요|예정))*(?![가-힣]|\\s?(?:전|후|뒤|이내))';
const ENGLISH = '(?:(\\d{1,2})(?:([.,]5)|\\s?(½))?\\s?-?(?:hours?|hrs?|h)(?:\\s?(?:and\\s)?(\\d{1,2})\\s?-?(?:minutes?|mins?|m))?|(\\d{1,3})\\s?-?(?:minutes?|mins?))(?![\\p{L}\\p{N}]|\\s(?:before|prior|ago|later|early|earlier|after)\\b)\\.?';
const LENGTH = `(?:약\\s?|총\\s?|for\\s|about\\s|approx\\.?\\s|duration\\s?[:：]?\\s?|소요\\s?(?:시간)?\\s?[:：]?\\s?)?(?:${KOREAN}|${ENGLISH})`;
/** Right behind the time, in brackets or not. */
const BESIDE = new RegExp(`^[ \\t,;·|]{0,5}(?:\\(\\s?${LENGTH}\\s?\\)|${LENGTH})`, 'iu');
/** At the end of the line behind bars, as Webex prints it: `2:00 PM | (UTC+09:00) Seoul | 1 hr`. */
const LAST = new RegExp(`^[^\\n]{0,80}\\|[ \\t]{0,5}${LENGTH}[ \\t]*(?:\\n|$)`, 'iu');
const WORDS = ['한', '두', '세', '네'];

export interface FoundLength { minutes: number; behind: string }

function minutesOf(groups: readonly (string | undefined)[]): number {
  const [hoursKo, minutesKo, halfKo, onlyKo, hours, half, halfSign, minutes, only] = groups;
  const whole = (text: string | undefined): number => (text === undefined ? 0 : WORDS.includes(text) ? WORDS.indexOf(text) + 1 : Number(text));
  const halves = [halfKo, half, halfSign].filter((one) => one !== undefined).length;
  return (whole(hoursKo) + whole(hours)) * 60 + halves * 30 + whole(minutesKo) + whole(onlyKo) + whole(minutes) + whole(only);
}

function found(m: RegExpExecArray | null, groups: readonly (string | undefined)[], behind: string): FoundLength | null {
  const minutes = m ? minutesOf(groups) : 0;
  return minutes > 0 && minutes <= DAY_MINUTES ? { minutes, behind } : null;
}

/** The length that stands behind a time in `text`, with what follows it, or null; none is longer than a day. */
export function lengthAfter(text: string): FoundLength | null {
  const beside = BESIDE.exec(text);
  // Nine groups in brackets, or nine without.
  if (beside) return found(beside, beside[0].includes(')') ? beside.slice(1, 10) : beside.slice(10, 19), text.slice(beside[0].length));
  const last = LAST.exec(text);
  return last ? found(last, last.slice(1, 10), text) : null;
}
