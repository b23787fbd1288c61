/** How packets stand with delivery. */
import { describe, expect, it } from 'vitest';
import type { ReplyVerdict } from '@/utils/reply/schema';
import type { SentPacket } from '@/utils/reply/standing';
import { handoffAccepted, isNumberShared, newestReply, packetStanding } from '@/utils/reply/standing';
import { aReply, kept } from './small-reply';

const TODAY = '2026-11-27';
const packet = (number: number, more: Partial<SentPacket> = {}): SentPacket => ({ dealId: 'd', number, createdAt: number, purpose: 'estimate', redaction: 'internal', contentHash: 'a'.repeat(64), ...more });
const reply = (verdict: ReplyVerdict, at: string, packetNumber = 1) => kept(aReply({ verdict, at, packetNumber }), { id: at });
const standing = (one: SentPacket, ...others: SentPacket[]) => packetStanding(one, [one, ...others], TODAY);

describe('a packet', () => {
  it('waits for its reply, and is late from the day after the one asked for', () => {
    expect([standing(packet(1)), standing(packet(1, { respondBy: TODAY })), standing(packet(1, { respondBy: '2026-11-26' })), standing(packet(1, { respondBy: null }))]).toEqual(['waiting', 'waiting', 'overdue', 'waiting']);
  });
  it('waits no more once a newer one of its purpose left for delivery', () => {
    const old = packet(1, { respondBy: '2026-11-01' });
    expect(standing(old, packet(2))).toBe('superseded');
    expect([packet(2, { purpose: 'handoff' }), packet(2, { redaction: 'customer_safe' }), packet(2, { dealId: 'other' })].map((other) => standing(old, other))).toEqual(['overdue', 'overdue', 'overdue']);
    expect(standing(packet(2), packet(1))).toBe('waiting');
  });
  it('that shares its number with one of another machine is told apart by when it left', () => {
    const [first, second] = [packet(3, { createdAt: 10 }), packet(3, { createdAt: 20, contentHash: 'b'.repeat(64) })];
    expect([standing(first, second), standing(second, first)]).toEqual(['superseded', 'waiting']);
    // On the other machine numbers went on further, though this one left later.
    expect(standing(packet(3, { createdAt: 30 }), packet(4, { createdAt: 20 }))).toBe('waiting');
    expect([[first, second], [first, packet(4)], [first, packet(3, { dealId: 'other' })], [first]].map((all) => isNumberShared(first, all))).toEqual([true, false, false, false]);
  });
  it('stands as the reply that was written last says, whenever it came', () => {
    const replies = [reply('returned', '2026-11-26T10:00:00+09:00'), reply('accepted', '2026-11-26T09:00:00+09:00')];
    expect(standing(packet(1, { replies }), packet(2))).toBe('returned');
    expect(newestReply({ replies: [...replies].reverse() })?.reply.verdict).toBe('returned');
    expect(newestReply({})).toBeNull();
    const zones = [reply('returned', '2026-11-26T10:00:00+09:00'), reply('accepted', '2026-11-26T02:00:00Z')];
    expect(newestReply({ replies: zones })?.reply.verdict).toBe('accepted');
  });
  it('is not accepted by a reply to other content, though somebody kept it', () => {
    const replies = [reply('accepted', '2026-11-26T10:00:00Z')];
    expect([standing(packet(1, { replies, contentHash: 'b'.repeat(64) })), standing(packet(2, { replies })), standing(packet(1, { replies }))]).toEqual(['waiting', 'waiting', 'accepted']);
  });
  it('for the customer has no form, so nothing is waited for', () => {
    expect(standing(packet(1, { redaction: 'customer_safe', respondBy: '2026-11-01' }))).toBe('copy');
  });
});

describe('a deal', () => {
  const handoff = (number: number, ...replies: ReturnType<typeof reply>[]) => packet(number, { purpose: 'handoff', replies });
  it('is with sales until delivery accepts a handoff', () => {
    expect(handoffAccepted([packet(1, { replies: [reply('accepted', '2026-11-26T10:00:00Z')] }), handoff(2)])).toBeNull();
    expect(handoffAccepted([handoff(2, reply('accepted', '2026-11-26T10:00:00Z', 2))])?.reply.verdict).toBe('accepted');
    expect(handoffAccepted([handoff(2, reply('accepted_with_conditions', '2026-11-26T10:00:00Z', 2))])?.reply.verdict).toBe('accepted_with_conditions');
  });
  it('is with sales again when delivery sends one back later', () => {
    expect(handoffAccepted([handoff(3, reply('returned', '2026-11-27T10:00:00Z', 3)), handoff(2, reply('accepted', '2026-11-26T10:00:00Z', 2))])).toBeNull();
  });
});
