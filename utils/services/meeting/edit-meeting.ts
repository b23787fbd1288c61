/** Small edits of a meeting's own facts, each one undo step. */
import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/undo/change';
import { newId } from '../../db/new-id';
import type { ChangeLabel } from '../../db/rows';
import type { AimResult } from '../../meeting/aim';
import { withAim } from '../../meeting/aim';
import type { Consent, Meeting, Participant } from '../../meeting/meeting';
import { untoldSince } from '../../meeting/participants';
import { openRejoin } from '../../meeting/rejoin';
import { requireDays } from '../../time/field-day';
import { cleanName } from '../../text/normalize';
import type { Refusal } from '../trouble/refusal';

async function edit(database: BatonDatabase, id: string, label: ChangeLabel, at: number, edited: (m: Meeting) => Meeting): Promise<void> {
  const meeting = await database.meetings.get(id);
  if (!meeting) throw new Error('no such meeting', { cause: 'gone' satisfies Refusal });
  await change(database, label, { meetingId: id, dealId: meeting.dealId, at }, async (writer) => {
    // Deleted, or folded into another meeting, by now: it must not come back.
    const fresh = await database.meetings.get(id);
    if (!fresh) throw new Error('no such meeting', { cause: 'gone' satisfies Refusal });
    // What is written into a meeting whose text was deleted is text again, with its day.
    const { purgedAt: _gone, ...rest } = edited(fresh);
    await writer.put('meetings', { ...rest, updatedAt: at });
  });
}

/** Title, aim or next date. */
export async function editMeeting(database: BatonDatabase, id: string, part: Partial<Pick<Meeting, 'title' | 'aim' | 'nextDate'>>, at: number): Promise<void> {
  requireDays(part);
  await edit(database, id, 'meeting', at, (m) => ({
    ...m, ...part, ...(part.title === undefined ? {} : { title: cleanName(part.title) }), ...(part.aim === undefined ? {} : withAim(m, part.aim)),
  }));
}

/** Whether the meeting reached `aim`; said of other words by now (in another window), it says nothing: throws `gone`. */
export async function sayAimResult(database: BatonDatabase, id: string, aim: string, aimResult: AimResult, at: number): Promise<void> {
  await edit(database, id, 'meeting', at, (m) => {
    if (m.aim !== aim) throw new Error('another aim by now', { cause: 'gone' satisfies Refusal });
    return { ...m, aimResult };
  });
}

/** It is the same meeting after the newest break: not asked again. */
export async function keepAsOne(database: BatonDatabase, id: string, at: number): Promise<void> {
  await edit(database, id, 'meeting', at, (m) => {
    const pageTitle = m.pageTitle ?? openRejoin(m)?.title;
    return { ...m, rejoins: (m.rejoins ?? []).slice(0, -1), ...(pageTitle ? { pageTitle } : {}) };
  });
}

/** It is another meeting than `earlierId`: not offered as one again. */
export async function keepApart(database: BatonDatabase, id: string, earlierId: string, at: number): Promise<void> {
  await edit(database, id, 'meeting', at, (m) => ({ ...m, apartFrom: [...(m.apartFrom ?? []), earlierId] }));
}

/** The rep's own words for a section of the minutes; null goes back to the generated ones. */
export async function editMinutes(database: BatonDatabase, id: string, section: string, text: string | null, at: number): Promise<void> {
  await wordMinutes(database, id, { [section]: text }, at);
}

/** The same for several at once, also for what a copy for the customer says (`customerKey`). */
export async function wordMinutes(database: BatonDatabase, id: string, words: Readonly<Record<string, string | null>>, at: number): Promise<void> {
  await edit(database, id, 'minutes', at, (m) => {
    const all: [string, string | null][] = Object.entries({ ...m.minutesEdits, ...words });
    return { ...m, minutesEdits: Object.fromEntries(all.filter((one): one is [string, string] => one[1] !== null)) };
  });
}

export type ConsentInput = Omit<Consent, 'id' | 'at' | 'untoldFrom'>;

/** Records what one person allowed (or refused) at `at`. Earlier records stay: withdrawing is a new one. */
export async function recordConsent(database: BatonDatabase, id: string, input: ConsentInput, at: number): Promise<void> {
  await edit(database, id, 'consent', at, (m) => {
    const who = cleanName(input.who);
    const untoldFrom = untoldSince(who, m.participants, m.consents);
    return { ...m, consents: [...m.consents, { ...input, who, id: newId(), at, untoldFrom }] };
  });
}

/** What is said of a person; only what was changed, so that a change saved a moment ago stays. */
export type PersonPart = Pick<Participant, 'name'> & Partial<Pick<Participant, 'side' | 'role'>>;

/** Side and role of a person, or a person typed by hand. */
export async function setParticipant(database: BatonDatabase, id: string, person: PersonPart, at: number): Promise<void> {
  await edit(database, id, 'people', at, (m) => {
    const name = cleanName(person.name);
    if (m.participants.some((p) => p.name === name)) {
      return { ...m, participants: m.participants.map((p) => (p.name === name ? { ...p, ...person, name } : p)) };
    }
    return { ...m, participants: [...m.participants, { side: 'unknown', role: '', ...person, name, self: false, joinedAt: at, leftAt: null }] };
  });
}
