/** How long before the customer's date delivery must be asked (R-50, domain.md §7.1). */
import { addBusinessDays, addDays, isPlainDate } from './plain-date';

export type LeadClass = 'comfortable' | 'tight' | 'late';

export interface LeadTime {
  latest: string | null;
  recommended: string | null;
  respondBy: string | null;
  class: LeadClass | null;
}

export interface LeadPolicy { latestBusinessDays: number; recommendedDays: number; holidays: ReadonlySet<string>; workdays: ReadonlySet<number> }

/** At the latest 3 business days, better 7 days; delivery may agree others. */
export const DEFAULT_LEAD_POLICY: LeadPolicy = { latestBusinessDays: 3, recommendedDays: 7, holidays: new Set(), workdays: new Set([1, 2, 3, 4, 5]) };

/**
 * Dates counted back from `customerDue`, and the class of asking on `askedOn` (both ISO dates). All
 * null without a due date. Always recommended <= latest <= respondBy: over a long holiday, or with
 * a policy of no days at all, the stricter one holds.
 */
export function leadTime(customerDue: string | null, askedOn: string, policy: Partial<LeadPolicy> = {}): LeadTime {
  if (customerDue === null || !isPlainDate(customerDue)) return { latest: null, recommended: null, respondBy: null, class: null };
  const { latestBusinessDays, recommendedDays, holidays, workdays } = { ...DEFAULT_LEAD_POLICY, ...policy };
  const respondBy = addBusinessDays(customerDue, -1, holidays, workdays);
  const latest = earlier(addBusinessDays(customerDue, -latestBusinessDays, holidays, workdays), respondBy);
  const recommended = earlier(addDays(customerDue, -recommendedDays), latest);
  return { latest, recommended, respondBy, class: askedOn <= recommended ? 'comfortable' : askedOn <= latest ? 'tight' : 'late' };
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
