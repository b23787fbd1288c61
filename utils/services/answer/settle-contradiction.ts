/** Contradictions by hand: two answers were heard, and later one of them stands, or both do. */
import type { Answer, Contradiction } from '../../checklist/answer';
import type { BatonDatabase } from '../../db/database';
import type { ItemShape } from '../../checklist/parse-value';
import { dealCurrency } from '../../checklist/parse-value';
import type { KeptAnswer } from '../../checklist/value/kept-answer';
import { keptAnswer } from '../../checklist/value/kept-answer';
import { change } from '../../db/change';
import { newId } from '../../db/new-id';
import { utcOffsetAt } from '../../settings/clock';
import { dateAt } from '../../time/plain-date';
import { loadChecklist } from '../checklist/load-checklist';
import { settleGaps } from './record-answer';

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

/**
 * Settles one: what was kept and why; `both_true` when they were about different things. When the item
 * itself was recorded as a conflict, what was kept becomes its answer: a row that supersedes.
 */
export async function settleContradiction(
  database: BatonDatabase,
  id: string,
  outcome: { status: 'resolved' | 'both_true'; kept: string; why: string },
  language: 'ko' | 'en',
  at: number,
): Promise<void> {
  const row = await database.contradictions.get(id);
  if (!row) throw new Error('no such contradiction');
  const { dealId, topic } = row;
  // Before the transaction: a checklist is loaded from the package.
  const item = await itemOf(database, row);
  await change(database, 'conflict', { meetingId: row.meetingId ?? '', dealId, at }, async (writer) => {
    await writer.put('contradictions', { ...row, ...outcome, resolvedAt: at });
    const answers = await database.answers.where({ dealId, topic }).sortBy('at');
    const newest = answers.at(-1);
    const open = await database.contradictions.where({ dealId }).filter((c) => c.topic === topic && c.status === 'open').count();
    if (outcome.status !== 'resolved' || newest?.state !== 'conflict' || open > 0) return;
    const meeting = newest.meetingId ? await database.meetings.get(newest.meetingId) : undefined;
    const context = { baseDate: dateAt(at, meeting?.utcOffset ?? utcOffsetAt(at)), currency: dealCurrency(await database.answers.where({ dealId }).toArray(), language), language };
    const settled = answerFrom(newest, keptAnswer({ ...row, kept: outcome.kept }, answers, item, context), outcome.why, at);
    await writer.put('answers', settled);
    await settleGaps(database, writer, settled, outcome.kept);
  });
}

/** The item as a deal's checklists ask it: it says how words are read. One that is gone reads as text. */
async function itemOf(database: BatonDatabase, { dealId, itemId, topic }: Contradiction): Promise<ItemShape> {
  const deal = await database.deals.get(dealId);
  const lists = deal ? await Promise.all([deal.checklist, ...deal.alsoChecklists].map(loadChecklist)) : [];
  const items = lists.flatMap((list) => list.items);
  return items.find((item) => item.id === itemId) ?? items.find((item) => item.topic === topic) ?? { type: 'text' };
}

/** The side that was kept keeps its speaker; other words have none until somebody says them. */
function answerFrom(newest: Answer, kept: KeptAnswer, why: string, at: number): Answer {
  return { ...newest, ...kept, id: newId(), state: 'answered', remark: why, confidence: 'stated', relation: 'updates', at: Math.max(at, newest.at + 1) };
}
