/** Pins evidence to a checklist item as a source of its answer, or takes the pin out. */
import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/undo/change';
import type { Refusal } from '../trouble/refusal';

/** `itemId` and `topic` are both null for evidence of the deal as a whole. */
export interface PinPlace { dealId: string; itemId: string | null; topic: string | null }

/** Moves the clip to a deal and an item of it; its words and its time stay. Throws when the clip is gone. */
export async function pinClip(database: BatonDatabase, clipId: string, place: PinPlace, at: number): Promise<void> {
  const clip = await database.clips.get(clipId);
  if (!clip) throw new Error('no such clip', { cause: 'gone' satisfies Refusal });
  // Evidence taken in a meeting of another deal is not of that meeting any more.
  const meetingId = clip.dealId === place.dealId ? clip.meetingId : '';
  await change(database, 'clip', { meetingId, dealId: place.dealId, at }, async (writer) => {
    const fresh = await database.clips.get(clipId);
    if (!fresh) throw new Error('no such clip', { cause: 'gone' satisfies Refusal });
    await writer.put('clips', { ...fresh, ...place, meetingId: fresh.dealId === place.dealId ? fresh.meetingId : '', updatedAt: at });
  });
}
