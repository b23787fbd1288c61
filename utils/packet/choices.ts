/** The choices of a packet as plain values, for screens that must not load the whole schema. */
import type { Stage } from '../deal/deal';
import { STAGES } from '../deal/deal';
import { dateAt } from '../time/plain-date';
import type { PacketRule, Purpose } from './schema';

/** Purposes that a rep can choose, in the order of the way through: a change notice follows by itself. */
export const OFFERED_PURPOSES = ['join', 'estimate', 'handoff'] as const satisfies readonly Purpose[];
export type OfferedPurpose = (typeof OFFERED_PURPOSES)[number];
export const LANGUAGES = ['ko', 'en'] as const;
export const REDACTIONS = ['internal', 'customer_safe', 'anonymised'] as const;

/** The stage that a packet of this purpose is measured against. */
export function stageOfPurpose(purpose: Purpose, dealStage: Stage): Stage {
  if (purpose === 'estimate') return 'estimate';
  return purpose === 'handoff' ? 'contract' : dealStage;
}

/** Until which stage what is owed is gone through for a packet of this purpose: a request for an estimate asks for more than the deal's stage may. */
export function stageToOwn(purpose: Purpose, dealStage: Stage): Stage {
  const asked = stageOfPurpose(purpose, dealStage);
  return STAGES.indexOf(asked) > STAGES.indexOf(dealStage) ? asked : dealStage;
}

/** Rules without which nothing leaves: a request to join needs role, aim and pain (product.md, the first of three hard gates). */
export function closedGates(rules: readonly PacketRule[]): PacketRule[] {
  return rules.filter((rule) => rule.hard && !rule.pass);
}

/** Rules that the team's checklist requires and that are not met: the packet leaves with a reason, which its cover prints. */
export function unmetMusts(rules: readonly PacketRule[]): PacketRule[] {
  return rules.filter((rule) => rule.must === true && !rule.pass);
}

/** A meeting of a deal, as a row or in a packet. */
interface Held { ordinal: number; startedAt: number | string; nextDate: string | null }

/** The meeting that took place last; an older one that was moved to the deal since has a higher number. `meetings` in any order. */
export function lastOf<M extends Held>(meetings: readonly M[]): M | undefined {
  return [...meetings].sort((a, b) => new Date(a.startedAt).getTime() - new Date(b.startedAt).getTime() || a.ordinal - b.ordinal).at(-1);
}

/** The next date as the last meeting left it. Null without any. */
export function nextDateOf(meetings: readonly Held[]): string | null {
  return lastOf(meetings)?.nextDate ?? null;
}

/**
 * The meetings, the last of which leads to the one that is planned on the deal where no date was said in it. `plannedFor` is the
 * plan's instant in epoch milliseconds, null without one; `utcOffset` is in minutes.
 */
export function withPlannedDate<M extends Held>(meetings: readonly M[], plannedFor: number | null, utcOffset: number): M[] {
  const last = lastOf(meetings);
  const leads = last !== undefined && last.nextDate === null && plannedFor !== null && plannedFor > new Date(last.startedAt).getTime();
  return meetings.map((meeting) => (leads && meeting === last ? { ...meeting, nextDate: dateAt(plannedFor, utcOffset) } : meeting));
}

/**
 * The next date of a deal: as the last meeting left it, else the plan's; before any meeting the plan's alone. An agreed day that is
 * over at `today` did not take place, or not with Baton: a plan that is still ahead was made since.
 */
export function nextDateWith(meetings: readonly Held[], plannedFor: number | null, utcOffset: number, today: string): string | null {
  const planned = plannedFor === null ? null : dateAt(plannedFor, utcOffset);
  if (meetings.length === 0) return planned;
  const date = nextDateOf(withPlannedDate(meetings, plannedFor, utcOffset));
  return date !== null && date < today && planned !== null && planned >= today ? planned : date;
}

/** The next date that a packet names; one that was stored before it named its next meeting has it in its meetings. */
export function nextDateIn({ nextMeeting, meetings }: { nextMeeting?: { date: string | null } | null | undefined; meetings: readonly Held[] }): string | null {
  return nextMeeting?.date ?? nextDateOf(meetings);
}

/**
 * The date before which delivery must have been asked: of the meeting they are to come to, and the one promised to the
 * customer for everything else. Null while it is not known.
 */
export function leadDate(purpose: Purpose, customerDue: string | null, nextDate: string | null): string | null {
  return purpose === 'join' ? nextDate : customerDue;
}
