/**
 * How far a deal has come after sales began to work on it (domain.md §4.1): it does not end with the signature. The stage says
 * what must be known by when; this says what became of the deal.
 */
import { isWrongDay } from '../time/field-day';

/** `open`: being worked on, with no word for it yet. */
export const DEAL_STATES = ['open', 'on_hold', 'lost', 'contracted', 'delivering', 'operating', 'ended'] as const;
export type DealState = (typeof DEAL_STATES)[number];

/** One step on the way, kept for good: on which ISO day, and why. `at` is when it was written down. */
export interface CourseStep { to: DealState; on: string; why: string; at: number }

/** ISO days of a contract from which the follow-ups are counted; null while not known. */
export interface ContractDays { goLiveOn: string | null; warrantyEndsOn: string | null; endsOn: string | null }

/** A contract of which nothing but the signature is known. */
export const NO_DAYS: ContractDays = { goLiveOn: null, warrantyEndsOn: null, endsOn: null };

/** A row of the time before this was kept has none: it is open. */
interface OnItsWay { course?: readonly CourseStep[] }

const NEXT: Readonly<Record<DealState, readonly DealState[]>> = {
  open: ['contracted', 'on_hold', 'lost'],
  on_hold: ['open', 'lost'],
  lost: ['open'],
  contracted: ['delivering'],
  delivering: ['operating'],
  operating: ['ended'],
  ended: [],
};

/** Where a deal stands: at its last step. */
export function dealState({ course = [] }: OnItsWay): DealState {
  return course.at(-1)?.to ?? 'open';
}

/** Where it can go from there. Nothing goes from a contract to its end, and a lost deal is reopened before it is signed. */
export function nextStates(from: DealState): readonly DealState[] {
  return NEXT[from];
}

/** Signed, whatever came of it since. */
export function isContracted(deal: OnItsWay): boolean {
  return signedOn(deal) !== null;
}

/** Somebody still has work with it: neither lost nor at its end. */
export function isAlive(deal: OnItsWay): boolean {
  const state = dealState(deal);
  return state !== 'lost' && state !== 'ended';
}

/** The ISO day of the signature, null for a deal that was not signed. */
export function signedOn({ course = [] }: OnItsWay): string | null {
  return course.findLast((step) => step.to === 'contracted')?.on ?? null;
}

/** What keeps a step from being taken. `accepted`: delivery accepted the handoff, without which nothing is being delivered. */
export function lacksOfStep(from: DealState, { to, on, why }: Omit<CourseStep, 'at'>, accepted: boolean): ('order' | 'on' | 'why' | 'handoff')[] {
  const lacks = {
    order: !NEXT[from].includes(to),
    on: on === '' || isWrongDay(on),
    // A deal that is lost teaches something only with its reason.
    why: to === 'lost' && why.trim() === '',
    handoff: to === 'delivering' && !accepted,
  };
  return (Object.keys(lacks) as (keyof typeof lacks)[]).filter((what) => lacks[what]);
}
