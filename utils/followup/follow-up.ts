/**
 * Follow-ups: dated reasons to contact a customer again (R-03, R-78, domain.md §4.9). Days are ISO calendar dates. Overdue is
 * worked out from the day, never stored; none closes by time alone.
 */
import { isWrongDay } from '../time/field-day';
import { addDays } from '../time/plain-date';

/** What a contract brings by itself, in the order of a customer's life with us. */
export const PLAN_STEPS = ['thanks', 'introduce', 'owed', 'settled', 'goal', 'review', 'warranty_soon', 'warranty', 'renewal_talk', 'renewal_options', 'renewal'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** `revisit`: a deal that was put on hold or lost; `later`: a want whose time may have come; `own`: whatever the rep has in mind. */
export const FOLLOW_UP_STEPS = [...PLAN_STEPS, 'revisit', 'later', 'own'] as const;
export type FollowUpStep = (typeof FOLLOW_UP_STEPS)[number];

export const FOLLOW_UP_STATES = ['scheduled', 'done', 'skipped'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

export interface FollowUp {
  id: string;
  dealId: string;
  step: FollowUpStep;
  /** What it is about, in the rep's words; '' where the step says it. */
  text: string;
  dueOn: string;
  state: FollowUpState;
  /** The day on which it was done or skipped; null while it is ahead. */
  closedOn: string | null;
  /** What came of it, or why it was skipped. */
  outcome: string;
  /** The want that it is about (`later`): its words are read there. Missing: none. */
  wantId?: string;
  /** When it was written down, or last moved by the plan that wrote it. */
  at: number;
  updatedAt: number;
}

export const URGENCIES = ['overdue', 'today', 'week', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

const WEEK = 7;

/** How soon a scheduled one is due. */
export function urgencyOf({ dueOn }: Pick<FollowUp, 'dueOn'>, today: string): Urgency {
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, WEEK) ? 'week' : 'later';
}

/** Due by `today`, or late. */
export function isDue(row: Pick<FollowUp, 'dueOn' | 'state'>, today: string): boolean {
  return isScheduled(row) && row.dueOn <= today;
}

/** Still ahead, or overdue. */
export function isScheduled({ state }: Pick<FollowUp, 'state'>): boolean {
  return state === 'scheduled';
}

/** As it was written: nobody has moved it, given it words or closed it since. */
export function isUntouched({ text, outcome, at, updatedAt }: FollowUp): boolean {
  return text === '' && outcome === '' && at === updatedAt;
}

/** What is ahead by its day, then what is over, newest first; of one day in the order of writing. */
export function orderFollowUps(rows: readonly FollowUp[]): FollowUp[] {
  const ahead = rows.filter(isScheduled).sort((a, b) => compare(a.dueOn, b.dueOn) || a.at - b.at);
  const over = rows.filter((row) => !isScheduled(row)).sort((a, b) => compare(b.closedOn ?? '', a.closedOn ?? '') || b.updatedAt - a.updatedAt);
  return [...ahead, ...over];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What keeps one of the rep's own from being saved: words, unless a want has them, and a day. */
export function lacksOfFollowUp({ text, dueOn, wantId }: Pick<FollowUp, 'text' | 'dueOn' | 'wantId'>): ('text' | 'dueOn')[] {
  const lacks = { text: wantId === undefined && text.trim() === '', dueOn: dueOn === '' || isWrongDay(dueOn) };
  return (Object.keys(lacks) as (keyof typeof lacks)[]).filter((what) => lacks[what]);
}

/** A step that is skipped needs its reason; one that is done speaks for itself. */
export function lacksReason(state: FollowUpState, outcome: string): boolean {
  return state === 'skipped' && outcome.trim() === '';
}
