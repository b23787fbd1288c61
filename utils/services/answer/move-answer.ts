/** Filing one answer under another deal: said of the wrong customer's deal, in a meeting that is rightly filed or in none. */
import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/undo/change';
import { itemOf } from '../checklist/item-of';
import { partRisks } from '../deal/part-risks';
import { partAnswers } from '../meeting/part-answers';
import type { Refusal } from '../trouble/refusal';
import { moveEffects } from './move-effects';

/**
 * Moves the answer to the item of the other deal that asks the same; it keeps the meeting it was said in. What it had done to the
 * old deal is taken back, and two answers that differ go along where both are its own. One undo step. Throws when the answer
 * or the deal is gone, or when no checklist of that deal asks it: nobody would see it there.
 */
export async function moveAnswer(database: BatonDatabase, answerId: string, dealId: string, at: number): Promise<void> {
  const shown = await database.answers.get(answerId);
  const item = shown ? await itemOf(database, { dealId, itemId: null, topic: shown.topic }) : null;
  if (!shown || !item) throw new Error('no such answer, or nothing that asks it', { cause: 'gone' satisfies Refusal });
  await change(database, 'move', { meetingId: shown.meetingId ?? '', dealId, at }, async (writer) => {
    const answer = await database.answers.get(answerId);
    if (!answer || answer.offRecord || !(await database.deals.get(dealId))) throw new Error('no such answer or deal', { cause: 'gone' satisfies Refusal });
    const from = answer.dealId;
    if (from === dealId) return;
    const moved = { ...answer, dealId, itemId: item.id };
    await writer.put('answers', moved);
    const own = await database.contradictions.where({ dealId: from }).filter(({ a, b }) => [a, b].every((side) => side.answerId === null || side.answerId === answerId)).toArray();
    for (const row of own) if (row.topic === answer.topic && row.b.answerId === answerId) await writer.put('contradictions', { ...row, dealId, itemId: item.id });
    await partAnswers(database, writer, [from, dealId], new Set([answerId]));
    await partRisks(database, (deal) => writer.put('deals', deal), from, at);
    const stands = (await database.answers.get(answerId)) ?? moved;
    // Said in no meeting, it was recorded on a page of its deal, whose steps are the deal's.
    await moveEffects(database, writer, [from, dealId], [stands], [answer.meetingId ?? '', from, ''], at);
  });
}
