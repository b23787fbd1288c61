/** Contradictions by hand: two answers were heard, and later one of them stands, or both do. */
import type { Answer, Contradiction } from '../../checklist/answer';
import type { BatonDatabase } from '../../db/database';
import type { ItemShape } from '../../checklist/parse-value';
import { dealCurrency } from '../../checklist/parse-value';
import type { KeptAnswer } from '../../checklist/value/kept-answer';
import { keptAnswer } from '../../checklist/value/kept-answer';
import { valueText } from '../../checklist/value/value-text';
import { change } from '../../db/undo/change';
import { requireFiled } from '../../db/undo/home';
import { newId } from '../../db/new-id';
import type { Meeting } from '../../meeting/meeting';
import { utcOffsetAt } from '../../settings/clock';
import { dateAt } from '../../time/plain-date';
import { itemOf } from '../checklist/item-of';
import { settleGaps } from './record-answer';
import type { Refusal } from '../trouble/refusal';

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
  await change(database, 'conflict', { meetingId: heard.meetingId ?? '', dealId: heard.dealId, at }, async (writer) => {
    await requireFiled(database, heard.meetingId, heard.dealId);
    await writer.put('contradictions', row);
  });
  return row.id;
}

/**
 * Settles one: what was kept and why; `both_true` when they were about different things. What was kept becomes the item's
 * answer, a row that supersedes (domain.md §4.3), unless it is the answer already or another contradiction is still open.
 */
export async function settleContradiction(
  database: BatonDatabase,
  id: string,
  outcome: { status: 'resolved' | 'both_true'; kept: string; why: string },
  language: 'ko' | 'en',
  at: number,
): Promise<void> {
  const known = await database.contradictions.get(id);
  if (!known) throw new Error('no such contradiction', { cause: 'gone' satisfies Refusal });
  const item: ItemShape = (await itemOf(database, known)) ?? { type: 'text' };
  await change(database, 'conflict', { meetingId: known.meetingId ?? '', dealId: known.dealId, at }, async (writer) => {
    // It may have gone off the record with its item since, or to another deal with its meeting.
    const row = await database.contradictions.get(id);
    if (!row) throw new Error('no such contradiction', { cause: 'gone' satisfies Refusal });
    const { dealId, topic } = row;
    const settled: Contradiction = { ...row, ...outcome, resolvedAt: at };
    await writer.put('contradictions', settled);
    const answers = await database.answers.where({ dealId, topic }).sortBy('at');
    const open = await database.contradictions.where({ dealId }).filter((c) => c.topic === topic && c.status === 'open').count();
    if (outcome.status !== 'resolved' || open > 0 || saysAlready(answers.at(-1), outcome.kept)) return;
    const meeting = await meetingOf(database, answers.at(-1)?.meetingId ?? row.meetingId);
    const context = { baseDate: dateAt(at, meeting?.utcOffset ?? utcOffsetAt(at)), currency: dealCurrency(await database.answers.where({ dealId }).toArray(), language), language };
    const answer = answerFrom(answers.at(-1) ?? firstOf(row), keptAnswer(settled, answers, item, context), outcome.why, at);
    await writer.put('answers', answer);
    await settleGaps(database, writer, answer, outcome.kept);
  });
}

async function meetingOf(database: BatonDatabase, id: string | null): Promise<Meeting | undefined> {
  return id === null ? undefined : database.meetings.get(id);
}

/** The item stands answered by just these words. */
function saysAlready(newest: Answer | undefined, kept: string): boolean {
  return newest?.state === 'answered' && [newest.raw, valueText(newest.value, 'ko'), valueText(newest.value, 'en')].includes(kept);
}

/** The side that was kept keeps its speaker; other words have none until somebody says them. What delivery said stays hearsay until it is confirmed in a call. */
function answerFrom({ fromDelivery: _before, ...newest }: Answer, { fromDelivery, ...kept }: KeptAnswer, why: string, at: number): Answer {
  const whose = fromDelivery ? { fromDelivery, offsetMs: null } : {};
  return { ...newest, ...kept, ...whose, id: newId(), state: 'answered', remark: why, reason: '', confidence: fromDelivery ? 'indirect' : 'stated', offRecord: false, at: Math.max(at, newest.at + 1), relation: newest.id === '' ? 'first' : 'updates' };
}

/** An item that nobody had answered before both sides were written down. */
function firstOf({ dealId, topic, itemId, meetingId }: Contradiction): Answer {
  return { id: '', dealId, topic, itemId, meetingId, state: 'not_asked', value: null, raw: '', remark: '', saidBy: '', confidence: null, relation: 'first', reason: '', offRecord: false, at: 0, offsetMs: null };
}
