/**
 * A meeting whose text was deleted and that holds text again, since a backup or a window that was still open brought
 * some, is no shell any more: it has its day again, and its text can be deleted again.
 */
import type { BatonDatabase } from '../../db/database';
import { OF_MEETING } from '../../db/of-meeting';
import type { Meeting } from '../../meeting/meeting';

function saysSomething({ title, aim, participants, consents, minutesEdits, nextDate }: Meeting): boolean {
  return title !== '' || aim !== '' || participants.length > 0 || consents.length > 0 || Object.keys(minutesEdits).length > 0 || nextDate !== null;
}

async function hasText(database: BatonDatabase, meeting: Meeting): Promise<boolean> {
  if (saysSomething(meeting)) return true;
  const counts = await Promise.all([...OF_MEETING, 'drafts'].map(async (name) => database.table(name).where({ meetingId: meeting.id }).count()));
  return counts.some((count) => count > 0);
}

/** Looks at every meeting that is marked as deleted. Resolves to how many are not. */
export async function findTextAgain(database: BatonDatabase): Promise<number> {
  return database.transaction('rw', database.tables, async () => {
    let found = 0;
    for (const meeting of await database.meetings.filter((m) => m.purgedAt !== undefined).toArray()) {
      if (!(await hasText(database, meeting))) continue;
      const { purgedAt: _shell, ...row } = meeting;
      await database.meetings.put(row);
      found += 1;
    }
    return found;
  });
}
