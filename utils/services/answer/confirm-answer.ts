/** An answer carried over from an earlier meeting still holds: said again, now as confirmed. */
import type { BatonDatabase } from '../../db/database';
import type { Answer } from '../../checklist/answer';
import type { ItemView } from '../../checklist/item-view';
import { valueText } from '../../checklist/value/value-text';
import { newId } from '../../db/new-id';
import type { ChangeWriter } from '../../db/undo/change';
import { change } from '../../db/undo/change';
import { requireFiled } from '../../db/undo/home';
import type { Meeting } from '../../meeting/meeting';
import { offsetOf } from '../../meeting/meeting';
import { nextMeetingOf } from '../../notes/promise-from-next-step';
import { dateAt } from '../../time/plain-date';
import { NEXT_STEP } from './cover-topic';
import { settleGaps } from './record-answer';
import type { Refusal } from '../trouble/refusal';

/**
 * A new row with the same content, confirmed in `meeting`; the earlier one stays as history. A gap that came of the item's state
 * is answered; questions of their own stay open: they ask for more than the answer says. What is being typed on the item stays too.
 * Resolves to null, and writes nothing, when another answer stands by now: it was confirmed or changed already.
 * @throws Error when the answer is gone: it was deleted, or taken off the record, in another window; or the meeting was filed under another deal.
 */
export async function confirmAnswer(database: BatonDatabase, { current }: Pick<ItemView, 'current'>, meeting: Meeting, language: 'ko' | 'en', at: number): Promise<string | null> {
  const dealId = meeting.dealId ?? '';
  return change(database, 'answer', { meetingId: meeting.id, dealId, at }, async (writer) => {
    await requireFiled(database, meeting.id, dealId);
    const stands = current && await database.answers.get(current.id);
    if (!stands || stands.offRecord || stands.dealId !== dealId) throw new Error('the answer is gone', { cause: 'gone' satisfies Refusal });
    const newest = (await database.answers.where({ dealId, topic: stands.topic }).sortBy('at')).at(-1);
    if (newest?.id !== stands.id) return null;
    const answer: Answer = { ...asConfirmed(stands), id: newId(), meetingId: meeting.id, confidence: 'confirmed', relation: 'updates', at: Math.max(at, stands.at + 1), offsetMs: offsetOf(meeting, at) };
    await writer.put('answers', answer);
    await settleGaps(database, writer, answer, valueText(answer.value, language) || answer.raw, ({ origin }) => origin !== 'note' && origin !== 'delivery');
    await keepNext(database, writer, answer, meeting);
    return answer.id;
  });
}

/** What is left of an answer once the customer stands behind it: what delivery had said is theirs no longer, and nobody knows who of the customer confirmed it. */
export function asConfirmed({ fromDelivery, ...stands }: Answer): Answer {
  return fromDelivery ? { ...stands, saidBy: '' } : stands;
}

/** A next meeting that was agreed on before and is still to come is the next one of this meeting too, unless another was set. */
async function keepNext(database: BatonDatabase, writer: ChangeWriter, answer: Answer, { id }: Meeting): Promise<void> {
  const next = answer.topic === NEXT_STEP ? nextMeetingOf(answer.value) : null;
  const meeting = next && await database.meetings.get(id);
  if (!next || !meeting || meeting.nextDate !== null || next.date <= dateAt(meeting.startedAt, meeting.utcOffset)) return;
  await writer.put('meetings', { ...meeting, nextDate: next.date, updatedAt: answer.at });
}
