/** The end of a call as its plan has it: then the checklist's minimum is looked at once more. */
import { askNext } from '../checklist/ask-next';
import type { ItemView } from '../checklist/item-view';
import { classify } from '../checklist/readiness';
import type { Stage } from '../deal/deal';
import type { Gap } from '../notes/records';
import type { Meeting } from './meeting';

const MINUTE = 60_000;
/** From so many minutes before the end. */
export const LAST_MINUTES = 5;
/** A call that runs over is reminded so many minutes longer; then the plan says nothing about it any more. */
const OVER_MINUTES = 30;

/** Whole minutes until the planned end of a running call, 5 … 1, and 0 once it is reached; null earlier, much later, and without a plan. */
export function lastMinutes({ state, tookPlan }: Pick<Meeting, 'state' | 'tookPlan'>, now: number): number | null {
  const end = tookPlan?.endsAt ?? null;
  if (state !== 'live' || end === null) return null;
  const left = Math.ceil((end - now) / MINUTE);
  return left > LAST_MINUTES || left < -OVER_MINUTES ? null : Math.max(0, left);
}

/** More can't be asked in five minutes. */
const MOST = 5;

/** At most five minimum items of the stage that are neither secured nor owned, in the order in which they are best asked, and how many there are in all. */
export function lastToAsk(views: readonly ItemView[], gaps: readonly Gap[], stage: Stage): { first: ItemView[]; count: number } {
  const open = askNext(views, stage).filter((view) => classify(view, gaps) === 'unowned');
  return { first: open.slice(0, MOST), count: open.length };
}
