/** Typed answers from words as they were said: typed only where nothing is lost, else the words as they are. */
import { compareKey } from '../text/normalize';
import { findMoney } from '../text/parse-money';
import { findNumbers } from '../text/parse-number';
import type { FoundDate } from '../time/find-dates';
import { findDates } from '../time/find-dates';
import type { AnswerValue, Currency, Firmness } from './answer';
import type { ChecklistItem } from './checklist';
import { parsePeople } from './value/parse-people';
import { labelsAround } from './value/value-labels';

export { dealCurrency } from './value/deal-currency';
export { sameValue } from './value/same-value';
export { valueText } from './value/value-text';

/** `baseDate`: the ISO date on which it was said, for "Thursday" and 12월 10일; `currency`: the deal's; `language`: the reader's, in which 12/3 is a day. */
export interface ValueContext { baseDate: string; currency: Currency; language: 'ko' | 'en' }

/** What of an item says how its answers are read. */
export type ItemShape = Pick<ChecklistItem, 'type' | 'options' | 'multi' | 'unit'>;

/** Longer answers are prose: they stay text, whole. */
const LIMIT = 2000;

/**
 * Reads `raw` as the item's type where that loses nothing; words that are no part of the reading are
 * kept as labels, and where there is a doubt it stays text, exactly as typed. Never throws.
 */
export function parseValue(item: ItemShape, raw: string, context: ValueContext): AnswerValue {
  const text: AnswerValue = { kind: 'text', text: raw };
  if (raw.length > LIMIT) return text;
  switch (item.type) {
    case 'number': return numberOf(raw, context.baseDate) ?? text;
    case 'money': return moneyOf(raw, context.currency) ?? text;
    case 'date': return dateOf(raw, context) ?? text;
    case 'yesno': return yesNoOf(raw) ?? text;
    case 'choice': return choiceOf(item, raw, context.language) ?? text;
    case 'people': return peopleOf(raw) ?? text;
    case 'text': return text;
  }
}

/** Numbers outside dates. Any word besides makes the whole sentence the label of the first part. */
function numberOf(raw: string, baseDate: string): AnswerValue | null {
  const dates = findDates(raw, baseDate);
  const found = findNumbers(raw).filter((n) => !dates.some((d) => n.start < d.index + d.length && d.index < n.end));
  const [first, ...rest] = found.map(({ value, max, unit }) => ({ value, ...(max === undefined ? {} : { max }), unit }));
  if (!first) return null;
  const bare = /^[\s,]*$/u.test(outside(raw, found.map((f) => [f.start, f.end])));
  return { kind: 'number', parts: [bare ? first : { ...first, label: raw.trim() }, ...rest] };
}

function outside(raw: string, spans: readonly (readonly [number, number])[]): string {
  let [rest, from] = ['', 0];
  for (const [start, end] of spans) [rest, from] = [`${rest}${raw.slice(from, start)}`, end];
  return rest + raw.slice(from);
}

/** VAT words that a part's `vat` already says; anything doubtful about it stays in the label. */
const VAT_WORDS = /\(?(?:부가가치세|부가세|vat)\s*(?:별도|제외|포함|미확인|unknown|(?:not\s+)?included|excluded)\)?(?!\s*(?:여부|인지|확인|[?？]))|\(?(?:ex(?:cl(?:uding|\.)?)?\.?|inc(?:l(?:uding|\.)?)?\.?|plus)\s*vat\)?(?!\s*[?？])/giu;

/** Words that say no more than a part's period does. */
const PERIOD = /^(?:[연월]간?|매[년월달]|annual(?:ly)?|yearly|monthly)$/iu;

function moneyOf(raw: string, currency: Currency): AnswerValue | null {
  const found = findMoney(raw, currency);
  if (found.length === 0) return null;
  // VAT words that differ from part to part stay visible, each beside its amount.
  const oneVat = new Set(found.map((f) => f.vat)).size === 1;
  const labels = labelsAround(raw, found.map((f) => [f.start, f.end]));
  const parts = found.map(({ min, max, currency: own, vat, per }, i) => {
    const words = labels[i] ?? '';
    const label = tidy(oneVat && (vat !== 'unknown' || /미확인|unknown/iu.test(words)) ? words.replace(VAT_WORDS, ' ') : words);
    return { min, ...(max === undefined ? {} : { max }), currency: own, vat, per, ...(label && (per === 'once' || !PERIOD.test(label)) ? { label } : {}) };
  });
  return { kind: 'money', parts };
}

function tidy(label: string): string {
  return label.replace(/\s+/gu, ' ').replace(/\s(?=[,;])/gu, '').replace(/\(\s*\)|^[\s()]+$/gu, ' ').replace(/^[\s,;/·=]+|[\s,;/·=]+$/gu, '');
}

/** From one day to another: a span is no date, so it stays text. */
const SPAN = /^\s*(?:에서|부터|~|～|–|—|-|to|until|till|through)\s*$/iu;

/** Certain dates, each with the words beside it as label; a date in brackets after another is a remark. */
function dateOf(raw: string, { baseDate, language }: ValueContext): AnswerValue | null {
  const certain = findDates(raw, baseDate, language).filter((d) => d.certain);
  const found = certain.filter((d, i) => i === 0 || depthAt(raw, d.index) === 0);
  if (found.length === 0 || found.some((d, i) => SPAN.test(between(raw, found[i - 1], d)))) return null;
  const labels = labelsAround(raw, found.map((d) => [d.index, d.index + d.length]));
  const parts = found.map(({ date, time }, i) => {
    const label = tidy((labels[i] ?? '').replace(/^\s*까지(?:는|은)?(?![가-힣])|(?<![가-힣])까지(?:는|은)?\s*$|\b(?:by|on|at)\s*$/giu, ' '));
    return { date, ...(time ? { time } : {}), firm: firmnessOf(labels[i] ?? ''), ...(label ? { label } : {}) };
  });
  return { kind: 'date', parts };
}

function between(raw: string, before: FoundDate | undefined, after: FoundDate): string {
  return before ? raw.slice(before.index + before.length, after.index) : 'x';
}

/** How many brackets are open at `index`. */
function depthAt(text: string, index: number): number {
  let depth = 0;
  for (const c of text.slice(0, index)) depth = c === '(' ? depth + 1 : c === ')' ? Math.max(0, depth - 1) : depth;
  return depth;
}

function firmnessOf(words: string): Firmness {
  const fixed = /고정(?!\s*아)|못\s*움직|변경\s*불가|\bfixed\b|(?:can.?t|cannot)\s+move/iu.test(words) && !/\bnot\s+fixed/iu.test(words);
  const wished = /희망|원함|원해|목표|\bwish|\bideally\b|would\s+(?:like|prefer)|\btarget\b/iu.test(words);
  return fixed === wished ? 'unknown' : fixed ? 'fixed' : 'wished';
}

/** A yes or no stands alone or before punctuation: 네 군데 and "no idea" are neither. */
function yesNoOf(raw: string): AnswerValue | null {
  const m = /^\s*(예|네|있음|yes|y|아니요|아니오|아뇨|없음|no|n)(?:\s*$|\s*[:.,;\n]\s*|\s+[–—-]\s+|\s*(?=\())/iu.exec(raw);
  if (!m) return null;
  const yes = /^(예|네|있음|yes|y)$/iu.test(m[1] ?? '');
  const rest = raw.slice(m[0].length).trim();
  return rest ? { kind: 'yesno', yes, text: rest } : { kind: 'yesno', yes };
}

/** Options named exactly, in either language; other words beside them are kept as `other`. */
function choiceOf(item: ItemShape, raw: string, language: 'ko' | 'en'): AnswerValue | null {
  const own = item.options?.[language] ?? [];
  const foreign = item.options?.[language === 'ko' ? 'en' : 'ko'] ?? [];
  const optionOf = (words: string): number => {
    const key = compareKey(words);
    const at = key === '' ? -1 : own.findIndex((o) => compareKey(o) === key);
    return at >= 0 || key === '' ? at : foreign.findIndex((o) => compareKey(o) === key);
  };
  const whole = optionOf(raw);
  const segments = whole >= 0 ? [raw] : raw.split(/[;\n]|,(?![^()]*\))/u).map((s) => s.trim()).filter((s) => compareKey(s) !== '');
  const hits = new Set<number>();
  const other: string[] = [];
  for (const segment of segments) {
    const [, head = '', tail = ''] = /^([^(:]+)\s*[(:]\s*(.+?)\)?$/u.exec(segment) ?? [];
    const at = optionOf(segment);
    const led = at >= 0 ? at : optionOf(head);
    if (led >= 0) hits.add(led);
    if (at < 0) other.push(led >= 0 ? tail : segment);
  }
  const options = own.filter((_, i) => hits.has(i));
  if (options.length === 0 || (options.length > 1 && !item.multi)) return null;
  return { kind: 'choice', options, ...(other.length > 0 ? { other: other.join(', ') } : {}) };
}

function peopleOf(raw: string): AnswerValue | null {
  const people = parsePeople(raw);
  return people ? { kind: 'people', people } : null;
}
