/** Meetings with who was there and what they agreed to, and the people of the deal. */
import { consentsOnRecord } from '../../meeting/consent-record';
import type { Meeting } from '../../meeting/meeting';
import { withPlannedDate } from '../choices';
import type { Packet, PacketAnswer, PacketMeeting, PacketPerson } from '../schema';
import type { BuildContext } from './context';

function consents(ctx: BuildContext, meeting: Meeting): PacketMeeting['consent'] {
  return consentsOnRecord(meeting.consents).map((c) => ({
    who: c.who, notes: c.notes, captions: c.captions, audio: c.audio, condition: c.condition, note: c.note,
    at: ctx.stamp(meeting.id, c.at), wording: c.wording,
    untoldFrom: c.untoldFrom === null ? null : ctx.stamp(meeting.id, c.untoldFrom),
  }));
}

/** Meetings in the order in which they took place. */
export function packetMeetings(ctx: BuildContext): PacketMeeting[] {
  const edits = ctx.input.options.minutesEdits ?? {};
  const { deal, options } = ctx.input;
  const rows = withPlannedDate(ctx.input.meetings, deal.next?.startsAt ?? null, options.nextOffset ?? options.utcOffset).sort((a, b) => a.ordinal - b.ordinal || a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  return rows.map((m) => {
    const stamp = (epoch: number): string => ctx.stamp(m.id, epoch);
    return {
      id: m.id, ordinal: m.ordinal, title: m.title, startedAt: stamp(m.startedAt),
      endedAt: m.endedAt === null ? null : stamp(m.endedAt),
      segments: m.segments.map((s) => ({ platform: s.platform, from: stamp(s.from), to: s.to === null ? null : stamp(s.to) })),
      participants: m.participants.map((p) => ({ name: p.name, side: p.side, role: p.role })),
      aim: m.aim, aimResult: m.aimResult ?? null, nextDate: m.nextDate, consent: consents(ctx, m),
      minutesEdits: { ...m.minutesEdits, ...edits[m.id] },
    };
  });
}

function merge(people: Map<string, PacketPerson>, found: PacketPerson): void {
  const name = found.name.trim();
  if (name === '') return;
  const known = people.get(name);
  if (!known) {
    people.set(name, { ...found, name });
    return;
  }
  known.side = known.side === 'unknown' ? found.side : known.side;
  known.role = known.role === '' ? found.role : known.role;
  known.note = known.note === '' ? found.note : known.note;
  for (const id of found.attended) if (!known.attended.includes(id)) known.attended.push(id);
  for (const id of found.itemIds) if (!known.itemIds.includes(id)) known.itemIds.push(id);
}

/** Everybody named: those who were there, and those an answer names. Side is never guessed. */
export function packetPeople(meetings: readonly PacketMeeting[], answers: readonly PacketAnswer[]): Packet['people'] {
  const people = new Map<string, PacketPerson>();
  for (const m of meetings) {
    for (const p of m.participants) merge(people, { ...p, note: '', attended: [m.id], itemIds: [] });
  }
  for (const a of answers) {
    if (a.value?.kind !== 'people') continue;
    for (const p of a.value.people) {
      merge(people, { name: p.name, side: 'unknown', role: p.role, note: p.note ?? '', attended: [], itemIds: [a.itemId] });
    }
  }
  return [...people.values()];
}
