/**
 * The follow-ups that a contract brings by itself (domain.md §4.9). The counts of days are proposals and can be changed one by one; a
 * review a quarter and the year of warranty are what the field does.
 */
import type { ContractDays } from '../deal/course';
import { addBusinessDays, addDays, daysBetween, isBusinessDay } from '../time/plain-date';
import type { FollowUp, PlanStep } from './follow-up';
import { PLAN_STEPS } from './follow-up';

export interface Planned { step: PlanStep; dueOn: string }

/** The days of a contract; `signedOn` is never missing. */
export interface SignedContract extends ContractDays { signedOn: string }

/** Which days are worked: of `LeadPolicy`, what matters here. */
export interface WorkDays { holidays: ReadonlySet<string>; workdays: ReadonlySet<number> }

type Anchor = keyof SignedContract;

const STEPS: readonly (readonly [PlanStep, Anchor, days: number])[] = [
  ['thanks', 'signedOn', 1],
  ['introduce', 'signedOn', 7],
  ['owed', 'signedOn', 14],
  ['settled', 'goLiveOn', 7],
  ['goal', 'goLiveOn', 30],
  ['warranty_soon', 'warrantyEndsOn', -60],
  ['warranty', 'warrantyEndsOn', -30],
  ['renewal_talk', 'endsOn', -120],
  ['renewal_options', 'endsOn', -90],
  ['renewal', 'endsOn', -60],
];

/** Behind it are days that no calendar here knows: somebody means "never" by it, or "not known". */
const NO_PLAN_FROM = '9990-01-01';

function isPlanned(day: string | null): day is string {
  return day !== null && day < NO_PLAN_FROM;
}

/** Three months, to the same day of the week. */
const QUARTER = 91;

/** The day itself, or the next one that is worked. */
function onWorkday(day: string, { holidays, workdays }: WorkDays): string {
  return workdays.size === 0 || isBusinessDay(day, holidays, workdays) ? day : addBusinessDays(day, 1, holidays, workdays);
}

/** The day of the review after one that was held or skipped on `day`. */
export function nextReview(day: string, days: WorkDays): string {
  return onWorkday(addDays(day, QUARTER), days);
}

/** The first review that is not over by `today` ('': of all), a quarter after another since it went live, or was signed. */
function firstReview({ goLiveOn, signedOn }: SignedContract, today: string, days: WorkDays): string | null {
  const from = [goLiveOn, signedOn].find((day) => isPlanned(day));
  if (!from) return null;
  const quarters = today === '' ? 1 : Math.max(1, Math.floor(daysBetween(from, today) / QUARTER));
  const day = onWorkday(addDays(from, quarters * QUARTER), days);
  return day >= today ? day : onWorkday(addDays(from, (quarters + 1) * QUARTER), days);
}

/** All follow-ups of a contract, by day. What would be due before `today` is left out, but for reviews, which go on: a contract is often written down late. */
export function followUpPlan(contract: SignedContract, today: string, days: WorkDays): Planned[] {
  const planned = STEPS.flatMap(([step, anchor, count]): Planned[] => {
    const from = contract[anchor];
    return isPlanned(from) ? [{ step, dueOn: onWorkday(addDays(from, count), days) }] : [];
  });
  const review = firstReview(contract, today, days);
  return [...planned, ...(review === null ? [] : [{ step: 'review' as const, dueOn: review }])].filter((one) => one.dueOn >= today).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : PLAN_STEPS.indexOf(a.step) - PLAN_STEPS.indexOf(b.step)));
}

/** What to write so that the rows follow the days of a contract. */
export interface PlanChanges {
  add: Planned[];
  move: { id: string; dueOn: string }[];
  /** Ids of those whose day is not known any more. */
  drop: string[];
}

/**
 * Follows a contract whose days were changed from `before` (null: it is being signed) to `after`. Touches only what still stands where
 * the plan had put it: what somebody moved, did, skipped or deleted stays as they left it.
 */
export function followDays(rows: readonly FollowUp[], before: SignedContract | null, after: SignedContract, today: string, days: WorkDays): PlanChanges {
  // Days that are over count here: a step is still where the plan had put it after its day has passed.
  const was = before === null ? [] : followUpPlan(before, '', days);
  const will = followUpPlan(after, '', days);
  const review = firstReview(after, today, days);
  // Of a contract that was written down late, it stands in a later quarter.
  const stands = ({ step, dueOn }: FollowUp, old: string | null): boolean => dueOn === old || (step === 'review' && before !== null && dueOn === firstReview(before, dueOn, days));
  const changes: PlanChanges = { add: [], move: [], drop: [] };
  for (const step of PLAN_STEPS) {
    const old = was.find((one) => one.step === step)?.dueOn ?? null;
    const first = will.find((one) => one.step === step)?.dueOn ?? null;
    if (old === first) continue;
    const next = step === 'review' ? review : first;
    const own = rows.filter((row) => row.step === step);
    const standing = own.filter((row) => row.state === 'scheduled' && stands(row, old));
    // A day that turns out to be over leaves nothing to plan.
    if (next === null || next < today) changes.drop.push(...standing.map((row) => row.id));
    else if (standing.length > 0) changes.move.push(...standing.map((row) => ({ id: row.id, dueOn: next })));
    // One that would still be ahead and is not there was deleted.
    else if (own.length === 0 && (old === null || old < today)) changes.add.push({ step, dueOn: next });
  }
  return changes;
}
