/** A costing as it is told: whose effort counts, what it comes to, and what is left. */
import type { Costing, CostSheet, EffortLine, EstimateClass } from './costing';
import { costSheet } from './costing';

/** Delivery's estimate as their newest reply brought it; `on` is the ISO day. */
export interface DeliveryEstimate { by: string; on: string; class: EstimateClass; effort: EffortLine[]; durationWeeks: { low: number; high: number } | null; packetNumber: number }

export interface CostingSummary {
  /** Only a reply makes an estimate delivery's. */
  source: 'delivery' | 'sales';
  effort: EffortLine[];
  class: EstimateClass | null;
  /** It counts on an estimate that is no longer there (off the record, deleted): no cost is known. */
  lost: boolean;
  sheet: CostSheet;
}

/** True while nothing is guessed: delivery's word counts as soon as there is one. */
export function countsOnDelivery({ effort }: Pick<Costing, 'effort'>): boolean {
  return effort === null || effort.length === 0;
}

/** What counts of a costing now. */
export function costingSummary(costing: Costing, estimate: DeliveryEstimate | null): CostingSummary {
  const own = countsOnDelivery(costing) ? null : costing.effort;
  if (own === null && estimate !== null) return { source: 'delivery', effort: estimate.effort, class: estimate.class, lost: false, sheet: costSheet(costing, estimate.effort, estimate.class) };
  const lost = costing.effort === null;
  const sheet = costSheet(costing, own ?? [], null);
  // Without the effort that it counted on, what is left is no cost of the deal, and its margin would be a fable.
  return { source: 'sales', effort: own ?? [], class: null, lost, sheet: lost ? { ...sheet, cost: null, margin: null, priceForTarget: null, band: null } : sheet };
}
