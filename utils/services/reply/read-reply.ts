/** A reply is laid beside the packet that it answers and the deal as it is now. Nothing is written. */
import type { ChecklistItem } from '../../checklist/checklist';
import { viewChecklist } from '../../checklist/item-view';
import type { BatonDatabase } from '../../db/database';
import { readDealFacts } from '../../db/read-deal';
import type { PacketRow } from '../../db/rows';
import { parsePacket } from '../../packet/parse';
import type { Packet } from '../../packet/schema';
import type { Reply } from '../../reply/schema';
import { newestOfKind } from '../../reply/standing';
import type { AnsweredPacket, DealNow, WeighedReply } from '../../reply/weigh';
import { weighReply } from '../../reply/weigh';
import { loadChecklist } from '../checklist/load-checklist';

/** A reply with the packet it is to, weighed. */
export interface ReadReply { packet: PacketRow; weighed: WeighedReply }
/** `bin`: its packet was deleted and can come back. `unknown`: it is not one of this Baton's. */
export type NoPacket = 'bin' | 'unknown';

/** Lays `reply` (known as `id`) beside its packet. Resolves to why it can't when the packet, or the packet's deal, is not here. */
export async function readReply(database: BatonDatabase, reply: Reply, id: string): Promise<ReadReply | NoPacket> {
  const packet = await database.packets.get(reply.packetId);
  const now = packet && (await readDealNow(database, packet, await readItems(database, packet.dealId)));
  if (packet && now) return { packet, weighed: weighReply(reply, id, answeredOf(packet), now) };
  const binned = await database.bin.filter((bin) => bin.rows.some(({ row }) => row.id === reply.packetId)).count();
  return binned > 0 ? 'bin' : 'unknown';
}

/** The packet as a reply is weighed against it. One that can't be read, out of a backup perhaps, is like an emptied one. */
export function answeredOf({ number, createdAt, purpose, contentHash, json, replies = [] }: PacketRow): AnsweredPacket {
  return { number, createdAt, purpose, contentHash, replies, packet: json === '' ? null : packetOf(json) };
}

function packetOf(json: string): Packet | null {
  try {
    const parsed = parsePacket(JSON.parse(json));
    return parsed.ok ? parsed.packet : null;
  } catch {
    return null;
  }
}

/** The items of all checklists of a deal; none when it is gone. */
export async function readItems(database: BatonDatabase, dealId: string): Promise<ChecklistItem[]> {
  const deal = await database.deals.get(dealId);
  const lists = await Promise.all((deal ? [deal.checklist, ...deal.alsoChecklists] : []).map((pin) => loadChecklist(database, pin)));
  return lists.flatMap((list) => list.items);
}

/** The deal as a reply is weighed against it; null when it is gone. Reads the database only, and so can be a part of a transaction. */
export async function readDealNow(database: BatonDatabase, kind: Pick<PacketRow, 'dealId' | 'purpose'>, items: readonly ChecklistItem[]): Promise<DealNow | null> {
  const facts = await readDealFacts(database, kind.dealId);
  if (!facts) return null;
  const { answers, contradictions, wants, commitments, gaps } = facts;
  const packets = await database.packets.where({ dealId: kind.dealId }).toArray();
  return { views: viewChecklist(items, answers, contradictions), wants, commitments, gaps, newest: newestOfKind(kind, packets) };
}
