/** What leads to words that are gone: names and reasons of risks that point at them, and follow-ups about a want. */
import type { BatonDatabase } from '../../db/database';
import { draftKey } from '../../db/drafts/draft-keys';
import { isDraftOf } from '../../db/drafts/draft-owners';
import { forgetDrafts } from '../../db/drafts/forget-drafts';
import type { BinRow, ChangeRow } from '../../db/rows';
import { statesOf } from '../../db/undo/take-back';
import type { AcceptedRisk } from '../../deal/accepted-risk';
import { ACCEPTANCE, RISK_KINDS, riskKey } from '../../deal/accepted-risk';
import { reasonKeys, withoutReason } from '../../deal/contract-items';
import type { Deal } from '../../deal/deal';
import type { FollowUp } from '../../followup/follow-up';
import { hasRecord } from '../deal/risk-record';

type Row = Partial<Pick<Deal, 'id' | 'risksAccepted' | 'itemsAccepted'> & Pick<FollowUp, 'wantId'> & Pick<BinRow, 'rows'>>;

/**
 * Drops risks whose row is among `ids` and gone, empties the reasons of those whose row stays (or whose topic, `covered`, was taken off
 * the record), and drops follow-ups about wants among `ids`: in their tables, in the bin, in undo steps and in forms that are half typed.
 * Resolves to the rows that changed. Call it inside a transaction over all tables, after the rows themselves went.
 */
export async function forgetPointers(database: BatonDatabase, ids: readonly string[], covered: { dealId: string; topic: string } | null): Promise<string[]> {
  const gone = new Set(ids);
  const isTold = (risk: AcceptedRisk, deal: Row): boolean => gone.has(risk.ref) || (risk.kind === 'acceptance' && covered?.topic === ACCEPTANCE && covered.dealId === deal.id);
  const isReason = (deal: Row | null): boolean => covered !== null && covered.dealId === deal?.id && (deal.itemsAccepted ?? []).some(({ topic, why }) => topic === covered.topic && why !== '');
  const tells = (row: Row | null): boolean =>
    isReason(row) || (row?.risksAccepted ?? []).some((risk) => isTold(risk, row ?? {})) || (row?.wantId !== undefined && gone.has(row.wantId)) || (row?.rows ?? []).some((kept) => tells(kept.row));
  const keep = async (deal: Deal): Promise<Deal> => {
    const risks = await Promise.all((deal.risksAccepted ?? []).map(async (risk) => {
      if (!isTold(risk, deal)) return [risk];
      return (await hasRecord(database, risk)) ? [{ ...risk, why: '' }] : [];
    }));
    const items = covered !== null && isReason(deal) ? { itemsAccepted: withoutReason(deal.itemsAccepted ?? [], covered.topic) } : {};
    return { ...deal, ...(deal.risksAccepted ? { risksAccepted: risks.flat() } : {}), ...items };
  };
  const deals = await database.deals.filter(tells).toArray();
  for (const deal of deals) await database.deals.put(await keep(deal));
  const calls = await database.followUps.filter(tells).primaryKeys();
  await database.followUps.bulkDelete(calls);
  await forgetDrafts(database, (draft) => isDraftOf(draft, new Set(calls)));
  await forgetReasons(database, ids, covered);
  await forgetBinned(database, tells, keep);
  await database.changes.filter((step: ChangeRow) => step.before.some((entry) => statesOf(entry).some((state) => tells(state as Row | null)))).delete();
  return [...deals.map((deal) => deal.id), ...calls];
}

/** Steps of deals that are being written down lose their names and reasons for what is gone; what is typed for others stays, in forms that are open too. */
async function forgetReasons(database: BatonDatabase, ids: readonly string[], covered: { dealId: string; topic: string } | null): Promise<void> {
  const stepsOf = (dealId?: string): string => draftKey('form:step', ...(dealId === undefined ? [] : [dealId]));
  const names = ids.flatMap((ref) => RISK_KINDS.map((kind) => riskKey({ kind, ref })));
  await forgetDrafts(database, ({ key, text }) => key.startsWith(stepsOf()) && ids.some((id) => text.includes(id)), names);
  // Of what counts as done by there is no row to point at.
  if (covered?.topic === ACCEPTANCE) await forgetDrafts(database, ({ key }) => key.startsWith(stepsOf(covered.dealId)), [riskKey({ kind: 'acceptance', ref: '' })]);
  // Of an item that nobody knew: its own row, and those of many, whose one reason may be about it.
  if (covered !== null) await forgetDrafts(database, ({ key }) => key.startsWith(stepsOf(covered.dealId)), reasonKeys(covered.topic));
}

async function forgetBinned(database: BatonDatabase, tells: (row: Row) => boolean, keep: (deal: Deal) => Promise<Deal>): Promise<void> {
  for (const bin of await database.bin.filter(({ rows }) => rows.some(({ row }) => tells(row))).toArray()) {
    const rows = await Promise.all(bin.rows.map(async (kept): Promise<BinRow['rows']> => {
      if (!tells(kept.row)) return [kept];
      return kept.table === 'deals' ? [{ ...kept, row: await keep(kept.row as Deal) }] : [];
    }));
    if (rows.flat().length === 0) await database.bin.delete(bin.id);
    else await database.bin.put({ ...bin, rows: rows.flat() });
  }
}
