/** The meeting that comes next (domain.md §3.2, no. 18): as the deal's plan has it, and as the last meeting left it. */
import type { PlannedPerson } from '../../deal/planned-meeting';
import type { Side } from '../../meeting/meeting';
import { compareKey } from '../../text/normalize';
import { dateAt, isoAt } from '../../time/plain-date';
import { lastOf, nextDateWith } from '../choices';
import type { PacketInput } from '../input';
import type { Packet, PacketMeeting } from '../schema';
import type { BuildContext } from './context';

type Contacts = NonNullable<PacketInput['contacts']>;

/** Side as a meeting knew it, else as the account's people have it: nobody's is guessed. */
function sideOf({ name, email }: PlannedPerson, meetings: readonly PacketMeeting[], contacts: Contacts): Side {
  const met = meetings.flatMap((m) => m.participants).findLast((p) => p.name === name.trim())?.side ?? 'unknown';
  if (met !== 'unknown') return met;
  const [key, mail] = [compareKey(name), email.trim().toLowerCase()];
  return contacts.find((c) => (key !== '' && compareKey(c.name) === key) || (mail !== '' && c.email.trim().toLowerCase() === mail))?.side ?? 'unknown';
}

/** Null when nothing is known of it. A plan that lies before the last meeting was that meeting's, and its hour counts only on the day that was agreed. */
export function packetNextMeeting({ input }: BuildContext, meetings: readonly PacketMeeting[]): Packet['nextMeeting'] {
  const { createdAt, utcOffset, nextOffset: offset = utcOffset } = input.options;
  const begun = lastOf(input.meetings)?.startedAt ?? 0;
  const planned = input.deal.next ?? null;
  const plan = planned && (planned.startsAt === null || planned.startsAt > begun) ? planned : null;
  const date = nextDateWith(meetings, plan?.startsAt ?? null, offset, dateAt(createdAt, utcOffset));
  if (date === null && (plan === null || (plan.aim.trim() === '' && plan.url.trim() === '' && plan.people.length === 0))) return null;
  const sameDay = plan?.startsAt != null && dateAt(plan.startsAt, offset) === date;
  const instant = (at: number | null | undefined): string | null => (!sameDay || at == null ? null : isoAt(at, offset));
  return {
    date, startsAt: instant(plan?.startsAt), endsAt: instant(plan?.endsAt), title: plan?.title.trim() ?? '', url: plan?.url.trim() ?? '', aim: plan?.aim.trim() ?? '',
    people: (plan?.people ?? []).map((p) => ({ name: p.name.trim() || p.email.trim(), side: sideOf(p, meetings, input.contacts ?? []) })).filter((p) => p.name !== ''),
  };
}
