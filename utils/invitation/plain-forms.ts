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

/** The text as it is read from here on; what a name is made of stays. */
export function plainForms(text: string): string {
  const narrow = text.normalize('NFC').replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const lines = narrow.replace(/\r\n?/gu, '\n').replace(SPACES, ' ').replace(BULLET, '$1');
  return instantsAsWritten(lines).replace(/정오(?![가-힣])/gu, '오후 12시').replace(/\b(?:12\s?)?noon\b/giu, '12:00 PM');
}
