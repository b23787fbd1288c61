import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/change';
import { newId } from '../../db/new-id';
import type { BinRow } from '../../db/rows';

/** Moves a clip to the bin, in one change that can be undone. Nothing happens when it is gone already. */
export async function deleteClip(database: BatonDatabase, clipId: string, at: number): Promise<void> {
  const clip = await database.clips.get(clipId);
  if (!clip) return;
  const bin: BinRow = { id: newId(), at, what: 'clip', title: clip.title, rows: [{ table: 'clips', row: clip }] };
  await change(database, 'delete', { meetingId: clip.meetingId, dealId: clip.dealId, at }, async (writer) => {
    await writer.put('bin', bin);
    await writer.remove('clips', clip.id);
  });
}
