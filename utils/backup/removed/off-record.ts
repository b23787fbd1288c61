/** Marks of what went off the record: they hold on every machine, the others only where something was taken away. */
import type { Removal, Removals } from './marks';

const [LINE, TOPIC] = ['line-off:', 'topic-off:'];

/** A line that went off the record. */
export function lineMark(id: string): string {
  return LINE + id;
}

/** A topic of a deal of which everything went off the record that was said until `at`. */
export function topicMark({ dealId, topic }: { dealId: string; topic: string }): string {
  return `${TOPIC}${topic}:${dealId}`;
}

export interface OffRecord { lines: string[]; topics: { dealId: string; topic: string; at: number }[] }

/** True for what went off the record: that holds on every machine, the others only where it was done. */
export function isOffRecord({ id }: Removal): boolean {
  return id.startsWith(LINE) || id.startsWith(TOPIC);
}

/** Those that went off the record elsewhere and are not `known` here. */
export function unknownTo(known: Removals, removals: readonly Removal[]): Removal[] {
  return removals.filter((one) => isOffRecord(one) && (one.id.startsWith(TOPIC) ? (known.get(one.id) ?? -Infinity) < one.at : !known.has(one.id)));
}

/** The lines and topics they are about. */
export function offRecordOf(removals: readonly Removal[]): OffRecord {
  return {
    lines: removals.flatMap(({ id }) => (id.startsWith(LINE) ? [id.slice(LINE.length)] : [])),
    topics: removals.flatMap(({ id, at }) => {
      const [topic = '', ...deal] = id.startsWith(TOPIC) ? id.slice(TOPIC.length).split(':') : [];
      return topic === '' ? [] : [{ dealId: deal.join(':'), topic, at }];
    }),
  };
}
