/** What a call page tells, written down once. The page is never trusted: text is text, sizes are capped. */
import { MOST_PARTICIPANTS, mergeParticipants } from '../../meeting/participants';
import { areOtherPeople, isOtherTitle, openRejoin, wasCall, withOpenRejoin } from '../../meeting/rejoin';
import type { BatonDatabase } from '../../db/database';
import type { PlatformSignal } from '../../platforms/signals';
import { cleanName } from '../../text/normalize';
import { splitMeeting } from '../meeting/split-meeting';
import type { CallPage } from './join-call';
import { joinCall } from './join-call';
import { leaveCall } from './leave-call';
import { peopleOfDeal, withSomethingKnown } from './people-of-deal';

type PageOf = Omit<CallPage, 'room'>;

/** Writes a signal of a page at `at` (the clock of the app). Returns the id of the meeting it belongs to, if any. */
export async function notePageSignal(database: BatonDatabase, page: PageOf, signal: PlatformSignal, at: number): Promise<string | null> {
  switch (signal.type) {
    case 'joined':
      return joinCall(database, { ...page, room: signal.room }, at);
    case 'left':
      await leaveCall(database, page.tabId, at, false, signal.cause);
      return null;
    case 'title':
      return apart(database, await noteTitle(database, page.tabId, signal.room, cleanName(signal.title)), at);
    case 'participants':
      return apart(database, await notePeople(database, page.tabId, signal, at), at);
    case 'blind':
    case 'sighted':
      return noteSight(database, page, signal, at);
  }
}

async function meetingOf(database: BatonDatabase, tabId: number, room: string): Promise<string | null> {
  const presence = await database.presence.get(tabId);
  return presence?.room === room ? presence.meetingId : null;
}

/** What a signal was about, and whether it made certain that another meeting had begun after a break. */
interface Noted { id: string | null; another: boolean }

/** Nobody is asked about what is certain. Resolves to the meeting that the signal belongs to then. */
async function apart(database: BatonDatabase, { id, another }: Noted, at: number): Promise<string | null> {
  return (id !== null && another ? await splitMeeting(database, id, at) : null) ?? id;
}

async function noteTitle(database: BatonDatabase, tabId: number, room: string, title: string): Promise<Noted> {
  return database.transaction('rw', database.meetings, database.presence, async () => {
    const id = await meetingOf(database, tabId, room);
    await database.presence.update(tabId, { title });
    const meeting = id ? await database.meetings.get(id) : undefined;
    if (!meeting || title === '') return { id, another: false };
    const rejoin = openRejoin(meeting);
    const first = rejoin ? rejoin.title === '' : meeting.pageTitle === undefined;
    // The first real title stays: later ones (breakout rooms, tricks) don't rename a meeting, and tell nothing.
    await database.meetings.update(meeting.id, {
      ...(meeting.title === '' ? { title } : {}),
      ...(first && rejoin ? { rejoins: withOpenRejoin(meeting, { title }) } : {}),
      ...(first && !rejoin ? { pageTitle: title } : {}),
    });
    return { id, another: first && rejoin !== null && wasCall(meeting, rejoin) && isOtherTitle(meeting.pageTitle, title) };
  });
}

async function notePeople(
  database: BatonDatabase,
  tabId: number,
  signal: Extract<PlatformSignal, { type: 'participants' }>,
  at: number,
): Promise<Noted> {
  return database.transaction('rw', database.meetings, database.presence, database.deals, database.contacts, async () => {
    const id = await meetingOf(database, tabId, signal.room);
    const meeting = id ? await database.meetings.get(id) : undefined;
    if (!meeting) return { id: null, another: false };
    const around = await peopleOfDeal(database, meeting.dealId, meeting.id);
    const seen = signal.people.map((p) => ({ name: cleanName(p.name), self: p.self })).filter((p) => p.name !== '');
    const participants = mergeParticipants(meeting.participants, seen, signal.complete, at, withSomethingKnown(around));
    const rejoin = openRejoin(meeting);
    const since = [...new Set([...(rejoin?.seen ?? []), ...seen.map((p) => p.name)])].slice(0, MOST_PARTICIPANTS);
    const noted = { ...meeting, participants, ...(rejoin ? { rejoins: withOpenRejoin(meeting, { seen: since }) } : {}), updatedAt: at };
    await database.meetings.put(noted);
    const newest = openRejoin(noted);
    // Whoever isn't in a list that lacks some may be there all the same.
    return { id, another: signal.complete && newest !== null && wasCall(noted, newest) && areOtherPeople(noted, newest, around.map((p) => p.name)) };
  });
}

async function noteSight(
  database: BatonDatabase,
  page: PageOf,
  signal: Extract<PlatformSignal, { type: 'blind' | 'sighted' }>,
  at: number,
): Promise<string | null> {
  return database.transaction('rw', database.presence, async () => {
    const before = await database.presence.get(page.tabId);
    const same = before?.room === signal.room ? before : undefined;
    const joined = same?.meetingId && same.state !== 'left';
    const sighted = joined ? ('joined' as const) : ('room' as const);
    await database.presence.put({
      ...page,
      room: signal.room,
      title: same?.title ?? '',
      meetingId: same?.meetingId ?? null,
      state: signal.type === 'blind' ? 'blind' : sighted,
      blind: signal.type === 'blind' ? signal.reason : null,
      at,
      ...(same?.cause ? { cause: same.cause } : {}),
    });
    return same?.meetingId ?? null;
  });
}
