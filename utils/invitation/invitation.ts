/** What a pasted calendar invitation says about one meeting. */

/**
 * What a person should be told about what was read.
 * - `recurring_first`: a series; only its next date was taken. `recurring_unclear`: a series whose rule isn't followed; the date is its first.
 * - `several_events`: more than one meeting; the next one was taken.
 * - `no_date`: no date found. `no_time`: a date without a time of day. `no_end`: nothing says when it ends.
 * - `other_zone`: written in a zone other than the reader's. `unknown_zone`: its zone isn't known; read as the reader's own time.
 * - `no_room`: no link to a room that Baton knows.
 * - `cancelled`, `past`: it won't take place, it is over.
 * - `people_cut`: more people than are read.
 */
export const INVITATION_NOTES = [
  'cancelled', 'past', 'several_events', 'recurring_first', 'recurring_unclear', 'no_date', 'no_time', 'no_end', 'other_zone', 'unknown_zone', 'no_room', 'people_cut',
] as const;
export type InvitationNote = (typeof INVITATION_NOTES)[number];

/** `name` is '' where only an address is known, `email` is '' where only a name is. */
export interface InvitedPerson { name: string; email: string; organizer: boolean }

export interface Invitation {
  /** One clean line, '' when there is none. */
  title: string;
  /** Epoch ms. With `allDay` the reader's midnight. */
  startsAt: number | null;
  endsAt: number | null;
  allDay: boolean;
  recurring: boolean;
  people: InvitedPerson[];
  /** Room key as a call page gives it: `meet:abc-defg-hij`, `zoom:12345678901`. */
  room: string | null;
  /** Where one joins: http(s) only. */
  url: string | null;
  /** In the order of INVITATION_NOTES, none twice. */
  notes: InvitationNote[];
}

/** Who reads, and when. `utcOffset`: minutes east of UTC. */
export interface ReadingContext { now: number; utcOffset: number }

export type Unreadable = 'empty' | 'too_large' | 'not_an_invitation' | 'damaged';
export type InvitationReading = { ok: true; invitation: Invitation } | { ok: false; reason: Unreadable };

/** The notes in their fixed order, none twice. */
export function inOrder(notes: Iterable<InvitationNote>): InvitationNote[] {
  const said = new Set(notes);
  return INVITATION_NOTES.filter((note) => said.has(note));
}
