/** Answers that were given already go off the record, from wherever they are listed. */
import type { BatonDatabase } from '../../db/database';
import { recordAnswer } from './record-answer';

/**
 * Takes everything that was answered on a topic of a deal off the record: that the item was covered stays, with the state
 * it had; the content leaves every store, and this can't be undone. Does nothing where nothing was answered.
 */
export async function coverAnswers(database: BatonDatabase, { dealId, topic }: { dealId: string; topic: string }, language: 'ko' | 'en', at: number): Promise<void> {
  const newest = (await database.answers.where({ dealId, topic }).sortBy('at')).at(-1);
  const differing = await database.contradictions.where({ dealId }).filter((c) => c.topic === topic).first();
  const itemId = newest?.itemId ?? differing?.itemId;
  if (itemId === undefined) return;
  // Of two answers neither stands: without their words nobody could settle it any more.
  const state = newest && newest.state !== 'conflict' ? newest.state : 'partial';
  await recordAnswer(database, {
    dealId, item: { id: itemId, topic }, meeting: null, state, value: null, raw: '', remark: '', reason: '', saidBy: newest?.saidBy ?? '',
    confidence: newest?.confidence ?? null, relation: 'updates', offRecord: true, sides: null, language,
  }, at);
}
