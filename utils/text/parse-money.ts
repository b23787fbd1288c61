/** Money as it is said; full digits come out, and on doubt nothing (domain.md §6 no. 23). */
import type { Currency, MoneyPart, Period, Vat } from '../checklist/answer';
import { carryUnit, digitsWithUnits, englishNumeral, ENGLISH_NUMBER, koreanNumeral, PLAIN_NUMBER } from './numerals';

/** An amount and where it stands; `start` and `end` cover its currency and period too. */
export interface FoundMoney extends MoneyPart { start: number; end: number }

const LIMIT = 2000;
const SIGNS: Record<string, Currency> = {
  '£': 'GBP', $: 'USD', us$: 'USD', '€': 'EUR', '₩': 'KRW', gbp: 'GBP', usd: 'USD', eur: 'EUR', krw: 'KRW', 원: 'KRW', won: 'KRW', 달러: 'USD', 유로: 'EUR',
  파운드: 'GBP', pound: 'GBP', pounds: 'GBP', euro: 'EUR', euros: 'EUR', dollar: 'USD', dollars: 'USD',
};
const LEAD = '(?:(?<![\\p{L}])(GBP|USD|EUR|KRW|US\\$)\\s?|(?<![A-Z])([£$€₩])\\s?)';
const TRAIL = '(원|달러|유로|파운드|(?:GBP|USD|EUR|KRW|won|pounds?|euros?|dollars?)(?![a-z]))';
const SINO = '[일이삼사오육칠팔구십백천만억]{2,}(?:\\s[일이삼사오육칠팔구십백천만]+(?=\\s?원))?';
const AMOUNT = `(?:${PLAIN_NUMBER}(?:\\s?(?:[십백천만억조]+(?:\\s?\\d[\\d,]*[십백천만]+)*(?:\\s?\\d{1,4}(?=원))?|(?:k|m|mn|million|thousand)(?![a-z])))?|${SINO}|${ENGLISH_NUMBER})(?!\\d)`;
const JOIN = '\\s?(?:~|～|–|—|-|에서|부터|to)\\s?';
const PERIOD = '(?:\\s?(?:/|per|a|each)\\s?(?:년|월|year|yr|month|mo|annum)(?![a-z])|\\s?p\\.?a\\.?(?![a-z]))';
const PATTERN = new RegExp(`(?<![\\p{L}\\d.,/¥-])${LEAD}?(${AMOUNT})(?:${JOIN}(?:${LEAD})?(${AMOUNT}))?\\s?${TRAIL}?(${PERIOD})?`, 'giu');

interface Reading { min: number; max: number | null }

function one(text: string): number | null {
  const m = /^(.*?\d)\s?(k|m|mn|million|thousand)$/iu.exec(text);
  const base = m ? digitsWithUnits(m[1] ?? '') : null;
  if (m) return base === null ? null : Number((base * (/^(k|thousand)$/iu.test(m[2] ?? '') ? 1e3 : 1e6)).toFixed(2));
  return digitsWithUnits(text) ?? koreanNumeral(text.replace(/\s/gu, '')) ?? englishNumeral(text);
}

/** `£50-60k`: the first takes the second's k; `8천에서 1억` its 만. */
function amounts(first: string, second: string | undefined): Reading | null {
  const min = one(first);
  if (second === undefined) return min === null ? null : { min, max: null };
  const max = one(second);
  const letter = /(k|m|mn|million|thousand)$/iu.exec(second)?.[0];
  const low = letter && /^[\d.]+$/u.test(first) ? one(`${first} ${letter}`) : (carryUnit(first.replace(/\s/gu, ''), second.replace(/\s/gu, '')) ?? min);
  return low === null || max === null || low > max ? null : { min: low, max };
}

/**
 * Is it money at all? A currency says so; 억, or 만 in a range or with digits, says it in Korean;
 * digits grouped by thousands say it where nothing is counted. "8천", "50", "fifty" are doubts.
 */
function isMoney(first: string, second: string | undefined, sign: string, after: string, before: string): boolean {
  if (sign !== '') return true;
  if (/[¥₹]\s?$|\b[A-Z]{3}\s?$|[A-Z]\$\s?$/u.test(before) || /^\s?([엔위]|yen|JPY|CNY|CHF|[A-Z]{3}\b|%)/u.test(after)) return false;
  const counted = /^\s?(?!원|정도|사이|수준|부터|까지|이하|이상|미만|내외|안팎|쯤|가량|선|대|으로|로|이|은|는|을|를|가|에|입|예산|한도|부가세|별도|포함|년)[가-힣]/u.test(after) || /^\s?(?!a\b|per\b|p\.a|excl|incl|ex\b|plus|vat|and\b|for\b|in\b|including|excluding|to\b|max|cap|once|one|each|budget|total|is\b|was\b)[a-z]/iu.test(after);
  const all = `${first}${second ?? ''}`;
  if (/[억조]/u.test(all)) return !counted;
  if (/만/u.test(all)) return !counted && (/\d/u.test(all) || second !== undefined);
  return /\d,\d{3}/u.test(all) && !counted;
}

function vatOf(text: string): Vat | null {
  if (/(?:부가세|부가가치세|vat)\s*(?:별도|제외|미포함|불포함|안\s?포함|not included|excluded|extra)|(?:ex(?:cl(?:uding|usive of|\.)?)?\.?|plus|\+|without|net of|not incl(?:uding|\.)?)\s*vat/iu.test(text)) {
    return DOUBT.test(text) ? 'unknown' : 'excluded';
  }
  if (/(?:부가세|부가가치세|vat)\s*(?:포함|included)|inc(?:l(?:uding|usive of|\.)?)?\.?\s*vat/iu.test(text)) return DOUBT.test(text) ? 'unknown' : 'included';
  return null;
}
const DOUBT = /(?:별도|포함|제외)\s*(?:여부|인지|\?|？|인가|확인)|vat\s*\?|(?:whether|unclear|check)[^;]{0,30}vat/iu;

function periodOf(period: string, before: string, after: string): Period {
  const around = `${period} ${after}`;
  if (/년|year|yr|annum|p\.?a/iu.test(period) || /(?:연간|매년|(?<![가-힣\d])연|annual(?:ly)?|yearly)\s?(?:약\s?)?$/iu.test(before) || /^\s*(?:연간|매년|annual|yearly)/iu.test(around)) return 'year';
  if (/월|mo/iu.test(period) || /(?:월간|매월|매달|한\s?달에|(?<![가-힣\d])월|monthly)\s?(?:약\s?)?$/iu.test(before) || /^\s*(?:월간|매월|monthly)/iu.test(around)) return 'month';
  return 'once';
}

/** Every amount with its place, in order. Texts are read up to 2,000 characters. */
export function findMoney(text: string, defaultCurrency: Currency): FoundMoney[] {
  const head = text.slice(0, LIMIT);
  const all: (FoundMoney & { own: Vat | null })[] = [];
  const matches = [...head.matchAll(PATTERN)];
  matches.forEach((m, i) => {
    const end = m.index + m[0].length;
    const [, code, symbol, first = '', code2, symbol2, second, trail, period = ''] = m;
    const sign = (code ?? symbol ?? trail ?? code2 ?? symbol2 ?? '').toLowerCase();
    const before = head.slice(Math.max(0, m.index - 12), m.index);
    const after = head.slice(end, end + 24);
    const reading = amounts(first, second);
    if (reading === null || reading.min <= 0 || !isMoney(first, second, sign, after, before)) return;
    const next = matches[i + 1]?.index ?? head.length;
    const own = vatOf((head.slice(end, next).split(/[;\n/]/u)[0] ?? ''));
    all.push({
      min: reading.min, ...(reading.max === null ? {} : { max: reading.max }), currency: SIGNS[sign] ?? defaultCurrency, vat: 'unknown',
      per: periodOf(period, before, after), start: m.index, end, own,
    });
  });
  const general = new Set(all.map((p) => p.own).filter((v) => v !== null)).size > 1 ? 'unknown' : (vatOf(head) ?? 'unknown');
  return all.map(({ own, ...part }) => ({ ...part, vat: own ?? general }));
}

/**
 * Amounts in `text`, which is known to be about money. VAT counts for all amounts unless one has its
 * own; a currency that wasn't said is `defaultCurrency`. [] on doubt: a bare "fifty" or 8천 is not
 * read, in a range the larger unit carries (8천에서 1억 is 80,000,000–100,000,000).
 */
export function parseMoney(text: string, defaultCurrency: Currency): MoneyPart[] {
  return findMoney(text, defaultCurrency).map(({ min, max, currency, vat, per }) => ({ min, ...(max === undefined ? {} : { max }), currency, vat, per }));
}
