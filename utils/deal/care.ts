/**
 * What a customer should be called about before it costs their trust or ours is forgotten (R-73, R-79, R-88, R-89, domain.md §4.9).
 * All of it is worked out from rows that are there anyway; days are ISO calendar dates.
 */
import { isOpenGap } from '../checklist/gap-rules';
import { isOverdue } from '../notes/promise-rules';
import type { Commitment, Gap, Want } from '../notes/records';
import { addDays, daysBetween } from '../time/plain-date';
import type { Relationship } from './deal';

/** What weighs most comes first. */
export const CARE_KINDS = ['broken', 'overdue', 'asked_again', 'quiet', 'unwatched', 'later'] as const;
export type CareKind = (typeof CARE_KINDS)[number];

/** A line that a reason is about, with the day it counts from; null where it has none. */
export interface CareRef { id: string; dealId: string; words: string; day: string | null }
/** `days`: how long nobody has been in touch (`quiet`), else 0. */
export interface CareReason { kind: CareKind; refs: CareRef[]; days: number }
/** `atRisk`: what was promised has not been put right for more than two weeks. */
export interface Care { reasons: CareReason[]; atRisk: boolean }

/** Rows of all deals of one account. */
export interface CareFacts {
  relationship: Relationship;
  /** Who of ours watches over it; '' for nobody. */
  watcher: string;
  commitments: readonly Commitment[];
  gaps: readonly Gap[];
  /** Wants that were left for later and that no follow-up is ahead of. */
  later: readonly Want[];
  /** The last day on which anybody is known to have been in touch; null when none is known. */
  lastContact: string | null;
}

/** A quarter without a word: the reviews of the plan come as often. */
export const QUIET_AFTER = 90;
/** Unrepaired for longer, a broken word puts the account at risk. */
const RISK_AFTER = 14;
/** The customer hears the same question once more. */
const ASKED_AGAIN = 3;

/** What there is to look after at `today`, what weighs most first. A prospect owes us no call: only what we owe them counts. */
export function customerCare(facts: CareFacts, today: string): Care {
  const ours = facts.relationship !== 'prospect';
  const broken = facts.commitments.filter((one) => one.fulfilment === 'broken').map(promiseRef);
  const overdue = facts.commitments.filter((one) => isOverdue(one, today)).map(promiseRef);
  const refs: Record<CareKind, CareRef[] | null> = {
    broken: orNull(broken),
    overdue: orNull(overdue),
    asked_again: orNull(facts.gaps.filter((gap) => isOpenGap(gap) && gap.route === 'ask_customer' && gap.askedOn.length >= ASKED_AGAIN).map(gapRef)),
    quiet: ours && quietDays(facts, today) > QUIET_AFTER ? [] : null,
    unwatched: ours && facts.watcher.trim() === '' ? [] : null,
    later: ours ? orNull(facts.later.map(wantRef)) : null,
  };
  const risen = addDays(today, -RISK_AFTER);
  return {
    reasons: CARE_KINDS.flatMap((kind) => { const found = refs[kind]; return found === null ? [] : [{ kind, refs: byDay(found), days: kind === 'quiet' ? quietDays(facts, today) : 0 }]; }),
    // A broken promise without a day is as old as nobody knows: it counts.
    atRisk: [...broken, ...overdue].some(({ day }) => day === null || day < risen),
  };
}

function quietDays({ lastContact }: CareFacts, today: string): number {
  return lastContact === null ? 0 : daysBetween(lastContact, today);
}

/** Accounts at risk first, then by the heaviest reason and how many there are; those with none last. */
export function compareCare(a: Care, b: Care): number {
  const weight = ({ reasons, atRisk }: Care): number => (atRisk ? 0 : 10) + (reasons[0] ? CARE_KINDS.indexOf(reasons[0].kind) : CARE_KINDS.length);
  return weight(a) - weight(b) || b.reasons.length - a.reasons.length;
}

function orNull<T>(found: T[]): T[] | null {
  return found.length === 0 ? null : found;
}

function byDay(refs: readonly CareRef[]): CareRef[] {
  return refs.toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
}

function promiseRef({ id, dealId, words, due }: Commitment): CareRef {
  return { id, dealId, words, day: due };
}
function gapRef({ id, dealId, question, askedOn }: Gap): CareRef {
  return { id, dealId, words: question, day: askedOn.at(-1) ?? null };
}
function wantRef({ id, dealId, words }: Want): CareRef {
  return { id, dealId, words, day: null };
}
