/**
 * What delivery's replies asked back, by topic: asked back about two deals or after two meetings, it is the checklist that should change,
 * and not the person (R-23, docs/checklists.md). Pure: the same packets and decisions give the same proposals.
 */
import type { Bilingual } from '../checklist';
import type { KeptReply } from '../../reply/schema';

/** A packet that was answered, as far as it matters here. `topicOf`: what an item of it asks for; null where it had no such item. */
export interface AnsweredPacket {
  id: string;
  dealId: string;
  meetingId: string | null;
  number: number;
  contentHash: string;
  replies: readonly KeptReply[];
  topicOf: (itemId: string) => AskedTopic | null;
}

/** A topic under the name that the packet had for it, and its place there: its checklist may be gone. */
export interface AskedTopic extends Bilingual { topic: string; packetSection: string }

/** What delivery asked back on a topic, in their words. */
export interface ReturnedQuestion {
  /** The same question of the same reply, on any machine. */
  id: string;
  topic: AskedTopic;
  dealId: string;
  meetingId: string | null;
  packetId: string;
  packetNumber: number;
  by: string;
  /** The reply's own instant, epoch milliseconds. */
  at: number;
  kind: 'question' | 'not_usable';
  words: string;
}

export const PROPOSAL_VERDICTS = ['taken', 'declined'] as const;

/** What was decided on a topic. It stands until delivery asks something about it that was not `seen` then. */
export interface ProposalDecision {
  /** The topic. */
  id: string;
  verdict: (typeof PROPOSAL_VERDICTS)[number];
  /** Why not; '' when it was taken. */
  why: string;
  /** The version and the item that it was taken into; '' when it was declined. */
  listId: string;
  itemId: string;
  /** Ids of the questions that it was decided on. */
  seen: string[];
  at: number;
  updatedAt: number;
}

export interface Proposal {
  topic: AskedTopic;
  /** Newest first. */
  questions: ReturnedQuestion[];
  /** How many packets asked for it to be completed. */
  packets: number;
  /** Of `questions`, those that came since it was decided; all of them while it was not. */
  fresh: ReadonlySet<string>;
  decision: ProposalDecision | null;
}

/**
 * What replies asked back: about an item, or as a further question on one. A question without an item has no topic. A reply to other
 * content than what left says nothing of it; the same words in another reply to the same packet are the same question.
 */
export function returnedQuestions(packets: readonly AnsweredPacket[]): ReturnedQuestion[] {
  return packets.flatMap((packet) => {
    const asked = new Map<string, ReturnedQuestion>();
    const replies = packet.replies.filter(({ reply }) => reply.contentHash === packet.contentHash && reply.packetNumber === packet.number).toSorted((a, b) => Date.parse(a.reply.at) - Date.parse(b.reply.at) || (a.id < b.id ? -1 : 1));
    for (const kept of replies) {
      for (const { key, itemId, kind, words } of askedIn(kept)) {
        const topic = packet.topicOf(itemId);
        const same = topic === null ? '' : `${topic.topic} ${words}`;
        if (topic === null || asked.has(same)) continue;
        const { id: packetId, dealId, meetingId, number: packetNumber } = packet;
        asked.set(same, { id: `${packetId}:${kept.id}:${key}`, topic, dealId, meetingId, packetId, packetNumber, by: kept.reply.by.name, at: Date.parse(kept.reply.at), kind, words });
      }
    }
    return [...asked.values()];
  });
}

function askedIn({ reply }: KeptReply): { key: string; itemId: string; kind: ReturnedQuestion['kind']; words: string }[] {
  const items = reply.items.flatMap(({ itemId, verdict, text }) => (verdict === 'ok' ? [] : [{ key: `item:${itemId}`, itemId, kind: verdict, words: text.trim() }]));
  const further = reply.questions.flatMap(({ itemId, text }, index) => (itemId === null ? [] : [{ key: `question:${String(index)}`, itemId, kind: 'question' as const, words: text.trim() }]));
  return [...items, ...further];
}

/** One proposal for each topic that was asked back about two deals, or after two meetings of one: those with most packets first, then the newest. */
export function proposalsOf(questions: readonly ReturnedQuestion[], decisions: readonly ProposalDecision[]): Proposal[] {
  const decided = new Map(decisions.map((one) => [one.id, one]));
  const topics = new Map<string, ReturnedQuestion[]>();
  for (const one of questions) topics.set(one.topic.topic, [...(topics.get(one.topic.topic) ?? []), one]);
  const proposals = [...topics].flatMap(([topic, all]): Proposal[] => {
    if (new Set(all.map(({ dealId, meetingId }) => `${dealId} ${meetingId ?? ''}`)).size < 2) return [];
    const newest = all.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
    const decision = decided.get(topic) ?? null;
    const fresh = new Set(newest.map(({ id }) => id).filter((id) => !decision?.seen.includes(id)));
    const [{ topic: named }] = newest as [ReturnedQuestion];
    return [{ topic: named, questions: newest, packets: new Set(all.map(({ packetId }) => packetId)).size, fresh, decision }];
  });
  const newestOf = ({ questions: [first] }: Proposal): number => first?.at ?? 0;
  return proposals.sort((a, b) => b.packets - a.packets || newestOf(b) - newestOf(a) || (a.topic.topic < b.topic.topic ? -1 : 1));
}

/** It waits for somebody: nothing was decided on it, or delivery asked again since. */
export function isOpen({ decision, fresh }: Pick<Proposal, 'decision' | 'fresh'>): boolean {
  return decision === null || fresh.size > 0;
}

/** Of two decisions on a topic the later one stands, with all that either had seen. */
export function mergedDecision(one: ProposalDecision, other: ProposalDecision): ProposalDecision {
  const stands = other.updatedAt > one.updatedAt ? other : one;
  const seen = [...new Set([...one.seen, ...other.seen])];
  return seen.length === stands.seen.length ? stands : { ...stands, seen: seen.sort() };
}
