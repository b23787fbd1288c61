/**
 * Answers: never overwritten. Each recorded answer is a row; the newest stands, the rest is history.
 */

export const ITEM_STATES = [
  'not_asked', 'answered', 'partial', 'asked_unknown', 'asked_will_send', 'declined', 'conflict', 'not_applicable',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const CONFIDENCES = ['confirmed', 'stated', 'indirect', 'assumed'] as const;
/** How sure, by rule and not by feeling (domain.md §3.3). */
export type Confidence = (typeof CONFIDENCES)[number];

export const CURRENCIES = ['KRW', 'USD', 'EUR', 'GBP'] as const;
export type Currency = (typeof CURRENCIES)[number];
export type Vat = 'excluded' | 'included' | 'unknown';
export type Period = 'once' | 'year' | 'month';
export type Firmness = 'fixed' | 'wished' | 'unknown';

export interface NumberPart { value: number; max?: number; unit: string; label?: string }
export interface MoneyPart { min: number; max?: number; currency: Currency; vat: Vat; per: Period; label?: string }
/** `date` is an ISO calendar date; `time` (`14:00`) when one was said. */
export interface DatePart { date: string; time?: string; firm: Firmness; label?: string }
export interface Person { name: string; role: string; note?: string }

export type AnswerValue =
  | { kind: 'text'; text: string }
  | { kind: 'choice'; options: string[]; other?: string }
  | { kind: 'yesno'; yes: boolean; text?: string }
  | { kind: 'number'; parts: NumberPart[] }
  | { kind: 'money'; parts: MoneyPart[] }
  | { kind: 'date'; parts: DatePart[] }
  | { kind: 'people'; people: Person[] };

/** How a newer answer relates to the one it follows; `first` when there was none. */
export const ANSWER_RELATIONS = ['first', 'updates', 'corrects', 'differs'] as const;
export type AnswerRelation = (typeof ANSWER_RELATIONS)[number];

export interface Answer {
  id: string;
  dealId: string;
  topic: string;
  /** The item it was recorded on; another item of the same topic shows it too. */
  itemId: string;
  /** Null for what was known before any meeting. */
  meetingId: string | null;
  state: ItemState;
  /** Null when there is nothing to keep (declined, off the record …). */
  value: AnswerValue | null;
  /** What the rep typed, exactly. '' when a value was picked. */
  raw: string;
  remark: string;
  /** A name as typed or picked, '' when unknown. Unknown is never guessed. */
  saidBy: string;
  confidence: Confidence | null;
  relation: AnswerRelation;
  /** Why it does not apply: required for `not_applicable`, else ''. */
  reason: string;
  /** Covered off the record: the item shows its state, no content exists anywhere. */
  offRecord: boolean;
  at: number;
  offsetMs: number | null;
  /** Delivery's words out of a reply, and not what the customer said: no copy for others has them. Missing: false. */
  fromDelivery?: boolean;
}

/** One side of a contradiction, kept with who said it. */
export interface ContradictionSide { text: string; saidBy: string; at: number; answerId: string | null }

/** Two answers on one topic (domain.md §4.5): both kept, never merged silently. */
export interface Contradiction {
  id: string;
  dealId: string;
  meetingId: string | null;
  topic: string;
  itemId: string;
  a: ContradictionSide;
  b: ContradictionSide;
  status: 'open' | 'resolved' | 'both_true';
  /** What stands after it was resolved, and why or who said so. */
  kept: string;
  why: string;
  at: number;
  resolvedAt: number | null;
}
