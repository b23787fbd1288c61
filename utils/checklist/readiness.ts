/**
 * Readiness: three counts per stage, never a score (product.md, domain.md §3.4).
 * The one number that matters is `unowned`.
 */
import type { Stage } from '../deal/deal';
import { isDueAt, STAGES } from '../deal/deal';
import type { Gap } from '../notes/records';
import { gapsOfItem, isOwnedGap } from './gap-rules';
import type { ItemView } from './item-view';
import { isSecured } from './item-view';

export type ReadinessClass = 'secured' | 'owned' | 'unowned';

export interface StageReadiness {
  minimum: number;
  secured: number;
  owned: number;
  unowned: number;
}

export interface ClassifiedItem {
  view: ItemView;
  class: ReadinessClass;
}

/** Which of the three counts an item belongs to: exactly one. */
export function classify(view: ItemView, gaps: readonly Gap[]): ReadinessClass {
  if (isSecured(view)) return 'secured';
  return gapsOfItem(view, gaps).some(isOwnedGap) ? 'owned' : 'unowned';
}

/** Minimum items due at or before `stage` with their class, in checklist order. */
export function classifyStage(views: readonly ItemView[], gaps: readonly Gap[], stage: Stage): ClassifiedItem[] {
  return views
    .filter((v) => v.item.need === 'minimum' && isDueAt(v.item.by, stage))
    .map((view) => ({ view, class: classify(view, gaps) }));
}

/** The three counts of one stage; they add up to `minimum`. */
export function stageReadiness(views: readonly ItemView[], gaps: readonly Gap[], stage: Stage): StageReadiness {
  const counts: StageReadiness = { minimum: 0, secured: 0, owned: 0, unowned: 0 };
  for (const item of classifyStage(views, gaps, stage)) {
    counts.minimum += 1;
    counts[item.class] += 1;
  }
  return counts;
}

/** All three stages, each cumulative: what is due by then. */
export function readiness(views: readonly ItemView[], gaps: readonly Gap[]): Record<Stage, StageReadiness> {
  const [first, estimate, contract] = STAGES.map((stage) => stageReadiness(views, gaps, stage));
  const none: StageReadiness = { minimum: 0, secured: 0, owned: 0, unowned: 0 };
  return { first: first ?? none, estimate: estimate ?? none, contract: contract ?? none };
}
