/** The daily care: ends meetings that nobody ended; deletes what is due: texts of meetings, what lay in the bin for a week, the copy from before a restore. */
import type { BatonDatabase } from '../../db/database';
import { dropOldSafetyCopy } from '../../db/safety/safety-copy';
import { careOn } from '../../meeting/retention';
import { careDay } from '../../settings/care-day';
import { utcOffsetAt } from '../../settings/clock';
import { preferences } from '../../settings/preferences';
import { dateAt } from '../../time/plain-date';
import { endSilentMeetings } from '../meeting/end-meeting';
import { BIN_DAYS, purgeBin } from '../bin/purge-bin';
import { purgeDueMeetings } from './purge-meeting';

/**
 * Looks at `at`, by the real clock: a practice call must not delete what is real. A clock that jumped ahead is
 * believed only when it still says so the next day; nothing is deleted while a page is in a call.
 */
export async function takeCare(database: BatonDatabase, at: number): Promise<void> {
  // Nothing is deleted by it, so it waits for nothing.
  await endSilentMeetings(database, at);
  const inCall = await database.presence.filter((p) => p.state === 'joined').count();
  if (inCall > 0) return;
  const today = dateAt(at, utcOffsetAt(at));
  const care = careOn(await careDay.getValue(), today);
  await careDay.setValue(care);
  if (care.from > today) return;
  await purgeBin(database, at);
  await purgeDueMeetings(database, (await preferences.getValue()).retentionMonths, at);
  await dropOldSafetyCopy(at - BIN_DAYS * 86_400_000);
}

/** The same, unless it was done today: a browser that runs for weeks never starts anew. */
export async function takeDailyCare(database: BatonDatabase, at: number): Promise<void> {
  if ((await careDay.getValue())?.day !== dateAt(at, utcOffsetAt(at))) await takeCare(database, at);
}
