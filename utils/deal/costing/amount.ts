/** Amounts and counts as people type them into the fields of a costing. */
import type { Currency } from '../../checklist/answer';
import { isBlank } from '../../text/normalize';
import { findMoney } from '../../text/parse-money';

/** More is a slip of the hand; and sums of it stay whole numbers. */
const MOST = 1e13;

/** Digits and nothing else are what they say, however few. */
const DIGITS = /^(?:\d{1,14}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,2})?$/u;

/** One amount of money (7,500,000 · 750만 원 · €7.5k); null where it is none, is more than one, or is of another currency. */
export function amountOf(raw: string, currency: Currency): number | null {
  const text = raw.normalize('NFKC').trim();
  if (DIGITS.test(text)) {
    const amount = Number(text.replaceAll(',', ''));
    return amount <= MOST ? amount : null;
  }
  const found = findMoney(raw, currency);
  const [one] = found;
  if (found.length !== 1 || !one || one.max !== undefined || one.currency !== currency || one.min < 0 || one.min > MOST) return null;
  return isBlank(raw.slice(0, one.start) + raw.slice(one.end)) ? one.min : null;
}

const PLAIN = /^\d{1,6}(?:[.,]\d{1,3})?$/u;

/** A plain count or share, with a point or a comma before its decimals (1.5 · 1,5 · 10%); null where it is none. */
export function numberOf(raw: string): number | null {
  const text = raw.normalize('NFKC').trim().replace(/\s*%$/u, '');
  return PLAIN.test(text) ? Number(text.replace(',', '.')) : null;
}
