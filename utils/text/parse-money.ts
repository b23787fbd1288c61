/** Money as it is said; full digits come out, and on doubt nothing (domain.md §6 no. 23). */
import type { Currency, MoneyPart, Period, Vat } from '../checklist/answer';
import { isRaise, isRefused } from './refused';
import { carryUnit, digitsWithUnits, englishNumeral, ENGLISH_NUMBER, koreanNumeral, PLAIN_NUMBER, POINTED } from './numerals';

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
const AMOUNT = `(?:${PLAIN_NUMBER}(?:\\s?(?:[십백천만억조]+(?:\\s?\\d[\\d,]*[십백천만]+)*(?:\\s?(?:\\d,\\d{3}(?![\\d,])|\\d{1,4}(?=원)))?|(?:k|m|mn|million|thousand)(?![a-z])))?|${SINO}|${ENGLISH_NUMBER})(?!\\d)`;
/** "And" and 과 make a range only with "between" and 사이. */
const JOIN = '(?:\\s?(?:~|∼|～|–|—|-|에서|부터|to)\\s?|(?<=\\bbetween\\s[^;,.\\n]{1,30})\\s+and\\s+|[과와]\\s?(?=[^;,.\\n]{1,20}사이))';
const PERIOD = '(?:\\s?(?:/|per|a|each|every)\\s?(?:년|연|월|year|yr|month|mo|annum)(?![a-z])|\\s?p\\.?a\\.?(?![a-z]))';
const PATTERN = new RegExp(`(?<![\\p{L}\\d.,/¥-])${LEAD}?(${AMOUNT})(?:(?:\\s?${TRAIL})?${JOIN}(?:${LEAD})?(${AMOUNT}))?\\s?${TRAIL}?(${PERIOD})?`, 'giu');

interface Reading { min: number; max: number | null }

function one(text: string): number | null {
  if (POINTED.test(text)) return null;
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

const COUNTED = /^\s?(?:[엔위](?![가-힣])|위안|(?:건수?|명|인|개|대|번|회|곳|군데|장|줄|행|쪽|페이지|박스|상자|시간|분|초|일|주|개월|배|쌍|톤|평|킬로|리터|미터|바이트|픽셀|토큰|사람|세대|가구|사용자|유저|회원|고객|가입자|이용자|데이터|레코드|트랜잭션|호출|다운로드|조회|문서|파일|이미지|주문|거래)(?:씩|당|까지|정도|이상|이하|미만|가량|쯤|[은는이가을를의도에로과와만])?(?![가-힣]))/u;
const ENGLISH_COUNTED = /^\s?(?!a\b|per\b|p\.a|excl|incl|ex\b|plus|vat|and\b|for\b|in\b|including|excluding|to\b|max|cap|once|one|each|budget|total|is\b|was\b)[a-z]/iu;
/** What an amount is for, said right behind it. */
const PURPOSE = /^\s?(?:유지\s?보수|운영|구축|개발|도입|라이[선센]스|사용료|구독|컨설팅|교육|초기|이후|매년|매월|매달|연간|월간|연|월)(?![가-힣]*\s?(?:건|명|개)(?![가-힣]))/u;

/**
 * Is it money at all? A currency says so; 억, or 만 in a range or with digits, says it in Korean;
 * digits grouped by thousands say it where nothing is counted. "8천", "50", "fifty" are doubts.
 */
function isMoney(first: string, second: string | undefined, sign: string, period: string, after: string, before: string): boolean {
  if (sign !== '') return true;
  if (/[¥₹]\s?$|\b[A-Z]{3}\s?$|[A-Z]\$\s?$/u.test(before) || /^\s?([엔위]|yen|JPY|CNY|CHF|[A-Z]{3}\b|%)/u.test(after)) return false;
  const all = `${first}${second ?? ''}`;
  // A large round sum needs no currency; what it is for may follow, a thing counted may not.
  if (/[억조]/u.test(all)) return !COUNTED.test(after) && !ENGLISH_COUNTED.test(after);
  if (/(?:k|m|mn|million|thousand)$/iu.test(second ?? first)) return period !== '';
  const counted = !PURPOSE.test(after) && (/^\s?(?!원|정도|사이|수준|부터|까지|이하|이상|미만|내외|안팎|쯤|가량|선|대|으로|로|이|은|는|을|를|가|에|입|예산|한도|부가세|별도|포함|년)[가-힣]/u.test(after) || ENGLISH_COUNTED.test(after));
  if (/만/u.test(all)) return !counted && (/\d/u.test(all) || second !== undefined);
  return /\d,\d{3}/u.test(all) && !counted;
}

/** VAT as it is called where there is one, and where the tax on a sale has another name. */
const TAX = '(?:부가세|부가가치세|세금|vat|gst|(?:sales\\s+)?tax(?:es)?)(?![a-z])';
const WITHOUT = new RegExp(`${TAX}\\s*(?:별도|제외|미포함|불포함|안\\s?포함|not included|excluded|extra)|(?:ex(?:cl(?:uding|usive of|\\.)?)?\\.?|plus|\\+|without|net of|before|not incl(?:uding|\\.)?)\\s*(?:[\\d.]+\\s?%\\s*)?${TAX}`, 'iu');
const WITH = new RegExp(`${TAX}\\s*(?:포함|included)|inc(?:l(?:uding|usive of|\\.)?)?\\.?\\s*${TAX}`, 'iu');

function vatOf(text: string): Vat | null {
  if (WITHOUT.test(text)) return DOUBT.test(text) ? 'unknown' : 'excluded';
  if (WITH.test(text)) return DOUBT.test(text) ? 'unknown' : 'included';
  return null;
}
const DOUBT = /(?:별도|포함|제외)\s*(?:여부|인지|\?|？|인가|확인)|(?:vat|gst|tax)\s*\?|(?:whether|unclear|check)[^;]{0,30}(?:vat|gst|tax)/iu;

function periodOf(period: string, before: string, after: string): Period {
  const around = `${period} ${after}`;
  if (/[년연]|year|yr|annum|p\.?a/iu.test(period) || /(?:연간|매년|매해|해마다|(?<!\d)(?:1|일|한)\s?년\s?(?:에|당)|한\s?해에?|(?<![가-힣\d])연|annual(?:ly)?|yearly|(?:per|each|every)\s+year:?)\s?(?:약\s?)?$/iu.test(before) || /^\s*\(?(?:연간|매년|annual|yearly)/iu.test(around)) return 'year';
  if (/월|mo/iu.test(period) || /(?:월간|매월|매달|달마다|(?:한\s?달|(?<!\d)1\s?개월)(?:에|당)?|(?<![가-힣\d])월|monthly|(?:per|each|every)\s+month:?)\s?(?:약\s?)?$/iu.test(before) || /^\s*\(?(?:월간|매월|monthly)/iu.test(around)) return 'month';
  return 'once';
}

/** Every amount with its place, in order. Texts are read up to 2,000 characters. */
export function findMoney(text: string, defaultCurrency: Currency): FoundMoney[] {
  const head = text.slice(0, LIMIT);
  const all: (FoundMoney & { own: Vat | null })[] = [];
  const matches = [...head.matchAll(PATTERN)];
  matches.forEach((m, i) => {
    const end = m.index + m[0].length;
    const [, code, symbol, first = '', trail1, code2, symbol2, second, trail, period = ''] = m;
    const signs = [code ?? symbol, trail, code2 ?? symbol2, trail1].filter((one) => one !== undefined).map((one) => one.toLowerCase());
    const sign = signs[0] ?? '';
    const before = head.slice(Math.max(0, m.index - 24), m.index);
    const after = head.slice(end, end + 24);
    const reading = amounts(first, second);
    if (reading === null || reading.min <= 0 || !isMoney(first, second, sign, period, after, before)) return;
    // 5천 원~7천 달러 is no range of either, and what was said only to be refused is no amount.
    if (new Set(signs.map((one) => SIGNS[one])).size > 1 || (second !== undefined && isRaise(after)) || isRefused(before, after)) return;
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
 * read, nor is one that is named to be refused (1억은 안 되고); in a range the larger unit carries (8천에서 1억 is
 * 80,000,000–100,000,000), and each end may have its currency (5천만 원~7천만 원).
 */
export function parseMoney(text: string, defaultCurrency: Currency): MoneyPart[] {
  return findMoney(text, defaultCurrency).map(({ min, max, currency, vat, per }) => ({ min, ...(max === undefined ? {} : { max }), currency, vat, per }));
}
