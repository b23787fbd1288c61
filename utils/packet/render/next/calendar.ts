/** `meeting.ics`: the meeting that delivery is asked to come to, for their own calendar. */
import { writeIcs } from '../../../invitation/ics/write-ics';
import { showSafely } from '../../../text/normalize';
import type { PacketLabels } from '../../labels/labels';
import type { Packet } from '../../schema';

/** Null while no day is known, and for packets that ask nobody to come. `text`: the invitation. */
export function renderCalendar(packet: Packet, labels: PacketLabels, text: string): string | null {
  const { nextMeeting: next, packet: { purpose, createdAt, number }, deal, meetings } = packet;
  if (purpose !== 'join' || !next || next.date === null) return null;
  const ordinal = Math.max(0, ...meetings.map((m) => m.ordinal)) + 1;
  const when = next.startsAt === null ? { day: next.date } : { startsAt: Date.parse(next.startsAt), endsAt: next.endsAt === null ? null : Date.parse(next.endsAt) };
  const title = next.title === '' ? `${packet.account.name} · ${deal.name}` : next.title;
  return writeIcs([{
    // Another request for the same meeting changes the appointment that the first one made.
    uid: `${deal.id}-${String(ordinal)}@baton`, sequence: number, title: showSafely(`${labels.purpose.join}: ${title}`), description: text, url: showSafely(next.url), when, ringsBefore: null,
  }], Date.parse(createdAt));
}
