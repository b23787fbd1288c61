/**
 * The checklist that sales and delivery agreed on: versioned data, two languages, shared topics.
 */
import type { Stage } from '../deal/deal';
import type { ReadyRules } from './ready-rules';

/** Korean and English are equals: every label of a checklist carries both. */
export interface Bilingual {
  ko: string;
  en: string;
}

export const ITEM_TYPES = ['text', 'choice', 'number', 'money', 'date', 'yesno', 'people'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

export type Need = 'minimum' | 'nice';

/** What a missing answer does to an estimate; `blocks` is the default of a gap's "blocks" mark. */
export type EstimateEffect = 'blocks' | 'refines' | 'none';

export interface ChecklistItem {
  /** Stable code such as `A-07`. */
  id: string;
  section: string;
  /** The fact behind the item (`budget.range`); items on one topic share their answer. */
  topic: string;
  ask: Bilingual;
  why: Bilingual;
  type: ItemType;
  need: Need;
  by: Stage;
  estimate: EstimateEffect;
  /** Delivery role that needs this answer most: pm, analyst, architect, data, infra, security, ux, support, commercial. */
  bring: string;
  goodAnswer: Bilingual;
  keywords: { ko: string[]; en: string[] };
  whoCanAnswer: string[];
  /** For `choice`: same order in both languages; position is the option's identity. */
  options?: { ko: string[]; en: string[] };
  multi?: boolean;
  unit?: Bilingual;
}

export interface ChecklistSection extends Bilingual {
  id: string;
}

export interface Agreement {
  sales: { name: string; at: string };
  delivery: { name: string; at: string };
}

export type ChecklistStatus = 'draft' | 'agreed' | 'retired';

export interface Checklist {
  id: string;
  /** Short code shown to people: A, B, C, D. */
  code: string;
  version: number;
  status: ChecklistStatus;
  /** Null while delivery has not signed: printed as "not agreed with delivery". */
  agreement: Agreement | null;
  name: Bilingual;
  purpose: Bilingual;
  sections: ChecklistSection[];
  items: ChecklistItem[];
  /** The highest number that an item of it ever had, where items were taken away: numbers are not given twice, since answers name them. Missing: the highest there is. */
  lastNumber?: number;
  /** What makes a packet ready. Missing: Baton's rules as they come. */
  rules?: ReadyRules;
}

/** Names of topics, shared by all checklists, and the packet section each belongs to. */
export type TopicCatalogue = Record<string, Bilingual & { packetSection: string }>;
