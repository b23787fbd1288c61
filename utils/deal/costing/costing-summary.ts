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
  sheet: CostSheet;
}

/** What counts of a costing now. */
export function costingSummary(costing: Costing, estimate: DeliveryEstimate | null): CostingSummary {
  const own = costing.effort;
  const effort = own ?? estimate?.effort ?? [];
  const guessed = own !== null || estimate === null;
  const estimateClass = guessed ? null : estimate.class;
  return { source: guessed ? 'sales' : 'delivery', effort, class: estimateClass, sheet: costSheet(costing, effort, estimateClass) };
}
