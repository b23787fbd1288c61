/** The record that a risk of a signature points at. */
import type { BatonDatabase } from '../../db/database';
import type { ContractRisk } from '../../deal/accepted-risk';

/** The tables that a risk may point into. */
export const RISK_TABLES = { gap: 'gaps', conflict: 'contradictions', promise: 'commitments' } as const;

/** True while it is there, in the deal when one is given; that criteria of acceptance are missing has no record. */
export async function hasRecord(database: BatonDatabase, { kind, ref }: ContractRisk, dealId?: string): Promise<boolean> {
  if (kind === 'acceptance') return true;
  const row = await database.table<{ dealId: string }, string>(RISK_TABLES[kind]).get(ref);
  return row !== undefined && (dealId === undefined || row.dealId === dealId);
}
