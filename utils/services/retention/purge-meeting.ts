/** Deletes what was said in a meeting from every table; its date and deal stay. It can't be undone: that is its point. */
import type { BatonDatabase } from '../../db/database';
import { dropSafetyCopy } from '../../db/safety/safety-copy';
import type { Meeting } from '../../meeting/meeting';
import { dateAt } from '../../time/plain-date';
import { requestScrub } from '../../settings/scrub-due';
import { isDueForDeletion } from '../../meeting/retention';

const CAPTURED = ['notes', 'gaps', 'commitments', 'wants', 'answers', 'contradictions', 'clips'] as const;

/** What is left of a meeting: when, where and about which deal, and how many came. */
function shellOf(meeting: Meeting, at: number): Meeting {
  return { ...meeting, title: '', aim: '', participants: [], consents: [], minutesEdits: {}, nextDate: null, state: 'closed', purgedAt: at, updatedAt: at };
}

/** Removes the text of one meeting. False when there is no such meeting. */
export async function purgeMeeting(database: BatonDatabase, meetingId: string, at: number): Promise<boolean> {
  const purged = await database.transaction('rw', database.tables, async () => {
    const meeting = await database.meetings.get(meetingId);
    if (!meeting) return false;
    const gone = new Set<string>([meetingId]);
    const dirty = [`meetings:${meetingId}`];
    for (const name of CAPTURED) {
      const keys = (await database.table(name).where({ meetingId }).primaryKeys()) as string[];
      await database.table(name).bulkDelete(keys);
      for (const key of keys) {
        gone.add(key);
        dirty.push(`${name}:${key}`);
      }
    }
    // A later conflict about an answer that is gone would quote it.
    const quoting = await database.contradictions.filter((c) => [c.a, c.b].some((side) => side.answerId !== null && gone.has(side.answerId))).primaryKeys();
    await database.contradictions.bulkDelete(quoting);
    for (const key of quoting) gone.add(key);
    await database.meetings.put(shellOf(meeting, at));
    await emptyCopies(database, meeting, gone);
    // The index drops what it finds gone when it next works; until then it must not answer with the words.
    await database.searchChunks.clear();
    await database.searchDirty.bulkPut([...dirty, ...quoting.map((key) => `contradictions:${key}`)].map((key) => ({ key })));
    return true;
  });
  // The copy from before a restore is a file: no words can be taken out of it, so it goes whole.
  if (purged) {
    await dropSafetyCopy();
    await requestScrub();
  }
  return purged;
}

/** Copies of the words elsewhere: undo steps, drafts, the bin, and every packet made of the deal since. */
async function emptyCopies(database: BatonDatabase, { id, dealId, startedAt }: Meeting, gone: ReadonlySet<string>): Promise<void> {
  const speaks = (row: unknown): boolean => {
    const { id: key, meetingId } = (row ?? {}) as { id?: string; meetingId?: string };
    return meetingId === id || (key !== undefined && gone.has(key));
  };
  await database.changes.filter((c) => c.meetingId === id || c.before.some((b) => gone.has(b.key) || speaks(b.row))).delete();
  await database.drafts.where({ meetingId: id }).delete();
  await database.bin.filter((b) => b.rows.some(({ row }) => speaks(row))).delete();
  const packetHolds = (p: { meetingId: string | null; json: string; createdAt: number }): boolean => p.meetingId === id || p.json.includes(id) || p.createdAt >= startedAt;
  await database.packets.where({ dealId }).filter(packetHolds).modify({ json: '', evidence: {} });
}

/** Purges every meeting whose day has come. Resolves to how many. */
export async function purgeDueMeetings(database: BatonDatabase, months: number, at: number): Promise<number> {
  const due = await database.meetings.filter((m) => isDueForDeletion(m, months, dateAt(at, m.utcOffset))).primaryKeys();
  for (const id of due) await purgeMeeting(database, id, at);
  return due.length;
}
