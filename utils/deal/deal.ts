/**
 * Accounts and deals: who we sell to and what.
 * Dates are ISO calendar dates (`2026-12-10`), instants are epoch milliseconds.
 */
import type { AcceptedItem, AcceptedRisk } from './accepted-risk';
import type { Costing } from './costing/costing';
import type { ContractDays, CourseStep } from './course';
import type { PlannedMeeting } from './planned-meeting';

/** Path of a customer organisation with us (domain.md §2.4). Never promoted automatically. */
export const RELATIONSHIPS = ['prospect', 'existing', 'regular', 'advocate'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** The one of two relationships that has come further. */
export function strongerRelationship(a: Relationship, b: Relationship): Relationship {
  return RELATIONSHIPS.indexOf(a) < RELATIONSHIPS.indexOf(b) ? b : a;
}

/** The stage by which an item must be known, and how far a deal has come (domain.md §0.2). */
export const STAGES = ['first', 'estimate', 'contract'] as const;
export type Stage = (typeof STAGES)[number];

export interface Account {
  id: string;
  name: string;
  relationship: Relationship;
  /** Who of ours watches over it. Missing or '': nobody. */
  watcher?: string;
  createdAt: number;
  updatedAt: number;
}

/** A version of a checklist as a deal pins it: an agreed version never changes under a deal. */
export interface ChecklistPin {
  id: string;
  version: number;
}

/** A pin as one text: the id of a team's own version in the database. */
export function pinKey({ id, version }: ChecklistPin): string {
  return `${id}.v${String(version)}`;
}

export interface Deal {
  id: string;
  accountId: string;
  name: string;
  stage: Stage;
  /** The date promised to the customer, or null while unknown. */
  customerDue: string | null;
  checklist: ChecklistPin;
  /** Further checklists of the same deal: answers are shared by topic. */
  alsoChecklists: ChecklistPin[];
  /** Room keys (`meet:abc-defg-hij`) seen with this deal, so the panel opens on it again. */
  rooms: string[];
  /** The meeting that is being prepared; null or missing: none. */
  next?: PlannedMeeting | null;
  /** What became of it, oldest step first. Missing: it is open. */
  course?: CourseStep[];
  /** Days of the contract. Missing: none is signed, or none is known. */
  contract?: ContractDays;
  /** Who answers for what was still open when it was signed. Missing: nothing was. */
  risksAccepted?: AcceptedRisk[];
  /** Who answers for the minimum items that were neither secured nor owned then. Missing: there were none. */
  itemsAccepted?: AcceptedItem[];
  /** What it costs us and what is left of its price. Missing: nobody has worked it out. */
  costing?: Costing;
  createdAt: number;
  updatedAt: number;
}

/** `dealId` of rows captured before a deal was picked. A key IndexedDB can index, unlike null. */
export const UNFILED = '';

/** Position of a stage on the way to a contract: 0, 1, 2. */
export function stageRank(stage: Stage): number {
  return STAGES.indexOf(stage);
}

/** True when something needed `by` a stage is already due at `stage`. */
export function isDueAt(by: Stage, stage: Stage): boolean {
  return stageRank(by) <= stageRank(stage);
}
