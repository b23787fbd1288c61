/** How an account's relationship may have grown (R-72, R-74, domain.md §4.9): proposed by rule, confirmed by a person, never set by itself. */
import { addDays } from '../time/plain-date';
import type { CourseStep } from './course';
import { dealState, signedOn } from './course';
import type { Relationship } from './deal';
import { RELATIONSHIPS } from './deal';

/** Two contracts within so many days make a regular. */
const TWO_YEARS = 730;
const CONTRACTS = 2;

export interface RelationshipFacts {
  relationship: Relationship;
  /** All deals of the account. */
  deals: readonly { course?: readonly CourseStep[] }[];
  /** Promises to it that were broken and not put right. */
  broken: number;
}

/** The relationship that the deals speak for, where it is more than the one written down; null otherwise. `today` is an ISO day. */
export function proposedRelationship({ relationship, deals, broken }: RelationshipFacts, today: string): Relationship | null {
  const since = addDays(today, -TWO_YEARS);
  const signed = deals.flatMap((deal) => signedOn(deal) ?? []).filter((day) => day >= since);
  const worked = deals.some((deal) => ['delivering', 'operating', 'ended'].includes(dealState(deal)));
  const earned: Relationship = signed.length >= CONTRACTS && worked && broken === 0 ? 'regular' : worked ? 'existing' : 'prospect';
  return RELATIONSHIPS.indexOf(earned) > RELATIONSHIPS.indexOf(relationship) ? earned : null;
}
