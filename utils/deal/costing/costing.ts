/**
 * What a deal costs us and what is left of its price (R-10, R-11, R-29; domain.md §7.2). Our inside: never beside a call,
 * never in a copy for others. Rates come from the team; Baton ships none.
 */
import type { Currency } from '../../checklist/answer';
import { cleanName, isBlank } from '../../text/normalize';

/** Effort of one role in person-months: at best, most likely, at worst; low ≤ likely ≤ high. */
export interface EffortLine { role: string; low: number; likely: number; high: number }

/** What a person-month of a role costs us. */
export interface CostRate { role: string; rate: number }

export interface Costing {
  currency: Currency;
  /** What sales guesses. Null: what delivery estimated counts, as it came in their newest reply. */
  effort: EffortLine[] | null;
  /** Also of roles that this deal has no use for: the next deal may. */
  rates: CostRate[];
  /** Expenses that are no work of ours (travel, licences, hardware). */
  direct: number;
  subcontract: number;
  /** Percent of everything above, for what nobody has thought of. */
  contingency: number;
  /** Without VAT; null while none is set. */
  price: number | null;
  /** Percent of the price that shall be left; null: none is set. */
  targetMargin: number | null;
  /** Whether internal handoff packets tell delivery. */
  inHandoff: boolean;
}

/** How far off an estimate of a class may be, in percent of itself (domain.md §7.2). */
export const CLASS_BANDS = { rough: [-25, 75], budget: [-10, 25], definitive: [-5, 10] } as const;
export type EstimateClass = keyof typeof CLASS_BANDS;

/** `low`: all goes well; `high`: nothing does. */
export interface Range { low: number; expected: number; high: number }

export interface CostSheet {
  /** Person-months. */
  effort: Range;
  /** Roles of the effort without a rate: no cost is known then. */
  missing: string[];
  /** Null while a rate is missing, and while there is nothing to add up. */
  cost: Range | null;
  /** What is left of the price, in percent of it with one decimal; `low` where the cost is high. Null without a price or a cost. */
  margin: Range | null;
  /** The price at which the wished margin would be left of the expected cost. */
  priceForTarget: number | null;
  /** Where the expected cost may end by the class of the estimate. */
  band: { low: number; high: number } | null;
}

/** Smallest piece of a currency that anybody writes down, as decimals. */
const DECIMALS: Record<Currency, number> = { KRW: 0, USD: 2, EUR: 2, GBP: 2 };

function rounded(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  // A hair above the half that floats put just below it.
  return Math.round(value * unit * (1 + Number.EPSILON)) / unit;
}

/** The expected effort of one role: (O + 4M + P) / 6. */
function expected({ low, likely, high }: EffortLine): number {
  return (low + 4 * likely + high) / 6;
}

function total<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** Roles are the same however they are written; "C++" and "C#" are not. */
function roleKey(role: string): string {
  return cleanName(role.normalize('NFKC')).toLowerCase();
}

/** The same role, however it is written. */
export function sameRole(a: string, b: string): boolean {
  return roleKey(a) === roleKey(b);
}

/** The rate of a role, however it is written; null when there is none. */
export function rateOf(rates: readonly CostRate[], role: string): number | null {
  return rates.find((one) => sameRole(one.role, role))?.rate ?? null;
}

/** Works out cost and margin. `effort` is what counts (`Costing.effort`, or delivery's), `estimateClass` that of delivery's estimate, null for a guess. */
export function costSheet(costing: Costing, effort: readonly EffortLine[], estimateClass: EstimateClass | null): CostSheet {
  const { rates, direct, subcontract, contingency, price, targetMargin, currency } = costing;
  const missing = [...new Set(effort.filter(({ role }) => rateOf(rates, role) === null).map(({ role }) => cleanName(role) || '?'))];
  const months = { low: rounded(total(effort, (one) => one.low), 2), expected: rounded(total(effort, expected), 2), high: rounded(total(effort, (one) => one.high), 2) };
  const nothing = effort.length === 0 && direct === 0 && subcontract === 0;
  if (missing.length > 0 || nothing) return { effort: months, missing, cost: null, margin: null, priceForTarget: null, band: null };
  const costOf = (monthsOf: (one: EffortLine) => number): number =>
    rounded((total(effort, (one) => monthsOf(one) * (rateOf(rates, one.role) ?? 0)) + direct + subcontract) * (1 + contingency / 100), DECIMALS[currency]);
  const cost = { low: costOf((one) => one.low), expected: costOf(expected), high: costOf((one) => one.high) };
  const left = (spent: number): number => rounded(((price ?? 0) - spent) / (price ?? 1) * 100, 1);
  const margin = price === null || price === 0 ? null : { low: left(cost.high), expected: left(cost.expected), high: left(cost.low) };
  const priceForTarget = targetMargin === null || targetMargin >= 100 ? null : rounded(cost.expected / (1 - targetMargin / 100), DECIMALS[currency]);
  const band = estimateClass === null ? null : bandOf(cost.expected, estimateClass, currency);
  return { effort: months, missing, cost, margin, priceForTarget, band };
}

function bandOf(cost: number, estimateClass: EstimateClass, currency: Currency): { low: number; high: number } {
  const [less, more] = CLASS_BANDS[estimateClass];
  return { low: rounded(cost * (1 + less / 100), DECIMALS[currency]), high: rounded(cost * (1 + more / 100), DECIMALS[currency]) };
}

/** True while low ≤ likely ≤ high, none is negative and the role has a name. */
export function isEffortLine({ role, low, likely, high }: EffortLine): boolean {
  return !isBlank(role) && low >= 0 && low <= likely && likely <= high && Number.isFinite(high);
}

/** These rates, with `newer` in place of those of the same role; roles are written once. */
export function withRates(rates: readonly CostRate[], newer: readonly CostRate[]): CostRate[] {
  const byRole = new Map([...rates, ...newer].map((one) => [roleKey(one.role), one]));
  return [...byRole.values()];
}
