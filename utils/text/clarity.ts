/** Cheap checks of what was written down, as hints and never as blocks (domain.md §3.5, R-24). */
import type { ItemType } from '../checklist/checklist';
import { nfc } from './normalize';
import { parseMoney } from './parse-money';
import { parseNumbers } from './parse-number';

export type ClarityCode = 'vague' | 'no_number' | 'relative_date' | 'date_order' | 'money_unclear' | 'several_facts';
/** `word`: the word that gave rise to it, as it stands in the text. */
export interface ClarityHint { code: ClarityCode; word?: string }

const LIMIT = 5000;
const VAGUE_KO = /적당히|대충|알아서|최대한|되도록|가능하면|웬만하면|빨리|조만간|나중에|어느\s?정도|등등|기존처럼|일반적인|간단하게|[이예]쁘게|유연하게|추후\s?협의|처럼/gu;
// "standard" says something only with what it is the standard of.
const VAGUE_EN = /\b(asap|soon|simple|user[- ]friendly|flexible|as needed|etc|some|robust|seamless|standard(?!\s+\p{L})|similar to|roughly|tbd|if possible|and\/or)\b/giu;
const RELATIVE = /오늘|(?<![가-힣])(?:내일|모레|글피)|(?:이번|다음|다다음|금|차)\s?[주달](?!\d)|내달|월말|연말|(?<![가-힣])[월화수목금토일]요일|(?:초|중순|하순|말)\s?(?:까지|쯤|경)|중순|하순|\b(?:today|tomorrow|(?:next|this)\s+(?:week|month|year|quarter|\w+day)|(?:mon|tues|wednes|thurs|fri)day|end of (?:the )?(?:month|year|quarter)|(?:mid|early|late)[- ]\w+)\b/iu;
const ABSOLUTE = /(?:19|20)\d{2}\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?\s+20\d{2}/iu;
/** Day and month, or month and day? Only where both could be a month. */
const EITHER_ORDER = /(?<![\d/.])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])(?![\d]|\/(?!20\d{2})|\.\d)/u;
/** 나중에 with a day or a condition beside it is an agreement, not a way out. */
const DATED = /\d|(?:되면|이후|다음)/u;

/** The words in a text that measure nothing ("soon", 알아서), as they stand there, each once. */
export function vagueWords(text: string): string[] {
  const head = nfc(text.slice(0, LIMIT));
  const korean = [...head.matchAll(VAGUE_KO)].map((m) => m[0]).filter((w) => w !== '나중에' || !DATED.test(head));
  return [...new Set([...korean, ...[...head.matchAll(VAGUE_EN)].map((m) => m[0])])];
}

/** Number or amount: does it say one, and is the money clear in currency and VAT? */
function amountHints(text: string, type: ItemType): ClarityHint[] {
  if (type === 'number') return parseNumbers(text).length === 0 ? [{ code: 'no_number' }] : [];
  const parts = parseMoney(text, 'KRW');
  const first = parts[0];
  if (!first) return [{ code: /\d/u.test(text) ? 'money_unclear' : 'no_number' }];
  const named = /원|krw|usd|eur|gbp|won\b|pound|dollar|달러|유로|파운드|[£$€₩]/iu.test(text);
  return named && parts.every((p) => p.vat !== 'unknown') ? [] : [{ code: 'money_unclear' }];
}

/** `12/3` as an English reader sees it; Koreans write the month first. */
function eitherOrder(text: string, language: 'ko' | 'en'): string | undefined {
  const word = language === 'en' && !/[가-힣]/u.test(text) ? EITHER_ORDER.exec(text)?.[0] : undefined;
  const [first, second] = word?.split('/').map(Number) ?? [];
  return first === second ? undefined : word;
}

/** What is unclear in an answer of this type, to a reader of `language`; an empty list is good. Texts are read up to 5,000 characters. */
export function clarityHints(text: string, type: ItemType, language: 'ko' | 'en' = 'ko'): ClarityHint[] {
  const head = nfc(text.slice(0, LIMIT));
  if (head.trim() === '') return [];
  const [vague] = vagueWords(head);
  const hints: ClarityHint[] = vague ? [{ code: 'vague', word: vague }] : [];
  if (type === 'number' || type === 'money') hints.push(...amountHints(head, type));
  const relative = type === 'date' && !ABSOLUTE.test(head) ? RELATIVE.exec(head)?.[0] : undefined;
  if (relative) hints.push({ code: 'relative_date', word: relative });
  const order = type === 'date' ? eitherOrder(head, language) : undefined;
  if (order) hints.push({ code: 'date_order', word: order });
  const facts = head.split(/[;\n]|[.。]\s/u).filter((s) => s.trim() !== '');
  if (type !== 'text' && type !== 'people' && facts.length > 2) hints.push({ code: 'several_facts' });
  return hints;
}

/** What is unclear in what we promised: a word that measures nothing, or a day that only today's reader knows. */
export function promiseHints(words: string, due: string | null): ClarityHint[] {
  const head = nfc(words.slice(0, LIMIT));
  const [vague] = vagueWords(head);
  const relative = due === null && !ABSOLUTE.test(head) ? RELATIVE.exec(head)?.[0] : undefined;
  return [...(relative ? [{ code: 'relative_date' as const, word: relative }] : []), ...(vague ? [{ code: 'vague' as const, word: vague }] : [])];
}

/** The word in a want or a question that hides what is meant; none is good. */
export function wordHints(words: string): ClarityHint[] {
  const [word] = vagueWords(words);
  return word ? [{ code: 'vague', word }] : [];
}
