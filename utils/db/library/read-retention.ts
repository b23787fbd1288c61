/** Reads for the care of the data: what is deleted soon, and since when there is anything. */
import type { Meeting } from '../../meeting/meeting';
import { MEETING_STATES } from '../../meeting/meeting';
import { isSoonDeleted } from '../../meeting/retention';
import { dateAt } from '../../time/plain-date';
import type { BatonDatabase } from '../database';

const OVER = MEETING_STATES.filter((state) => state !== 'live');

/** Meetings whose text goes within a week, oldest first. Asks for those that are over only: a page that shows it does not read all again at each write of a running call. */
export async function readSoonDeleted(database: BatonDatabase, months: number, now: number): Promise<Meeting[]> {
  const over = (await Promise.all(OVER.map((state) => database.meetings.where({ state }).toArray()))).flat();
  return over.filter((m) => isSoonDeleted(m, months, dateAt(now, m.utcOffset))).sort((a, b) => a.startedAt - b.startedAt);
}

/** True when nothing that a person made is there, not even in the bin. */
export async function readIsEmpty(database: BatonDatabase): Promise<boolean> {
  const counts = await Promise.all([database.accounts, database.deals, database.meetings, database.notes, database.gaps, database.bin].map(async (table) => table.count()));
  return counts.every((count) => count === 0);
}

/** When the first meeting or deal was made; null while there is nothing. */
export async function readFirstUse(database: BatonDatabase): Promise<number | null> {
  const [meeting, deal] = await Promise.all([database.meetings.orderBy('startedAt').first(), database.deals.orderBy('updatedAt').first()]);
  const times = [meeting?.startedAt, deal?.createdAt].filter((t) => t !== undefined);
  return times.length > 0 ? Math.min(...times) : null;
}
