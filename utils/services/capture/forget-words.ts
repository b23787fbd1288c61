/** Off the record: words leave every store, not only the row they were typed into. */
import type { BatonDatabase } from '../../db/database';
import { forgetChangesOf } from '../../db/change';
import { dropSafetyCopyAfterwards } from '../../db/safety/safety-copy';
import { forgetInIndex } from '../search/forget-in-index';

export interface Forgotten {
  dealId: string;
  meetingId: string;
  /** Rows that held the words: their undo steps go too. */
  ids: readonly string[];
  /** The words themselves. Very short ones ("네") are not hunted: they would hit what is unrelated. */
  words: readonly string[];
}

const SHORTEST = 4;

/**
 * Removes the words from undo steps, the search index, drafts, edited minutes and stored packets. A packet that holds
 * them keeps its number, date and hash but no content: what left the machine cannot be called back,
 * what is here can. Call it inside a transaction over all tables.
 */
export async function forgetWords(database: BatonDatabase, { dealId, meetingId, ids, words }: Forgotten): Promise<void> {
  await forgetChangesOf(database, ids);
  // The copy from before a restore is a file: no words can be taken out of it, so it goes whole.
  dropSafetyCopyAfterwards();
  await forgetInIndex(database, [...ids, meetingId]);
  const needles = words.map((w) => w.trim()).filter((w) => w.length >= SHORTEST);
  if (needles.length === 0) return;
  const holds = (text: string): boolean => needles.some((w) => text.includes(w) || text.includes(JSON.stringify(w).slice(1, -1)));
  await database.changes.filter((c) => holds(JSON.stringify(c.before))).delete();
  await database.drafts.filter((d) => holds(d.text)).delete();
  const meeting = await database.meetings.get(meetingId);
  if (meeting) {
    const minutesEdits = Object.fromEntries(Object.entries(meeting.minutesEdits).filter(([, text]) => !holds(text)));
    await database.meetings.update(meetingId, { minutesEdits });
  }
  await database.packets.where({ dealId }).filter((p) => holds(p.json) || Object.values(p.evidence ?? {}).some(holds)).modify({ json: '', evidence: {} });
}
