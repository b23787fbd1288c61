/** A pasted text in the forms that are read: composed letters, plain digits, no bullets, instants as people write them. */

/** Full-width signs and digits; letters stay, they may be part of a name. */
const WIDE = /[\uff01-\uff20\uff3b-\uff40\uff5b-\uff5e]/gu;
const BULLET = /^([ \t>]{0,20})[■□◆◇▣●○▶▷►※◎•·∙]{1,3}[ \t]{0,20}/gmu;
const SPACES = /[\u00a0\u202f\u2009\u3000]/gu;

const DAY = '(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?';
const ZONE = '(Z|[+-]\\d{2}:?\\d{2})';
const INTERVAL = new RegExp(`${DAY}${ZONE}\\s?(?:/|–|~|-)\\s?${DAY}${ZONE}`, 'gu');
const INSTANT = new RegExp(`${DAY}${ZONE}?(?![\\d:])`, 'gu');

function beside(zone: string | undefined): string {
  return zone === undefined ? '' : zone === 'Z' ? ' (UTC)' : ` (UTC${zone})`;
}

/** `2026-12-01T14:00:00+09:00` as `2026-12-01 14:00 (UTC+09:00)`, and two of one zone as from and to. */
function instantsAsWritten(text: string): string {
  return text
    .replace(INTERVAL, (whole: string, from: string, start: string, zone: string, to: string, end: string, other: string) => (zone === other ? `${from} ${start} ~ ${to} ${end}${beside(zone)}` : whole))
    .replace(INSTANT, (_, day: string, time: string, zone: string | undefined) => `${day} ${time}${beside(zone)}`);
}

const POINTED = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d{2})(?![\d.])/gu;
const JAPANESE_DAY = /(20\d{2})年\s?(\d{1,2})月\s?(\d{1,2})日(?:\s?[(（]?[月火水木金土日][)）]?(?![\p{L}]))?/gu;
const JAPANESE_TIME = /(午前|午後)?\s?(\d{1,2})時(?!間)(?:\s?(\d{1,2})分|(半))?/gu;

function isoDay(year: string, month: string, day: string): string | null {
  return Number(month) > 12 || Number(day) > 31 ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `01.12.2026` (day first wherever days are written with points) and `2026年12月1日(火) 午後2時半`. */
function foreignDays(text: string): string {
  return text
    .replace(POINTED, (whole, day: string, month: string, year: string) => isoDay(year, month, day) ?? whole)
    .replace(JAPANESE_DAY, (whole, year: string, month: string, day: string) => isoDay(year, month, day) ?? whole)
    .replace(JAPANESE_TIME, (_, half: string | undefined, hour: string, minute: string | undefined, thirty: string | undefined) => `${half === '午後' ? '오후 ' : half === '午前' ? '오전 ' : ''}${hour}:${thirty === undefined ? (minute ?? '00').padStart(2, '0') : '30'}`);
}

const CLOCK = '\\d{1,2}(?::\\d{2})?(?:\\s?[ap]\\.?m\\.?)?';
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,7}\\.?';
/** "14:00–15:00 KST, Tuesday 1 December": what stands between the time and its date parts them. */
const TIME_FIRST = new RegExp(`(?<![\\d:])(${CLOCK}\\s?(?:[-–—~]|to)\\s?${CLOCK})((?:\\s?\\(?(?!on\\b)[A-Z]{2,5}(?:[+-]\\d{1,2}(?::\\d{2})?)?\\)?)?),?\\s+(?:on\\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s+)?(\\d{1,2}\\s+${MONTH}(?:,?\\s+20\\d{2})?|${MONTH}\\s+\\d{1,2}(?:,?\\s+20\\d{2})?)(?![\\d:])`, 'giu');

/** "2:00pm - Thursday, 3 December 2026", as booking pages print it. */
const TIME_DASH = new RegExp(`(?<![\\d:])((?:\\d{1,2}:\\d{2}(?:\\s?[ap]\\.?m\\.?)?\\s?[-–—]\\s?)?\\d{1,2}:\\d{2}(?:\\s?[ap]\\.?m\\.?)?)\\s+[-–—]\\s+(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s+)(\\d{1,2}\\s+${MONTH}(?:,?\\s+20\\d{2})?|${MONTH}\\s+\\d{1,2}(?:,?\\s+20\\d{2})?)(?![\\d:])`, 'giu');
/** "14~15시", "오후 2-3시": the word behind both is said once. */
const HOURS = /(?<![\d:.~/-])(\d{1,2})(\s?[~〜∼–-]\s?)(\d{1,2}\s?시)(?!간)/gu;
/** 26.12.01(화): the year of a Korean notice, sure by its weekday. */
const SHORT_YEAR = /(?<![\d.'’/-])(2\d)([./-])\s?(\d{1,2})\2\s?(\d{1,2})\.?(?=\s?\([월화수목금토일](?:요일)?\))/gu;

/** Numbers without a clock ("3-5") are no times, and a word in small letters behind them ("devs") is no zone. */
function dateFirst(whole: string, range: string, zone: string, date: string): string {
  return /:|[ap]\.?m/iu.test(range) && zone === zone.toUpperCase() ? `${date} ${range}${zone}` : whole;
}

/** The text as it is read from here on; what a name is made of stays. */
export function plainForms(text: string): string {
  const narrow = text.normalize('NFC').replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const lines = narrow.replace(/\r\n?/gu, '\n').replace(SPACES, ' ').replace(BULLET, '$1');
  return foreignDays(instantsAsWritten(lines)).replace(SHORT_YEAR, '20$1-$3-$4').replace(HOURS, '$1시$2$3').replace(TIME_DASH, '$2 $1').replace(TIME_FIRST, dateFirst).replace(/정오(?![가-힣])/gu, '오후 12시').replace(/\b(?:12\s?)?noon\b/giu, '12:00 PM');
}
