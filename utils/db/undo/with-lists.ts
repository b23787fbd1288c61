/** No undo leaves a deal without its checklist: its items could not be shown, nor a packet be made. */
import type { Deal } from '../../deal/deal';
import { pinKey } from '../../deal/deal';
import type { BatonDatabase } from '../database';
import type { ChangeRow } from '../rows';

/** What undoing writes for one row: the row, null to remove it, undefined for nothing. */
export interface Step { entry: ChangeRow['before'][number]; write: unknown; kept: boolean }

/** The step, unless it takes a checklist away that a deal has by now, or gives a deal one back that was deleted since. */
export async function withLists(database: BatonDatabase, step: Step): Promise<Step> {
  const { entry: { table, key }, write } = step;
  if (table === 'checklists' && write === null && (await usesOf(database)).has(key)) return { ...step, write: undefined, kept: true };
  const now = table === 'deals' && write ? await database.deals.get(key) : undefined;
  if (!now) return step;
  for (const list of pinsOf(write as Deal)) {
    if (!list.startsWith('own-') || (await database.checklists.get(list))) continue;
    return { ...step, write: { ...(write as Deal), checklist: now.checklist, alsoChecklists: now.alsoChecklists }, kept: true };
  }
  return step;
}

/** Every version that a deal pins, with how many do; deals in the bin count too, since they may come back. */
export async function usesOf(database: BatonDatabase): Promise<Map<string, number>> {
  const [deals, bin] = await Promise.all([database.deals.toArray(), database.bin.toArray()]);
  const binned = bin.flatMap(({ rows }) => rows.filter((one) => one.table === 'deals').map((one) => one.row as unknown as Deal));
  const uses = new Map<string, number>();
  for (const key of [...deals, ...binned].flatMap(pinsOf)) uses.set(key, (uses.get(key) ?? 0) + 1);
  return uses;
}

function pinsOf({ checklist, alsoChecklists }: Deal): string[] {
  return [checklist, ...alsoChecklists].map(pinKey);
}
