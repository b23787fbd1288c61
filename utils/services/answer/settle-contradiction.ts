/** Contradictions by hand: two answers were heard, and later one of them stands, or both do. */
import type { Contradiction } from '../../checklist/answer';
import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/change';
import { newId } from '../../db/new-id';

export interface HeardTwice {
  dealId: string;
  meetingId: string | null;
  item: { id: string; topic: string };
  a: { text: string; saidBy: string };
  b: { text: string; saidBy: string };
}

/** Records two different answers on an item without touching its answer. Returns the record's id. */
export async function addContradiction(database: BatonDatabase, heard: HeardTwice, at: number): Promise<string> {
  const row: Contradiction = {
    id: newId(), dealId: heard.dealId, meetingId: heard.meetingId, topic: heard.item.topic, itemId: heard.item.id,
    a: { ...heard.a, at, answerId: null }, b: { ...heard.b, at, answerId: null }, status: 'open', kept: '', why: '', at, resolvedAt: null,
  };
  await change(database, 'conflict', { meetingId: heard.meetingId ?? '', dealId: heard.dealId, at }, (writer) => writer.put('contradictions', row));
  return row.id;
}

/** Settles one: what was kept and why; `both_true` when they were about different things. '' reopens nothing. */
export async function settleContradiction(
  database: BatonDatabase,
  id: string,
  outcome: { status: 'resolved' | 'both_true'; kept: string; why: string },
  at: number,
): Promise<void> {
  const row = await database.contradictions.get(id);
  if (!row) throw new Error('no such contradiction');
  await change(database, 'conflict', { meetingId: row.meetingId ?? '', dealId: row.dealId, at }, (writer) =>
    writer.put('contradictions', { ...row, ...outcome, resolvedAt: at }),
  );
}
