/** An answer that says nothing but "still right" of one that was there before its meeting: it holds for the deal it was said of, and for no other. */
import { sameContent } from '../../backup/same-content';
import type { Answer } from '../../checklist/answer';
import type { BatonDatabase } from '../../db/database';
import { asConfirmed } from './confirm-answer';

function said({ itemId, state, value, raw, remark, saidBy, reason, offRecord }: Answer): Partial<Answer> {
  return { itemId, state, value, raw, remark, saidBy, reason, offRecord };
}

function onlyConfirms(answer: Answer, all: readonly Answer[]): boolean {
  const before = all.filter((a) => a.topic === answer.topic && a.at < answer.at).at(-1);
  return before !== undefined && before.meetingId !== answer.meetingId && answer.confidence === 'confirmed' && answer.relation === 'updates' && sameContent(said(asConfirmed(before)), said(answer));
}

/** The ids of those that were confirmed in a meeting, of the deal it is filed under: they don't go with it to another deal. */
export async function readConfirmations(database: BatonDatabase, { id, dealId }: { id: string; dealId: string }): Promise<Set<string>> {
  const all = await database.answers.where({ dealId }).sortBy('at');
  return new Set(all.filter((a) => a.meetingId === id && onlyConfirms(a, all)).map((a) => a.id));
}
