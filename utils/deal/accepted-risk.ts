/** What was open when a contract was signed, and who answers for it. */

/** Topic of what is called done by; without it nobody can say when the work is over. */
export const ACCEPTANCE = 'acceptance.criteria';

export const RISK_KINDS = ['gap', 'conflict', 'promise', 'acceptance'] as const;
export type RiskKind = (typeof RISK_KINDS)[number];

/** Points at the row that says it; never a copy of its words, which may go off the record. `ref` is '' for missing acceptance criteria. */
export interface ContractRisk { kind: RiskKind; ref: string }

/** Somebody answers for it: who, and why it was taken. */
export interface AcceptedRisk extends ContractRisk { by: string; why: string; at: number }

/** Somebody answers for a minimum item that nobody had asked or looked after: by its topic, which is the fact. */
export interface AcceptedItem { topic: string; by: string; why: string; at: number }

/** The same risk, whoever answers for it. */
export function sameRisk(a: ContractRisk, b: ContractRisk): boolean {
  return a.kind === b.kind && a.ref === b.ref;
}

/** Where a risk's name and reason lie in a form that is being filled in. */
export function riskKey({ kind, ref }: ContractRisk): string {
  return `${kind}:${ref}`;
}
