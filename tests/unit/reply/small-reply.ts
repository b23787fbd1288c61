/** A reply to the packet of the small deal, and what it is weighed against. */
import { viewChecklist } from '@/utils/checklist/item-view';
import type { PacketInput } from '@/utils/packet/input';
import type { Packet } from '@/utils/packet/schema';
import type { KeptReply, Reply } from '@/utils/reply/schema';
import type { AnsweredPacket, DealNow } from '@/utils/reply/weigh';
import { LIST, small } from '../packet/small';

/** What a form sends that somebody only put a name and "accepted" into. */
export function aReply(more: Partial<Reply> = {}): Reply {
  return {
    format: 'baton.reply', formatVersion: 1, packetId: 'packet-1', packetNumber: 1, contentHash: 'a'.repeat(64), by: { name: '정하늘', role: 'PM' }, at: '2026-11-27T10:00:00+09:00',
    verdict: 'accepted', summary: '', items: [], wants: [], commitments: [], estimate: null, questions: [], ideas: [], ...more,
  };
}

export function kept(reply: Reply, more: Partial<KeptReply> = {}): KeptReply {
  return { id: 'kept', reply, keptAt: 1, applied: [], ...more };
}

export type Rows = Pick<Partial<PacketInput>, 'answers' | 'contradictions' | 'wants' | 'commitments' | 'gaps'>;

/** The packet of these rows, as it is kept. */
export function sent(rows: Rows, more: Partial<AnsweredPacket> = {}): AnsweredPacket & { packet: Packet } {
  const packet = small(rows);
  return { number: 1, createdAt: 1, purpose: 'estimate', contentHash: packet.packet.contentHash, replies: [], ...more, packet };
}

/** The deal with these rows. */
export function now({ answers = [], contradictions = [], wants = [], commitments = [], gaps = [] }: Rows, newest = 1): DealNow {
  return { views: viewChecklist(LIST.items, answers, contradictions), wants, commitments, gaps, newest: { number: newest, createdAt: newest } };
}
