/** What becomes of a promise (domain.md §4.6). Overdue is worked out from the date, never stored. */
import { dayOrNull } from '../time/field-day';
import type { Commitment, Confirmation, Fulfilment } from './records';

/** From each state to those it may go to; back to `open` corrects a slip. */
const NEXT: Readonly<Record<Fulfilment, readonly Fulfilment[]>> = {
  open: ['done', 'late', 'broken', 'withdrawn'],
  late: ['done', 'broken', 'withdrawn', 'open'],
  broken: ['repaired', 'open'],
  done: ['open'],
  repaired: ['open'],
  withdrawn: ['open'],
};

/** The states a promise may be put in: its own first, then what may follow. */
export function fulfilmentsFrom(state: Fulfilment): Fulfilment[] {
  return [state, ...NEXT[state]];
}

/** Still to be kept. */
export function isOpenPromise(promise: Pick<Commitment, 'fulfilment'>): boolean {
  return promise.fulfilment === 'open' || promise.fulfilment === 'late';
}

/** Past its date and still to be kept. `today` is an ISO date. */
export function isOverdue(promise: Pick<Commitment, 'fulfilment' | 'due'>, today: string): boolean {
  const due = dayOrNull(promise.due);
  return isOpenPromise(promise) && due !== null && due < today;
}

/** Nobody of delivery stands behind it yet, or they said that it can't be done, and it was not taken back. */
export function isUnsettled(promise: { confirmation: Confirmation | null; fulfilment: Fulfilment | null }): boolean {
  return (promise.confirmation === 'unconfirmed' || promise.confirmation === 'cannot') && promise.fulfilment !== 'withdrawn';
}

/** What a state needs before it can be saved: a new date for a late one, words for what was put right or agreed. */
export function missingForFulfilment(promise: Pick<Commitment, 'fulfilment' | 'fulfilmentNote' | 'fulfilledOn' | 'due'>): 'note' | 'date' | null {
  const { fulfilment, fulfilmentNote = '', fulfilledOn = null, due } = promise;
  if (fulfilment === 'late') return due === null ? 'date' : null;
  if (fulfilment !== 'repaired' && fulfilment !== 'withdrawn') return null;
  if (fulfilmentNote.trim() === '') return 'note';
  return fulfilment === 'repaired' && fulfilledOn === null ? 'date' : null;
}

/** Overdue first, then what is open by its date (none last), then what has ended; within each the order they came in. */
export function orderPromises<T extends Pick<Commitment, 'fulfilment' | 'due'>>(promises: readonly T[], today: string): T[] {
  const rank = (p: T): string => `${isOverdue(p, today) ? 0 : isOpenPromise(p) ? 1 : 2} ${isOpenPromise(p) ? (dayOrNull(p.due) ?? '9999-12-31') : ''}`;
  return promises.map((p, i) => ({ p, i, rank: rank(p) })).sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.i - b.i)).map(({ p }) => p);
}

/** Delivery ruled on other words or another day: they have to be asked anew (only they confirm, domain.md §4.6). What they said then stays readable. */
export function unruled(before: Pick<Commitment, 'words' | 'due'>, after: Commitment): Commitment {
  const ruled = after.confirmation !== 'unconfirmed' && after.confirmation !== 'not_needed';
  return ruled && (before.words.trim() !== after.words.trim() || before.due !== after.due) ? { ...after, confirmation: 'unconfirmed', heardVerdict: null } : after;
}

/** What delivery can say of a promise, in the words of their reply. */
export const VERDICTS = ['can', 'can_if', 'cannot_but'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const CONFIRMATION_OF: Readonly<Record<Verdict, Confirmation>> = { can: 'confirmed', can_if: 'changed', cannot_but: 'cannot' };

/** A verdict that sales writes down as it was heard. `note`: the condition, or what is possible instead. */
export interface HeardFields { verdict: Verdict | null; note: string; by: string; on: string | null; where: string }

/**
 * What keeps it from being saved, in the order of the form: a verdict counts only in somebody's name, with where it was said, and a
 * "cannot" only with its "then how".
 */
export function lacksOfVerdict({ verdict, note, by, on, where }: HeardFields): ('verdict' | 'note' | 'by' | 'on' | 'where')[] {
  const lacks = { verdict: verdict === null, note: verdict !== null && verdict !== 'can' && note.trim() === '', by: by.trim() === '', on: dayOrNull(on) === null, where: where.trim() === '' };
  return (Object.keys(lacks) as (keyof typeof lacks)[]).filter((what) => lacks[what]);
}

/** The promise's fields with it; null while something is missing. */
export function heardRuling(fields: HeardFields): Pick<Commitment, 'confirmation' | 'deliveryNote' | 'heardVerdict'> | null {
  const { verdict, note, by, on, where } = fields;
  if (lacksOfVerdict(fields).length > 0 || verdict === null || on === null) return null;
  return { confirmation: CONFIRMATION_OF[verdict], deliveryNote: verdict === 'can' ? '' : note.trim(), heardVerdict: { by: by.trim(), on, where: where.trim() } };
}
