/** How long before the customer's date delivery must be asked (R-50, domain.md §7.1). */
import { addBusinessDays, addDays } from './plain-date';

export type LeadClass = 'comfortable' | 'tight' | 'late';

export interface LeadTime {
  latest: string | null;
  recommended: string | null;
  respondBy: string | null;
  class: LeadClass | null;
}

export interface LeadPolicy { latestBusinessDays: number; recommendedDays: number; holidays: ReadonlySet<string> }

/** At the latest 3 business days, better 7 days; delivery may agree others. */
export const DEFAULT_LEAD_POLICY: LeadPolicy = { latestBusinessDays: 3, recommendedDays: 7, holidays: new Set() };

/**
 * Dates counted back from `customerDue`, and the class of asking on `askedOn`. All null without a due
 * date. `recommended` is never later than `latest`: over a long holiday the stricter one holds.
 */
export function leadTime(customerDue: string | null, askedOn: string, policy: LeadPolicy = DEFAULT_LEAD_POLICY): LeadTime {
  if (customerDue === null) return { latest: null, recommended: null, respondBy: null, class: null };
  const latest = addBusinessDays(customerDue, -policy.latestBusinessDays, policy.holidays);
  const week = addDays(customerDue, -policy.recommendedDays);
  const recommended = week < latest ? week : latest;
  const respondBy = addBusinessDays(customerDue, -1, policy.holidays);
  return { latest, recommended, respondBy, class: askedOn <= recommended ? 'comfortable' : askedOn <= latest ? 'tight' : 'late' };
}
