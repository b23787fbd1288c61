/** What leads to words that are gone: names and reasons of risks that point at them, and follow-ups about a want. */
import type { BatonDatabase } from '../../db/database';
import { draftKey } from '../../db/drafts/draft-keys';
import { isDraftOf } from '../../db/drafts/draft-owners';
import { forgetDrafts } from '../../db/drafts/forget-drafts';
import type { BinRow, ChangeRow, DraftRow } from '../../db/rows';
import { statesOf } from '../../db/undo/take-back';
import type { AcceptedRisk } from '../../deal/accepted-risk';
import { ACCEPTANCE } from '../../deal/accepted-risk';
import { riskKey, riskOf } from '../../deal/accepted-risk';
import { isReasonAbout, withoutReason } from '../../deal/contract-items';
import { isRecord } from '../../packet/build/canonical';
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
  const without = covered?.topic === ACCEPTANCE ? covered.dealId : null;
  await forgetDrafts(database, (draft) => isDraftOf(draft, new Set(calls)) || isReasonFor(draft, without));
  await partReasons(database, (key) => gone.has(riskOf(key).ref), ({ text }) => ids.some((id) => text.includes(id)));
  if (covered !== null) await partReasons(database, (key) => isReasonAbout(key, covered.topic), ({ key }) => key.startsWith(draftKey('form:step', covered.dealId)));
  await forgetBinned(database, tells, keep);
  await database.changes.filter((step: ChangeRow) => step.before.some((entry) => statesOf(entry).some((state) => tells(state as Row | null)))).delete();
  return [...deals.map((deal) => deal.id), ...calls];
}

/** A step of a deal that is being written down, with a name or a reason for criteria that were covered in the deal `without`. */
function isReasonFor({ key, text }: DraftRow, without: string | null): boolean {
  return without !== null && key.startsWith(draftKey('form:step', without)) && text.includes(JSON.stringify(riskKey({ kind: 'acceptance', ref: '' })));
}

/** The same of records that are gone: what is typed for others stays. A form that is open leaves these out by itself at its next key. */
async function partReasons(database: BatonDatabase, goes: (key: string) => boolean, where: (draft: DraftRow) => boolean): Promise<void> {
  const drafts = await database.drafts.where('key').startsWith(draftKey('form:step')).filter(where).toArray();
  for (const draft of drafts) {
    const text = withoutReasons(draft.text, goes);
    if (text === null) await database.drafts.delete(draft.key);
    else await database.drafts.put({ ...draft, text });
  }
}

/** Null where a draft can't be read. */
function withoutReasons(text: string, goes: (key: string) => boolean): string | null {
  try {
    return JSON.stringify(JSON.parse(text), (_key, value: unknown) => (isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !goes(key))) : value));
  } catch {
    return null;
  }
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
