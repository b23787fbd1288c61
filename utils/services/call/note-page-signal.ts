/** What a call page tells, written down once. The page is never trusted: text is text, sizes are capped. */
import type { Meeting } from '../../meeting/meeting';
import type { KnownPerson } from '../../meeting/participants';
import { mergeParticipants } from '../../meeting/participants';
import type { BatonDatabase } from '../../db/database';
import type { PlatformSignal } from '../../platforms/signals';
import { cleanName } from '../../text/normalize';
import type { CallPage } from './join-call';
import { joinCall } from './join-call';
import { leaveCall } from './leave-call';

type PageOf = Omit<CallPage, 'room'>;

/** Writes a signal of a page at `at` (the clock of the app). Returns the id of the meeting it belongs to, if any. */
export async function notePageSignal(database: BatonDatabase, page: PageOf, signal: PlatformSignal, at: number): Promise<string | null> {
  switch (signal.type) {
    case 'joined':
      return joinCall(database, { ...page, room: signal.room }, at);
    case 'left':
      await leaveCall(database, page.tabId, at);
      return null;
    case 'title':
      return noteTitle(database, page.tabId, signal.room, cleanName(signal.title));
    case 'participants':
      return notePeople(database, page.tabId, signal, at);
    case 'blind':
    case 'sighted':
      return noteSight(database, page, signal, at);
  }
}

async function meetingOf(database: BatonDatabase, tabId: number, room: string): Promise<string | null> {
  const presence = await database.presence.get(tabId);
  return presence?.room === room ? presence.meetingId : null;
}

async function noteTitle(database: BatonDatabase, tabId: number, room: string, title: string): Promise<string | null> {
  return database.transaction('rw', database.meetings, database.presence, async () => {
    const id = await meetingOf(database, tabId, room);
    await database.presence.update(tabId, { title });
    const meeting = id ? await database.meetings.get(id) : undefined;
    // The first real title stays: later ones (breakout rooms, tricks) don't rename a meeting.
    if (meeting && meeting.title === '' && title !== '') await database.meetings.update(meeting.id, { title });
    return id;
  });
}

/** Who people are, as said in the deal's other calls; else as its account's contacts have them. */
async function knownPeople(database: BatonDatabase, meeting: Meeting): Promise<KnownPerson[]> {
  const deal = meeting.dealId ? await database.deals.get(meeting.dealId) : undefined;
  if (!deal) return [];
  const [meetings, contacts] = await Promise.all([database.meetings.where({ dealId: deal.id }).toArray(), database.contacts.where({ accountId: deal.accountId }).toArray()]);
  const met = meetings.filter((m) => m.id !== meeting.id).flatMap((m) => m.participants).filter((p) => p.side !== 'unknown' || p.role !== '');
  return [...met, ...contacts];
}

async function notePeople(
  database: BatonDatabase,
  tabId: number,
  signal: Extract<PlatformSignal, { type: 'participants' }>,
  at: number,
): Promise<string | null> {
  return database.transaction('rw', database.meetings, database.presence, database.deals, database.contacts, async () => {
    const id = await meetingOf(database, tabId, signal.room);
    const meeting = id ? await database.meetings.get(id) : undefined;
    if (!meeting) return null;
    const known = await knownPeople(database, meeting);
    const seen = signal.people.map((p) => ({ name: cleanName(p.name), self: p.self })).filter((p) => p.name !== '');
    const participants = mergeParticipants(meeting.participants, seen, signal.complete, at, known);
    await database.meetings.put({ ...meeting, participants, updatedAt: at });
    return meeting.id;
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
    });
    return same?.meetingId ?? null;
  });
}
