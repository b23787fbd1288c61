/** The meeting that comes next (domain.md §3.2, no. 18): as the deal's plan has it, and as the last meeting left it. */
import type { Side } from '../../meeting/meeting';
import { dateAt, isoAt } from '../../time/plain-date';
import { lastOf, nextDateWith } from '../choices';
import type { Packet, PacketMeeting } from '../schema';
import type { BuildContext } from './context';

/** Side as a meeting knew it: nobody's is guessed. */
function sideOf(name: string, meetings: readonly PacketMeeting[]): Side {
  return meetings.flatMap((m) => m.participants).findLast((p) => p.name === name)?.side ?? 'unknown';
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
    people: (plan?.people ?? []).map((p) => ({ name: p.name.trim() || p.email.trim(), side: sideOf(p.name.trim(), meetings) })).filter((p) => p.name !== ''),
  };
}
