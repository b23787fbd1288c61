/** The form of a costing: what stands in its fields, and what of it can be reckoned with. */
import type { Currency } from '@/utils/checklist/answer';
import { amountOf, numberOf } from '@/utils/deal/costing/amount';
import type { Costing, CostRate, EffortLine } from '@/utils/deal/costing/costing';
import { isEffortLine, rateOf, sameRole, withRates } from '@/utils/deal/costing/costing';
import type { DeliveryEstimate } from '@/utils/deal/costing/costing-summary';
import { isBlank } from '@/utils/text/normalize';

/** One role as typed. Without a best and a worst, the likely effort is both. */
export interface LineFields { role: string; low: string; likely: string; high: string; rate: string }

export interface CostFields {
  currency: Currency;
  /** The effort is a guess of sales, in `lines`; otherwise it is delivery's, and only rates are typed. */
  own: boolean;
  lines: LineFields[];
  /** By role of delivery's estimate. */
  rates: Record<string, string>;
  direct: string; subcontract: string; contingency: string; price: string; target: string;
  inHandoff: boolean;
  /** Rates that came from a file. */
  card: CostRate[];
}

/** What is wrong with a field, by its place: `line.0.role`, `line.0.effort`, `line.0.rate`, `direct` … */
export type CostFault = 'role' | 'effort' | 'amount' | 'percent';

export interface ReadCost { costing: Costing; faults: ReadonlyMap<string, CostFault> }

/** At most so much percent, by place; a price that is all margin has no cost. */
export const MOST_PERCENT: Readonly<Record<string, number>> = { contingency: 100, target: 95 };

export const NO_LINE: LineFields = { role: '', low: '', likely: '', high: '', rate: '' };

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

/** A number as its field shows it; '' for none. */
export function shown(value: number | null): string {
  return value === null ? '' : GROUPED.format(value);
}

/** An effort as fields, each role with what is known of its rate. */
export function linesOf(effort: readonly EffortLine[], rates: readonly CostRate[]): LineFields[] {
  const text = (value: number): string => String(value);
  return effort.map(({ role, low, likely, high }) => ({ role, low: low === likely ? '' : text(low), likely: text(likely), high: high === likely ? '' : text(high), rate: shown(rateOf(rates, role)) }));
}

/** What the form begins with: what was kept, or delivery's estimate and the rates that other deals know. */
export function startOf(kept: Costing | undefined, estimate: DeliveryEstimate | null, known: Partial<Record<Currency, CostRate[]>>, usual: Currency): CostFields {
  const currency = kept?.currency ?? usual;
  // What was kept is what packets reckon with: other deals' rates only begin a new costing.
  const rates = kept ? kept.rates : (known[currency] ?? []);
  // What counts on delivery's estimate goes on doing so when that is gone: nothing is known then, until somebody guesses.
  const own = kept ? (kept.effort ?? []).length > 0 || (estimate === null && kept.effort !== null) : estimate === null;
  return {
    currency, own, lines: kept?.effort && kept.effort.length > 0 ? linesOf(kept.effort, rates) : [NO_LINE],
    rates: Object.fromEntries((estimate?.effort ?? []).map(({ role }) => [role, shown(rateOf(rates, role))])),
    direct: shown(kept?.direct || null), subcontract: shown(kept?.subcontract || null), contingency: shown(kept?.contingency || null),
    price: shown(kept?.price ?? null), target: shown(kept?.targetMargin ?? null), inHandoff: kept?.inHandoff ?? true, card: [],
  };
}

function isEmpty(line: LineFields): boolean {
  return [line.role, line.low, line.likely, line.high].every((text) => isBlank(text));
}

/** Reads the fields; what is wrong counts as not typed, so that the rest can be reckoned with meanwhile. `known`: rates from before. */
export function readCost(fields: CostFields, estimate: DeliveryEstimate | null, known: readonly CostRate[]): ReadCost {
  const faults = new Map<string, CostFault>();
  const read = (place: string, raw: string, as: (raw: string) => number | null, fault: CostFault): number | null => {
    if (isBlank(raw)) return null;
    const value = as(raw);
    if (value === null) faults.set(place, fault);
    return value;
  };
  const money = (place: string, raw: string): number | null => read(place, raw, (text) => amountOf(text, fields.currency), 'amount');
  const percent = (place: string, raw: string): number | null => read(place, raw, (text) => { const value = numberOf(text); return value !== null && value <= (MOST_PERCENT[place] ?? 100) ? value : null; }, 'percent');
  const effort: EffortLine[] = [];
  const typed: { role: string; rate: number | null }[] = [];
  // Of delivery's own lines only the rates are typed here: their effort is theirs, however fine.
  if (!fields.own) (estimate?.effort ?? []).forEach(({ role }, at) => { typed.push({ role, rate: money(`line.${String(at)}.rate`, fields.rates[role] ?? '') }); });
  else fields.lines.forEach((line, at) => {
    const place = `line.${String(at)}`;
    if (isEmpty(line)) return;
    if (isBlank(line.role)) faults.set(`${place}.role`, 'role');
    const likely = numberOf(line.likely);
    const [low, high] = [isBlank(line.low) ? likely : numberOf(line.low), isBlank(line.high) ? likely : numberOf(line.high)];
    const one = { role: line.role, low: low ?? -1, likely: likely ?? -1, high: high ?? -1 };
    if (low === null || high === null || !isEffortLine({ ...one, role: 'x' })) faults.set(`${place}.effort`, 'effort');
    else if (!isBlank(line.role)) effort.push(one);
    typed.push({ role: line.role, rate: money(`${place}.rate`, line.rate) });
  });
  const isCleared = (role: string): boolean => typed.some((one) => one.rate === null && sameRole(one.role, role));
  const rates = withRates(withRates(known, fields.card).filter(({ role }) => !isCleared(role)), typed.flatMap(({ role, rate }) => (rate === null || isBlank(role) ? [] : [{ role, rate }])));
  const costing: Costing = {
    currency: fields.currency, effort: fields.own ? effort : null, rates, direct: money('direct', fields.direct) ?? 0, subcontract: money('subcontract', fields.subcontract) ?? 0,
    contingency: percent('contingency', fields.contingency) ?? 0, price: money('price', fields.price), targetMargin: percent('target', fields.target), inHandoff: fields.inHandoff,
  };
  return { costing, faults };
}
