/** Typed answers from words as they were said, and words from typed answers. */
import { findDates } from '../time/find-dates';
import { parseMoney } from '../text/parse-money';
import { parseNumbers } from '../text/parse-number';
import { compareKey } from '../text/normalize';
import type { AnswerValue, Currency, DatePart, MoneyPart, NumberPart } from './answer';
import type { ChecklistItem } from './checklist';

export interface ValueContext { baseDate: string; currency: Currency; language: 'ko' | 'en' }

type ItemShape = Pick<ChecklistItem, 'type' | 'options' | 'multi' | 'unit'>;

/**
 * Reads `raw` as the item's type where that loses nothing; otherwise it stays text. The words as
 * typed are kept beside it (`Answer.raw`), so a reading can always be checked against them.
 */
export function parseValue(item: ItemShape, raw: string, context: ValueContext): AnswerValue {
  const text: AnswerValue = { kind: 'text', text: raw };
  switch (item.type) {
    case 'number': return withWhole(raw, parseNumbers(withoutDates(raw, context.baseDate)), (parts): AnswerValue => ({ kind: 'number', parts })) ?? text;
    case 'money': return withWhole(raw, parseMoney(raw, context.currency), (parts): AnswerValue => ({ kind: 'money', parts })) ?? text;
    case 'date': return datesOf(raw, context.baseDate) ?? text;
    case 'yesno': return yesNoOf(raw) ?? text;
    case 'choice': return choiceOf(item, raw, context.language) ?? text;
    case 'people': return text;
    case 'text': return text;
  }
}

/** A typed value that carries the whole sentence as label of its first part: nothing is lost. */
function withWhole<P extends NumberPart | MoneyPart>(raw: string, parts: P[], make: (parts: P[]) => AnswerValue): AnswerValue | null {
  const [first, ...rest] = parts;
  if (!first) return null;
  const bare = /^[\s\d.,~–\-%£$€₩천만억원명곳건개대]*$/u.test(raw);
  return make([bare ? first : { ...first, label: raw.trim() }, ...rest]);
}

function withoutDates(raw: string, base: string): string {
  let text = raw;
  for (const f of [...findDates(raw, base)].reverse()) text = text.slice(0, f.index) + ' '.repeat(f.length) + text.slice(f.index + f.length);
  return text;
}

/** Segments between commas and semicolons; each dated one is a part, its other words the label. */
function datesOf(raw: string, base: string): AnswerValue | null {
  const parts: DatePart[] = [];
  for (const segment of raw.split(/[,;\n]|\s\/\s/u)) {
    const [found, ...more] = findDates(segment, base);
    const last = parts.at(-1);
    if (!found) {
      if (last && segment.trim()) last.label = [last.label, segment.trim()].filter(Boolean).join(', ');
      continue;
    }
    parts.push(datePart(segment, found));
    for (const f of more) parts.push({ date: f.date, ...(f.time ? { time: f.time } : {}), firm: 'unknown' });
  }
  return parts.length > 0 ? { kind: 'date', parts } : null;
}

function datePart(segment: string, found: ReturnType<typeof findDates>[number]): DatePart {
  const rest = `${segment.slice(0, found.index)} ${segment.slice(found.index + found.length)}`;
  const label = rest.replace(/(오전|오후)?\s*\d{1,2}:\d{2}|\b(by|on|at)\b\s*$/giu, ' ').replace(/^\s*까지(는)?/u, '').replace(/\s+/gu, ' ').trim();
  const firm = /고정|못 움직|fixed|can.?t move/iu.test(rest) ? 'fixed' : /희망|원함|wish|ideally|would like/iu.test(rest) ? 'wished' : 'unknown';
  return { date: found.date, ...(found.time ? { time: found.time } : {}), firm, ...(label ? { label } : {}) };
}

function yesNoOf(raw: string): AnswerValue | null {
  const m = /^\s*(예|네|있음|yes|y|아니요|아니오|없음|no|n)(?![\p{L}\p{N}])[\s:,.–-]*/iu.exec(raw);
  if (!m) return null;
  const yes = /^(예|네|있음|yes|y)$/iu.test(m[1] ?? '');
  const rest = raw.slice(m[0].length).trim();
  return rest ? { kind: 'yesno', yes, text: rest } : { kind: 'yesno', yes };
}

function choiceOf(item: ItemShape, raw: string, language: 'ko' | 'en'): AnswerValue | null {
  const options = item.options?.[language] ?? [];
  const named = raw.split(/[,;]/u).map((w) => compareKey(w)).filter(Boolean);
  const hits = options.filter((o) => named.includes(compareKey(o)));
  return hits.length > 0 && hits.length === named.length && (item.multi || hits.length === 1) ? { kind: 'choice', options: hits } : null;
}

const VAT = { ko: { excluded: '부가세 별도', included: '부가세 포함', unknown: '부가세 미확인' }, en: { excluded: 'excl. VAT', included: 'incl. VAT', unknown: 'VAT unknown' } };
const PER = { ko: { once: '', year: '/년', month: '/월' }, en: { once: '', year: ' a year', month: ' a month' } };

/** Digits in groups, independent of any locale: 80,000,000. */
function grouped(n: number): string {
  const [whole = '', fraction] = String(n).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ',');
  return fraction ? `${digits}.${fraction}` : digits;
}

function range(min: number, max: number | undefined): string {
  return max === undefined ? grouped(min) : `${grouped(min)}~${grouped(max)}`;
}

/** One line for people. '' for nothing. */
export function valueText(value: AnswerValue | null, language: 'ko' | 'en'): string {
  switch (value?.kind) {
    case undefined: return '';
    case 'text': return value.text;
    case 'choice': return [...value.options, ...(value.other ? [value.other] : [])].join(', ');
    case 'yesno': return [language === 'ko' ? (value.yes ? '예' : '아니요') : value.yes ? 'Yes' : 'No', value.text].filter(Boolean).join(': ');
    case 'number': return numbersText(value.parts);
    case 'money': return moneyText(value.parts, language);
    case 'date': return value.parts.map((p) => [p.date, p.time, p.label].filter(Boolean).join(' ')).join(', ');
    case 'people': return value.people.map((p) => [p.name, p.role && `(${p.role})`, p.note].filter(Boolean).join(' ')).join(', ');
  }
}

function numbersText(parts: readonly NumberPart[]): string {
  const label = parts.find((p) => p.label)?.label;
  return label ?? parts.map((p) => `${range(p.value, p.max)}${p.unit}`).join(', ');
}

function moneyText(parts: readonly MoneyPart[], language: 'ko' | 'en'): string {
  const amounts = parts.map((p) => `${range(p.min, p.max)} ${p.currency}${PER[language][p.per]} (${VAT[language][p.vat]})`).join(', ');
  const label = parts.find((p) => p.label)?.label;
  return label ? `${amounts} — ${label}` : amounts;
}

/** True or false where two values can be compared, null for words that only a person can judge. */
export function sameValue(a: AnswerValue | null, b: AnswerValue | null): boolean | null {
  if (a === null || b === null) return null;
  if (JSON.stringify(a) === JSON.stringify(b)) return true;
  if (a.kind !== b.kind) return null;
  if (a.kind === 'text' && b.kind === 'text') return compareKey(a.text) === compareKey(b.text) ? true : null;
  if (a.kind === 'date' && b.kind === 'date') return a.parts[0]?.date === b.parts[0]?.date;
  if (a.kind === 'yesno' && b.kind === 'yesno') return a.yes === b.yes;
  if (a.kind === 'number' && b.kind === 'number') return a.parts[0]?.value === b.parts[0]?.value;
  if (a.kind === 'money' && b.kind === 'money') return a.parts[0]?.min === b.parts[0]?.min && a.parts[0]?.currency === b.parts[0]?.currency;
  if (a.kind === 'choice' && b.kind === 'choice') return a.options.join('\u0000') === b.options.join('\u0000') ? true : false;
  return null;
}

/** The first date of a value, or null. */
export function firstDueOf(value: AnswerValue | null): string | null {
  return value?.kind === 'date' ? (value.parts[0]?.date ?? null) : null;
}
