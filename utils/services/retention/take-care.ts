/** The daily care: ends meetings that nobody ended; brings lines home whose deal is gone; deletes what is due: texts of meetings, what lay in the bin for a week, the copy from before a restore. */
import type { BatonDatabase } from '../../db/database';
import { dropOldSafetyCopy } from '../../db/safety/safety-copy';
import { bringLostHome } from '../../db/undo/home';
import { LONGEST_CALL_MS, mayStillRun } from '../../meeting/continuity';
import { careOn } from '../../meeting/retention';
import { careDay } from '../../settings/care-day';
import { utcOffsetAt } from '../../settings/clock';
import { preferences } from '../../settings/preferences';
import { dateAt } from '../../time/plain-date';
import { endSilentMeetings } from '../meeting/end-meeting';
import { BIN_DAYS, purgeBin } from '../bin/purge-bin';
import { purgeDueMeetings } from './purge-meeting';

/** A page is in a call, or shows one that can't be read; or a meeting runs that has no page, since it was begun by hand. */
async function isInCall(database: BatonDatabase, at: number): Promise<boolean> {
  // A page that can't be read never says that its call is over.
  const pages = await database.presence.filter((p) => p.state === 'joined' || (p.state === 'blind' && at - p.at <= LONGEST_CALL_MS)).count();
  // Of the others, pages tell.
  const byHand = await database.meetings.where({ state: 'live' }).filter((meeting) => meeting.segments.at(-1)?.platform === 'manual').toArray();
  return pages > 0 || byHand.some((meeting) => mayStillRun(meeting, at));
}

/**
 * Looks at `at`, by the real clock: a practice call must not delete what is real. A clock that jumped ahead is
 * believed only when it still says so the next day; nothing is deleted during a call.
 */
export async function takeCare(database: BatonDatabase, at: number): Promise<void> {
  // Nothing is deleted by it, so it waits for nothing.
  await endSilentMeetings(database, at);
  if (await isInCall(database, at)) return;
  await bringLostHome(database);
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
