/** The state of an answer editor: what was typed, kept as a draft, and what is still missing. */
import type { Answer, AnswerRelation, AnswerValue, Confidence, Firmness, ItemState, Period, Person, Vat } from '@/utils/checklist/answer';
import { ANSWER_RELATIONS, CONFIDENCES, ITEM_STATES } from '@/utils/checklist/answer';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { parseValue } from '@/utils/checklist/parse-value';
import { draftFields } from '@/utils/db/drafts/draft-fields';
import type { Currency } from '@/utils/checklist/answer';

export interface AnswerForm {
  state: ItemState;
  raw: string;
  options: string[];
  yes: boolean | null;
  saidBy: string;
  confidence: Confidence;
  remark: string;
  /** Null: as speakers and values say, until the rep picks one. */
  relation: AnswerRelation | null;
  reason: string;
  offRecord: boolean;
  sideA: string;
  sideABy: string;
  sideB: string;
  sideBBy: string;
  /** What the rep set by hand over what was read out of the words; absent = as read. */
  currency?: Currency;
  vat?: Vat;
  per?: Period;
  firm?: Firmness;
  /** For `people`: name and role, one entry a person. */
  people?: Person[];
}

export type FormProblem = 'needValue' | 'needReason' | 'needSides';

/** An empty form; a state picked by a key or the earlier answer's speaker is taken over. */
export function blankForm(preset: ItemState | null, current: Answer | null): AnswerForm {
  return {
    state: preset ?? 'answered', raw: '', options: [], yes: null, saidBy: '', confidence: 'stated', remark: '',
    relation: null, reason: '', offRecord: false, sideA: '', sideABy: current?.saidBy ?? '', sideB: '', sideBBy: '',
  };
}

/** A stored draft, if it is one; anything else is ignored. */
export function parseDraft(text: string): Partial<AnswerForm> | null {
  const draft = draftFields(text) as Partial<AnswerForm>;
  const known = (ITEM_STATES as readonly unknown[]).includes(draft.state) && (CONFIDENCES as readonly unknown[]).includes(draft.confidence) && (draft.relation === null || (ANSWER_RELATIONS as readonly unknown[]).includes(draft.relation));
  return known ? draft : null;
}

/** The form as a draft: what differs from an empty one. '' when nothing does: a state alone is no draft. */
export function draftOf(form: AnswerForm, current: Answer | null): string {
  const { state, confidence, relation } = form;
  const blank: Partial<Record<string, unknown>> = { ...blankForm(state, current), people: [] };
  const filled = Object.entries(form).filter(([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(blank[key]));
  return filled.length === 0 ? '' : JSON.stringify({ state, confidence, relation, ...Object.fromEntries(filled) });
}

const noValue = (): Pick<AnswerForm, 'raw' | 'options' | 'yes' | 'people' | 'remark'> => ({ raw: '', options: [], yes: null, people: [], remark: '' });
const NO_SIDES = { sideA: '', sideB: '' };
const NO_REASON = { reason: '' };

/** Only what the chosen state has a field for: words typed for another state are no part of the answer. */
export function savedPart(form: AnswerForm): AnswerForm {
  if (form.state === 'not_applicable') return { ...form, ...noValue(), ...NO_SIDES };
  return { ...form, ...NO_REASON, ...(form.state === 'conflict' ? {} : NO_SIDES) };
}

/** What was typed for other states than the one that is saved, under the state that has a field for it; null when there is none. */
export function unsavedPart(form: AnswerForm): AnswerForm | null {
  if (form.offRecord) return null;
  const { state } = form;
  const rest: AnswerForm = { ...form, ...(state === 'not_applicable' ? NO_REASON : noValue()), ...(state === 'conflict' ? NO_SIDES : {}) };
  if (!hasNoValue(rest)) return { ...rest, state: 'answered' };
  if (rest.sideA.trim() || rest.sideB.trim()) return { ...rest, state: 'conflict' };
  return rest.reason.trim() ? { ...rest, state: 'not_applicable' } : null;
}

function hasNoValue(form: AnswerForm): boolean {
  const named = (form.people ?? []).some((p) => p.name.trim() !== '');
  return form.raw.trim() === '' && !named && form.options.length === 0 && form.yes === null && form.remark.trim() === '';
}

/** What is missing before it can be saved, or null. Only content that the state promises is needed. */
export function problemOf(form: AnswerForm): FormProblem | null {
  if (form.offRecord) return null;
  if (form.state === 'not_applicable') return form.reason.trim() ? null : 'needReason';
  if (form.state === 'conflict') return form.sideA.trim() && form.sideB.trim() ? null : 'needSides';
  return (form.state === 'answered' || form.state === 'partial') && hasNoValue(form) ? 'needValue' : null;
}

/** The typed value of a form, or null when there is nothing. */
export function valueOf(form: AnswerForm, item: ChecklistItem, context: { baseDate: string; currency: Currency; language: 'ko' | 'en' }): AnswerValue | null {
  const raw = form.raw.trim();
  if (item.type === 'choice' && form.options.length > 0) return { kind: 'choice', options: form.options, ...(raw ? { other: raw } : {}) };
  if (item.type === 'yesno' && form.yes !== null) return { kind: 'yesno', yes: form.yes, ...(raw ? { text: raw } : {}) };
  const people = (form.people ?? []).filter((p) => p.name.trim() !== '');
  if (item.type === 'people' && people.length > 0) return { kind: 'people', people: people.map((p, i) => (i === 0 && raw ? { ...p, note: raw } : p)) };
  return raw ? adjusted(parseValue(item, form.raw, context), form) : null;
}

/** What was set by hand wins over what was read. */
function adjusted(value: AnswerValue, form: AnswerForm): AnswerValue {
  if (value.kind === 'money') {
    return { ...value, parts: value.parts.map((p) => ({ ...p, currency: form.currency ?? p.currency, vat: form.vat ?? p.vat, per: form.per ?? p.per })) };
  }
  if (value.kind === 'date') return { ...value, parts: value.parts.map((p) => ({ ...p, firm: form.firm ?? p.firm })) };
  return value;
}
