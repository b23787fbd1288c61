/**
 * What the capture bar produces: notes, gaps, commitments and wants. Instants are epoch
 * milliseconds, `offsetMs` is the call's clock; due dates are ISO calendar dates.
 */

export const NOTE_KINDS = ['note', 'pain', 'decision', 'risk'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** What a captured line can become; the capture bar's marks pick one (product.md "In the call"). */
export const LINE_KINDS = [...NOTE_KINDS, 'gap', 'commitment', 'want'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

interface Captured {
  id: string;
  dealId: string;
  /** '' when captured outside any meeting. */
  meetingId: string;
  /** The item in focus when it was typed, or null. */
  itemId: string | null;
  topic: string | null;
  at: number;
  offsetMs: number | null;
  updatedAt: number;
}

export interface Note extends Captured {
  kind: NoteKind;
  text: string;
}

export const GAP_ROUTES = ['ask_customer', 'ask_delivery', 'ask_manager', 'self_study'] as const;
export type GapRoute = (typeof GAP_ROUTES)[number];

export const GAP_STATES = ['open', 'routed', 'waiting', 'answered', 'closed', 'assumed', 'dropped'] as const;
export type GapState = (typeof GAP_STATES)[number];

/** Why a gap exists: typed freely (`note`), asked by delivery, or the state its item was in. */
export const GAP_ORIGINS = [
  'note', 'delivery', 'not_asked', 'partial', 'asked_unknown', 'asked_will_send', 'declined', 'conflict',
] as const;
export type GapOrigin = (typeof GAP_ORIGINS)[number];

/** An unknown as a record of its own; it never closes by itself. */
export interface Gap extends Captured {
  question: string;
  origin: GapOrigin;
  route: GapRoute | null;
  /** The one on our side who chases it; '' = nobody yet. */
  owner: string;
  /** Who can answer. */
  askWhom: string;
  due: string | null;
  blocksEstimate: boolean;
  state: GapState;
  /** ISO dates on which it was asked. */
  askedOn: string[];
  /** The answer, the assumption, or the reason it was dropped. */
  outcome: string;
  /** The want that delivery must know more of: the question quotes it, and goes off the record with it. Missing: none. */
  wantId?: string;
  /** Who of delivery gave the outcome in a reply. Missing or '': it was written down by sales. */
  answeredBy?: string;
}

export const COMMITMENT_KINDS = ['deliver', 'date', 'price', 'capability', 'handling'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];
export const CONFIRMATIONS = ['unconfirmed', 'confirmed', 'changed', 'cannot', 'not_needed'] as const;
/** Only delivery confirms; `not_needed` = nothing of delivery's is promised (domain.md §4.6). */
export type Confirmation = (typeof CONFIRMATIONS)[number];
export const FULFILMENTS = ['open', 'done', 'late', 'broken', 'repaired', 'withdrawn'] as const;
export type Fulfilment = (typeof FULFILMENTS)[number];

/** Anything we told the customer we would do (UI: promise / 약속). */
/** Who of delivery said it, on which ISO day, and where it can be looked up: on the phone, in a chat, in a mail. */
export interface HeardVerdict { by: string; on: string; where: string }

export interface Commitment extends Captured {
  words: string;
  kind: CommitmentKind;
  saidBy: string;
  onBehalfOfDelivery: boolean;
  due: string | null;
  confirmation: Confirmation;
  /** Delivery's condition (`changed`) or alternative (`cannot`), in their words. Missing: none. */
  deliveryNote?: string;
  /** The verdict was told to us and written down by sales (domain.md §4.7): it is printed as that. Missing or null: it came in a reply, or there is none. */
  heardVerdict?: HeardVerdict | null;
  fulfilment: Fulfilment;
  /** What was said when it was put right, or what was agreed when it was withdrawn. Missing: nothing. */
  fulfilmentNote?: string;
  /** ISO date on which it was kept or put right. Missing or null: not said. */
  fulfilledOn?: string | null;
}

export const PRIORITIES = ['must', 'should', 'could', 'later'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What delivery says of a want; only a reply of theirs sets it, sales reads it. */
export const FEASIBILITIES = ['unknown', 'feasible', 'with_conditions', 'not_as_asked'] as const;
export type Feasibility = (typeof FEASIBILITIES)[number];

/** How a want is met: what is there, what is set, what is built, what is connected, or not at all. */
export const CUSTOM_CLASSES = ['standard', 'configuration', 'customisation', 'integration', 'not_available'] as const;
export type CustomClass = (typeof CUSTOM_CLASSES)[number];

/** What the customer asked for, as said. */
export interface Want extends Captured {
  words: string;
  needBehind: string;
  priority: Priority | null;
  /** The note of kind `pain` that it serves, or null. */
  painId: string | null;
  /** What has to happen before a "later" becomes now. */
  trigger: string;
  feasibility: Feasibility;
  /** Delivery's conditions, in their words (`with_conditions`). Missing: none. */
  conditions?: string[];
  /** What is offered instead; `not_as_asked` can't be saved without it. */
  thenHow: string;
  /** Proposed by sales, set by delivery. Missing or null: nobody said. */
  customClass?: CustomClass | null;
  /** Who of delivery set the class with a reply. Missing or '': sales proposes it. */
  classedBy?: string;
  /** Why what is there doesn't do (`customisation`). Missing: not said. */
  customWhy?: string;
}

/** A want as it is when it was only heard. */
export const UNJUDGED: Pick<Want, 'needBehind' | 'priority' | 'painId' | 'trigger' | 'feasibility' | 'thenHow'> = {
  needBehind: '', priority: null, painId: null, trigger: '', feasibility: 'unknown', thenHow: '',
};
