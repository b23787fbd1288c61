/** Delivery's estimate of a deal: that of the newest reply that has one. */
import type { DeliveryEstimate } from '../deal/costing/costing-summary';
import type { SentPacket } from './standing';
import { answersTo } from './standing';

/** The estimate that counts, among all packets of one deal; null while no reply brought one with an effort. A reply to other content than what left counts for nothing. */
export function deliveryEstimate(packets: readonly SentPacket[]): DeliveryEstimate | null {
  const replies = packets.filter(({ redaction }) => redaction === 'internal').flatMap((packet) => answersTo(packet).map(({ reply }) => reply));
  const told = replies.filter(({ estimate }) => estimate !== null && estimate.effort.length > 0);
  const newest = told.reduce<(typeof told)[number] | null>((last, one) => (last === null || Date.parse(one.at) >= Date.parse(last.at) ? one : last), null);
  if (!newest?.estimate) return null;
  const { class: estimateClass, effort, durationWeeks } = newest.estimate;
  // The reply says its instant in the zone of who wrote it: the day is theirs.
  return { by: newest.by.name, on: newest.at.slice(0, 10), class: estimateClass, effort, durationWeeks, packetNumber: newest.packetNumber };
}
