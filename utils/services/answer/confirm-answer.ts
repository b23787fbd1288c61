/** An answer carried over from an earlier meeting still holds: said again, now as confirmed. */
import type { BatonDatabase } from '../../db/database';
import type { ItemView } from '../../checklist/item-view';
import { newId } from '../../db/new-id';
import { change } from '../../db/undo/change';
import type { Meeting } from '../../meeting/meeting';
import { offsetOf } from '../../meeting/meeting';
import type { Refusal } from '../trouble/refusal';

/**
 * A new row with the same content, confirmed in `meeting`; the earlier one stays as history. Gaps of the item stay open: they
 * ask for more than the answer says. What is being typed on the item stays too.
 * @throws Error when the answer no longer stands: it was changed or taken off the record in another window.
 */
export async function confirmAnswer(database: BatonDatabase, { current }: Pick<ItemView, 'current'>, meeting: Meeting, at: number): Promise<string> {
  const id = newId();
  const dealId = meeting.dealId ?? '';
  await change(database, 'answer', { meetingId: meeting.id, dealId, at }, async (writer) => {
    const stands = current && await database.answers.get(current.id);
    const newest = stands && (await database.answers.where({ dealId: stands.dealId, topic: stands.topic }).sortBy('at')).at(-1);
    if (!stands || stands.offRecord || stands.dealId !== dealId || newest?.id !== stands.id) throw new Error('the answer does not stand any more', { cause: 'gone' satisfies Refusal });
    await writer.put('answers', { ...stands, id, meetingId: meeting.id, confidence: 'confirmed', relation: 'updates', at: Math.max(at, stands.at + 1), offsetMs: offsetOf(meeting, at) });
  });
  return id;
}
