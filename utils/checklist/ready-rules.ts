/**
 * What makes a packet ready, as a team's own checklist says it (R-13, docs/checklists.md): which of Baton's rules count how much, and rules
 * of the team's own. Data only: `packet/ready` judges by it.
 */

/** The purposes of packets that a team can write rules for. A change notice follows by itself. */
export const READY_PURPOSES = ['join', 'estimate', 'handoff'] as const;
export type ReadyPurpose = (typeof READY_PURPOSES)[number];

/** `must`: unmet, the packet leaves only with a reason, which its cover prints. `wish`: met or not is printed. `off`: not asked. */
export const RULE_WEIGHTS = ['must', 'wish', 'off'] as const;
export type RuleWeight = (typeof RULE_WEIGHTS)[number];

/** The gate of a request to join: no checklist opens it (product.md, the first of three hard gates). */
export const GATE_RULES: readonly string[] = ['join.roles', 'join.aim', 'join.pain'];

/** What a rule of one's own can ask, so that Baton can judge it by itself. All but the last are about a topic. */
export const RULE_CHECKS = ['answered', 'confirmed', 'not_sales', 'number', 'document', 'few_blocking'] as const;
export type RuleCheck = (typeof RULE_CHECKS)[number];

export interface OwnRule {
  /** `own.…`; no rule of Baton's begins so. */
  id: string;
  check: RuleCheck;
  /** The fact that it is about; null where it is about none. */
  topic: string | null;
  /** Of `few_blocking`: how many questions that block the estimate may be open. */
  most: number | null;
  purposes: ReadyPurpose[];
  weight: Exclude<RuleWeight, 'off'>;
  /** Why delivery needs it, in its words: printed beside the rule. */
  why: { ko: string; en: string };
}

export interface ReadyRules {
  /** Of Baton's rules those that count otherwise than as a wish, by their id. One that this version doesn't know stays and does nothing. */
  set: Record<string, RuleWeight>;
  own: OwnRule[];
}

/** How much a rule of Baton's counts; the gate always does. */
export function weightOf(rules: ReadyRules | undefined, id: string): RuleWeight {
  if (GATE_RULES.includes(id)) return 'must';
  // An id may come from a file: `constructor` is no weight.
  return rules !== undefined && Object.hasOwn(rules.set, id) ? rules.set[id] ?? 'wish' : 'wish';
}
