/** Where what a rule misses can be mended. Screens differ in how they go there: the panel has tabs, the library has pages. */
import type { Stage } from '@/utils/deal/deal';
import type { PacketRule } from '@/utils/packet/schema';

/** `open`: what is owed by `upTo` and differs, gone through. `step`: the next meeting's date. `due`: the date promised to the customer. */
export type MendPlace =
  | { to: 'open'; upTo?: Stage }
  | { to: 'promises' | 'step' | 'due' | 'lines' | 'gaps' | 'people' }
  | { to: 'field'; field: string }
  | { to: 'item'; itemId: string };

/** Null when it cannot be mended in Baton. */
export function whereToMend({ code, itemIds }: PacketRule['reason']): MendPlace | null {
  switch (code) {
    case 'unowned_items': case 'conflict_without_gap': return { to: 'open' };
    case 'promises_unsettled': return { to: 'promises' };
    case 'next_date_unknown': case 'no_kickoff': return { to: 'step' };
    case 'due_unknown': return { to: 'due' };
    case 'no_question': case 'no_aim': return { to: 'field', field: 'aim' };
    case 'no_roles': case 'role_without_why': return { to: 'field', field: 'roles' };
    case 'late_without_reason': return { to: 'field', field: 'late' };
    case 'no_customer_attendees': return { to: 'people' };
    case 'blocking_gaps': case 'too_many_blocking': return { to: 'gaps' };
    case 'want_without_need': case 'custom_without_why': case 'vague_words': case 'no_promises_recorded': case 'no_pain': return { to: 'lines' };
    default: return itemIds[0] ? { to: 'item', itemId: itemIds[0] } : null;
  }
}

/** A field of this very form; true when it was one. */
export function focusField(place: MendPlace): boolean {
  if (place.to === 'field') document.querySelector<HTMLElement>(`[data-problem="${place.field}"]`)?.focus();
  return place.to === 'field';
}
