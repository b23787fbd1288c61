/** The packet for our own eyes, built from stored rows: what a redacted copy leaves out can be compared all the same. */
import type { Checklist } from '@/utils/checklist/checklist';
import type { ChecklistPin } from '@/utils/deal/deal';
import type { DealRecord } from '@/utils/db/read-deal';
import { buildPacket } from '@/utils/packet/build';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import type { Packet } from '@/utils/packet/schema';
import { shippedChecklist, shippedTopics } from '@/utils/services/checklist/load-checklist';

type Rows = Omit<DealRecord, 'deal' | 'account'> & { deals: DealRecord['deal'][]; accounts: DealRecord['account'][] };

async function ours(pin: ChecklistPin): Promise<Checklist> {
  const list = await shippedChecklist(pin);
  if (!list) throw new Error(`There is no checklist ${pin.id}.`);
  return list;
}

/** `stored`: what `everythingStored` gave; `redacted`: the packet that left. @throws when the deal is not in there. */
export async function internalPacket(stored: string, redacted: Packet): Promise<Packet> {
  const { tables } = JSON.parse(stored) as { tables: { baton?: Rows } };
  const rows = tables.baton;
  const deal = rows?.deals.find((one) => one.id === redacted.deal.id);
  const account = rows?.accounts.find((one) => one.id === deal?.accountId);
  if (!rows || !deal || !account) throw new Error('The deal of the packet is not in the database.');
  const of = <T extends { dealId: string }>(all: readonly T[]): T[] => all.filter((one) => one.dealId === deal.id);
  const meetings = of(rows.meetings);
  const { id, number, purpose, language, createdAt } = redacted.packet;
  return buildPacket({
    deal, account, meetings, answers: of(rows.answers), contradictions: of(rows.contradictions), gaps: of(rows.gaps), notes: of(rows.notes),
    commitments: of(rows.commitments), wants: of(rows.wants), clips: [], previous: null, topics: await shippedTopics(),
    checklist: await ours(deal.checklist), alsoChecklists: await Promise.all(deal.alsoChecklists.map(ours)),
    options: {
      id, number, purpose, language, redaction: 'internal', createdAt: Date.parse(createdAt), createdBy: '', utcOffset: meetings.at(-1)?.utcOffset ?? 0,
      sendAnywayReason: null, request: DEFAULT_REQUEST,
    },
  });
}
