/** The choices of a packet as plain values, for screens that must not load the whole schema. */
import type { Stage } from '../deal/deal';
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

/** Rules without which nothing leaves: a request to join needs role, aim and pain (product.md, the first of three hard gates). */
export function closedGates(rules: readonly PacketRule[]): PacketRule[] {
  return rules.filter((rule) => rule.hard && !rule.pass);
}

/** A meeting of a deal, as a row or in a packet. */
interface Held { ordinal: number; startedAt: number | string; nextDate: string | null }

/** The next date as the meeting left it that took place last; an older one that was moved to the deal since has a higher number. Null without any. `meetings` in any order. */
export function nextDateOf(meetings: readonly Held[]): string | null {
  return [...meetings].sort((a, b) => new Date(a.startedAt).getTime() - new Date(b.startedAt).getTime() || a.ordinal - b.ordinal).at(-1)?.nextDate ?? null;
}

/**
 * The date before which delivery must have been asked: of the meeting they are to come to, and the one promised to the
 * customer for everything else. Null while it is not known.
 */
export function leadDate(purpose: Purpose, customerDue: string | null, meetings: readonly Held[]): string | null {
  return purpose === 'join' ? nextDateOf(meetings) : customerDue;
}
