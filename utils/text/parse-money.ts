/** Money as it is said; full digits come out, and on doubt nothing (domain.md §6 no. 23). */
import type { Currency, MoneyPart, Period, Vat } from '../checklist/answer';
import { digitsWithUnits, koreanNumeral } from './parse-number';

const SYMBOLS: Record<string, Currency> = { '£': 'GBP', $: 'USD', '€': 'EUR', '₩': 'KRW', gbp: 'GBP', usd: 'USD', eur: 'EUR', krw: 'KRW', 원: 'KRW', 달러: 'USD', 유로: 'EUR', 파운드: 'GBP' };
const AMOUNT = '(\\d[\\d,]*(?:\\.\\d+)?\\s?(?:[천만억k]+(?:\\s?\\d+(?:\\.\\d+)?\\s?[천만억]+)*)?|[일이삼사오육칠팔구십백천만억]{2,})';
const PATTERN = new RegExp(`(GBP|USD|EUR|KRW|[£$€₩])?\\s?${AMOUNT}(?:\\s?(?:~|–|-|에서|부터|to)\\s?(?:[£$€₩])?${AMOUNT})?\\s?(원|달러|유로|파운드|GBP|USD|EUR|KRW)?(\\s*(?:/|per|a|매|연간|월간)\\s*(?:year|month|yr|mo|년|월)?)?`, 'giu');

function amount(text: string): number | null {
  const compact = text.trim();
  const thousands = /^([\d.,]+)\s?k$/iu.exec(compact);
  if (thousands) return (digitsWithUnits(thousands[1] ?? '') ?? Number.NaN) * 1000;
  return digitsWithUnits(compact) ?? koreanNumeral(compact);
}

function vatOf(text: string): Vat {
  if (/부가세\s*(별도|제외)|vat\s*(별도|제외)|ex(cl(uding|\.)?)?\.?\s*vat|plus vat|\+\s*vat/iu.test(text)) return 'excluded';
  if (/부가세\s*포함|vat\s*포함|inc(l(uding|\.)?)?\.?\s*vat/iu.test(text)) return 'included';
  return 'unknown';
}

function periodOf(text: string): Period {
  if (/연간|매년|\/\s*년|per year|a year|\/\s*y(ea)?r|annual|subscription cap/iu.test(text)) return 'year';
  if (/월간|매월|\/\s*월|per month|a month|\/\s*mo(nth)?/iu.test(text)) return 'month';
  return 'once';
}

/**
 * Amounts in `text`. An amount needs a currency sign, 원, or 만/억 beside it; a bare number ("fifty",
 * "50") is a doubt and yields nothing. In a range, 8천에서 1억 carries the larger unit: 80,000,000.
 */
export function parseMoney(text: string, defaultCurrency: Currency): MoneyPart[] {
  const head = text.slice(0, 2000);
  const vat = vatOf(head);
  const parts: MoneyPart[] = [];
  for (const m of head.matchAll(PATTERN)) {
    const sign = (m[1] ?? m[4] ?? '').toLowerCase();
    const big = /[만억]/u.test(`${m[2] ?? ''}${m[3] ?? ''}`);
    let min = amount(m[2] ?? '');
    const max = m[3] === undefined ? null : amount(m[3]);
    if (min === null || (sign === '' && !big) || (m[3] !== undefined && max === null)) continue;
    if (max !== null && /천\s*$/u.test(m[2] ?? '') && /[만억]/u.test(m[3] ?? '') && min < 1e4) min *= 1e4;
    if (max !== null && max < min) continue;
    const around = head.slice(m.index, m.index + m[0].length + 14);
    parts.push({ min, ...(max === null ? {} : { max }), currency: SYMBOLS[sign] ?? (big ? 'KRW' : defaultCurrency), vat, per: periodOf(around) });
  }
  return parts;
}
