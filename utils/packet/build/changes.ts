/** What changed since the packet before: ids only, so that nothing removed meanwhile comes back through it. */
import type { Packet, PacketAnswer } from '../schema';
import { canonicalJson } from './canonical';

function allAnswers(packet: Pick<Packet, 'answers' | 'alsoAnswers'>): Map<string, PacketAnswer> {
  return new Map([...packet.alsoAnswers, ...packet.answers].map((a) => [a.itemId, a]));
}

const SECURED = ['answered', 'not_applicable'];

/** A redacted packet holds less than was known: what is newer than it is what changed. */
function isNewer(at: string | null, previous: Packet): boolean {
  return at !== null && Date.parse(at) > Date.parse(previous.packet.createdAt);
}

/** The difference of two packets of one deal; null for a first packet. */
export function packetChanges(now: Pick<Packet, 'answers' | 'alsoAnswers' | 'gaps' | 'commitments'>, previous: Packet | null): Packet['changes'] {
  if (previous === null) return null;
  const before = allAnswers(previous);
  const redacted = previous.packet.redaction !== 'internal';
  const answered: string[] = [];
  const changed: string[] = [];
  for (const [id, answer] of allAnswers(now)) {
    const old = before.get(id);
    const wasSecured = old !== undefined && SECURED.includes(old.state);
    if (SECURED.includes(answer.state) && !wasSecured) answered.push(id);
    else if (redacted ? isNewer(answer.at, previous) : old && (old.state !== answer.state || canonicalJson(old.value) !== canonicalJson(answer.value))) changed.push(id);
  }
  const oldGaps = new Map(previous.gaps.map((g) => [g.id, g]));
  const oldPromises = new Set(previous.commitments.map((c) => c.id));
  return {
    since: previous.packet.id, sinceNumber: previous.packet.number, answered, changed,
    newGaps: now.gaps.filter((g) => g.open && !oldGaps.has(g.id) && (!redacted || isNewer(g.raisedAt, previous))).map((g) => g.id),
    closedGaps: now.gaps.filter((g) => !g.open && oldGaps.get(g.id)?.open !== false && oldGaps.has(g.id)).map((g) => g.id),
    newCommitments: now.commitments.filter((c) => !oldPromises.has(c.id)).map((c) => c.id),
  };
}
