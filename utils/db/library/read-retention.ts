/** Reads for the care of the data: what is deleted soon, and since when there is anything. */
import type { Meeting } from '../../meeting/meeting';
import { MEETING_STATES } from '../../meeting/meeting';
import { isSoonDeleted } from '../../meeting/retention';
import { dateAt } from '../../time/plain-date';
import type { BatonDatabase } from '../database';

const OVER = MEETING_STATES.filter((state) => state !== 'live');
/** So many rows are asked for at once: the browser's store answers one after the other, and a line's Enter comes in between. */
const PORTION = 50;

/** Meetings whose text goes within a week, oldest first. Asks for those that are over only: a page that shows it does not read all again at each write of a running call. */
export async function readSoonDeleted(database: BatonDatabase, months: number, now: number): Promise<Meeting[]> {
  const ids = (await Promise.all(OVER.map((state) => database.meetings.where({ state }).primaryKeys()))).flat();
  const soon: Meeting[] = [];
  for (let from = 0; from < ids.length; from += PORTION) {
    const rows = await database.meetings.bulkGet(ids.slice(from, from + PORTION));
    soon.push(...rows.filter((m) => m !== undefined).filter((m) => isSoonDeleted(m, months, dateAt(now, m.utcOffset))));
  }
  return soon.sort((a, b) => a.startedAt - b.startedAt);
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
