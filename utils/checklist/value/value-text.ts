/** Typed answers in words, one line for people. */
import { dayText } from '../../time/day-text';
import type { AnswerValue, MoneyPart, NumberPart } from '../answer';

const VAT = { ko: { excluded: '부가세 별도', included: '부가세 포함', unknown: '부가세 미확인' }, en: { excluded: 'excl. VAT', included: 'incl. VAT', unknown: 'VAT unknown' } };
const PER = { ko: { once: '', year: '/년', month: '/월' }, en: { once: '', year: ' a year', month: ' a month' } };

/** Digits in groups, whatever the browser's language: 80,000,000. */
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

function range(min: number, max: number | undefined): string {
  return max === undefined ? GROUPED.format(min) : `${GROUPED.format(min)}~${GROUPED.format(max)}`;
}

/** One line for people; full digits, currency and VAT. '' for nothing. */
export function valueText(value: AnswerValue | null, language: 'ko' | 'en'): string {
  switch (value?.kind) {
    case undefined: return '';
    case 'text': return value.text;
    case 'choice': return [...value.options, ...(value.other ? [value.other] : [])].join(', ');
    case 'yesno': return [language === 'ko' ? (value.yes ? '예' : '아니요') : value.yes ? 'Yes' : 'No', value.text].filter(Boolean).join(': ');
    case 'number': return numbersText(value.parts);
    case 'money': return value.parts.map((p) => moneyText(p, language)).join(', ');
    case 'date': return value.parts.map((p) => [dayText(p.date, language), p.time, p.label].filter(Boolean).join(' ')).join(', ');
    case 'people': return value.people.map((p) => [p.name, p.role && `(${p.role})`, p.note].filter(Boolean).join(' ')).join(', ');
  }
}

/** The words, and before them the digits where the words don't show them (십오만 원 → 150,000원). */
function numbersText(parts: readonly NumberPart[]): string {
  const read = parts.map((p) => `${range(p.value, p.max)}${/^[a-z]/iu.test(p.unit) ? ' ' : ''}${p.unit}`).join(', ');
  const label = parts.map((p) => p.label).filter(Boolean).join('; ');
  if (label === '') return read;
  const shown = (n: number | undefined): boolean => n === undefined || new RegExp(`(?<![\\d.,])${n}(?![\\d십백천만억k]|[.,]\\d)`, 'u').test(label.replace(/(?<=\d),(?=\d{3})/gu, ''));
  return parts.every((p) => shown(Math.abs(p.value)) && shown(p.max)) ? label : `${read} — ${label}`;
}

function moneyText(part: MoneyPart, language: 'ko' | 'en'): string {
  const amount = `${range(part.min, part.max)} ${part.currency}${PER[language][part.per]} (${VAT[language][part.vat]})`;
  return part.label ? `${amount} — ${part.label}` : amount;
}
