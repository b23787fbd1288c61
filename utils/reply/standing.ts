/** How a packet stands with delivery, and whose the deal is (R-04, R-14, domain.md §4.7). Worked out, never stored. */
import type { KeptReply, ReplyVerdict } from './schema';

/** What is known of a packet without its content. Two of a deal may share a number, when each was made on a machine of its own. */
export interface SentPacket { dealId: string; number: number; createdAt: number; purpose: string; redaction: string; contentHash: string; respondBy?: string | null; replies?: readonly KeptReply[] }

/** `copy`: for the customer, who has no form to answer with. `superseded`: unanswered, and a newer one of its purpose left. `overdue` is a flag, not a state. */
export type PacketStanding = 'copy' | 'waiting' | 'overdue' | 'superseded' | ReplyVerdict;

/** The reply that stands: the one written last, whenever it came. */
export function newestReply({ replies = [] }: Pick<SentPacket, 'replies'>): KeptReply | null {
  return replies.reduce<KeptReply | null>((newest, one) => (newest === null || Date.parse(one.reply.at) >= Date.parse(newest.reply.at) ? one : newest), null);
}

/** Replies to the packet as it left: one to other content, though kept, says nothing of this. */
export function answersTo({ contentHash, number, replies = [] }: SentPacket): KeptReply[] {
  return replies.filter(({ reply }) => reply.contentHash === contentHash && reply.packetNumber === number);
}

/** When a packet left, and under which number. */
export type Leaving = Pick<SentPacket, 'number' | 'createdAt'>;

/** True when `one` left after `other`: numbers of two machines say nothing of that, so they only decide within one instant. */
export function leftAfter(one: Leaving, other: Leaving): boolean {
  return one.createdAt > other.createdAt || (one.createdAt === other.createdAt && one.number > other.number);
}

/** The newest packet of the same purpose that left for delivery, null when there is none: a copy for the customer is no newer word to them, and a request to join none about an estimate. */
export function newestOfKind<P extends Leaving & Pick<SentPacket, 'dealId' | 'purpose' | 'redaction'>>({ dealId, purpose }: Pick<SentPacket, 'dealId' | 'purpose'>, all: readonly P[]): P | null {
  return all.filter((p) => p.dealId === dealId && p.purpose === purpose && p.redaction === 'internal').reduce<P | null>((newest, p) => (newest === null || leftAfter(p, newest) ? p : newest), null);
}

/** True when another packet of its deal left under the same number: nobody renumbers what was sent. */
export function isNumberShared({ dealId, number }: Pick<SentPacket, 'dealId' | 'number'>, all: readonly Pick<SentPacket, 'dealId' | 'number'>[]): boolean {
  return all.filter((p) => p.dealId === dealId && p.number === number).length > 1;
}

/** How `packet` stands on the day `today` (ISO), among `all` packets. */
export function packetStanding(packet: SentPacket, all: readonly SentPacket[], today: string): PacketStanding {
  if (packet.redaction !== 'internal') return 'copy';
  const reply = newestReply({ replies: answersTo(packet) });
  if (reply) return reply.reply.verdict;
  const newest = newestOfKind(packet, all);
  if (newest && leftAfter(newest, packet)) return 'superseded';
  return packet.respondBy != null && packet.respondBy < today ? 'overdue' : 'waiting';
}

/** Delivery's acceptance of a deal's handoff; null while the deal is with sales: no handoff left, or the last word on one is no acceptance. */
export function handoffAccepted(packets: readonly SentPacket[]): KeptReply | null {
  const last = newestReply({ replies: packets.filter((p) => p.purpose === 'handoff').flatMap(answersTo) });
  return last === null || last.reply.verdict === 'returned' ? null : last;
}
