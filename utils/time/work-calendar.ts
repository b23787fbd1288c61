/** Which days are worked: the week, public holidays and days off of one's own. */
import type { LeadPolicy } from './lead-time';

/**
 * Public holidays of Korea with the days given in lieu (공휴일, 대체공휴일). Lunar dates can't be worked
 * out by rule, so they are listed; later years are added as they are announced, days off fill the gap.
 */
const KOREA: readonly string[] = [
  '2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-03-01', '2026-03-02', '2026-05-05', '2026-05-24', '2026-05-25', '2026-06-03', '2026-06-06',
  '2026-08-15', '2026-08-17', '2026-09-24', '2026-09-25', '2026-09-26', '2026-10-03', '2026-10-05', '2026-10-09', '2026-12-25',
  '2027-01-01', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-03-01', '2027-05-05', '2027-05-13', '2027-06-06', '2027-08-15', '2027-08-16',
  '2027-09-14', '2027-09-15', '2027-09-16', '2027-10-03', '2027-10-04', '2027-10-09', '2027-10-11', '2027-12-25', '2027-12-27',
];

/** The last year whose public holidays are known. */
export const HOLIDAYS_UNTIL = '2027';

export interface WorkChoices {
  workdays: readonly number[];
  country: 'KR' | 'none';
  daysOff: readonly string[];
  latestWorkdays: number;
  recommendedDays: number;
}

/** The lead-time policy that a person's choices make. */
export function leadPolicyOf(choices: WorkChoices): LeadPolicy {
  return {
    latestBusinessDays: choices.latestWorkdays,
    recommendedDays: choices.recommendedDays,
    holidays: new Set([...(choices.country === 'KR' ? KOREA : []), ...choices.daysOff]),
    workdays: new Set(choices.workdays),
  };
}
