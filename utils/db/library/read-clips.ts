/** Reads of evidence. */
import type { Clip } from '../../evidence/clip';
import type { BatonDatabase } from '../database';

/** All clips, or those of one deal, newest first. */
export async function readClips(database: BatonDatabase, dealId: string): Promise<Clip[]> {
  const rows = dealId === '' ? await database.clips.toArray() : await database.clips.where({ dealId }).toArray();
  return rows.sort((a, b) => b.at - a.at);
}
