/**
 * A meeting is a record with its own id: state is bound to it, never to a tab, a window or a room
 * (product.md "Back-to-back calls never mix"). Instants are epoch milliseconds.
 */
import type { AimResult } from './aim';
import type { PlannedMeeting } from '../deal/planned-meeting';

export const PLATFORM_IDS = ['meet', 'zoom', 'manual'] as const;
/** Where a segment of a meeting ran. `manual`: no page at all (phone, in person, desktop app). */
export type PlatformId = (typeof PLATFORM_IDS)[number];

/** Part of a meeting on one platform; a change of platform ends a segment, not the meeting. */
export interface Segment {
  platform: PlatformId;
  /** Room key such as `meet:abc-defg-hij`, or null without a page. */
  room: string | null;
  from: number;
  to: number | null;
}

export const SIDES = ['customer', 'sales', 'delivery', 'unknown'] as const;
export type Side = (typeof SIDES)[number];

export interface Participant {
  /** As shown by the page or typed, in NFC. Text from strangers: always rendered as text. */
  name: string;
  side: Side;
  role: string;
  self: boolean;
  joinedAt: number;
  leftAt: number | null;
}

export const CAPTION_PERMISSIONS = ['stored', 'display_only', 'off'] as const;
export type CaptionPermission = (typeof CAPTION_PERMISSIONS)[number];

/** Three separate permissions with who and when (domain.md §7.4). */
export interface Consent {
  id: string;
  who: string;
  notes: boolean;
  captions: CaptionPermission;
  audio: boolean;
  condition: string;
  /** Free remark, e.g. the span before a late joiner was told. */
  note: string;
  /** The words that were used to ask, or '' when not kept. */
  wording: string;
  at: number;
  /** From the person's arrival to consent, when others were already being kept (domain.md §6 no. 12). */
  untoldFrom: number | null;
}

/** `wrap_up`: the call is over, the review is not. */
export const MEETING_STATES = ['live', 'wrap_up', 'closed'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** The call went on in the same room after a break: another one may have begun there (domain.md §6 no. 1). */
export interface Rejoin {
  /** When it went on. */
  at: number;
  /** When it had ended before. */
  endedAt: number;
  /** The page's title since then, '' until it shows one. */
  title: string;
  /** Names that the page showed since then. */
  seen: string[];
}

/** Which meeting of the same room one was parted from, and what it took when it began: enough to make them one again. */
export interface Parting {
  meetingId: string;
  /** The deal it began under, '' for none, and the plan of it that it used up. */
  dealId: string;
  plan: PlannedMeeting | null;
}

export interface Meeting {
  id: string;
  /** Deal id, or UNFILED while none is picked. */
  dealId: string;
  /** 1st, 2nd … meeting of its deal; 0 while unfiled. */
  ordinal: number;
  title: string;
  state: MeetingState;
  startedAt: number;
  endedAt: number | null;
  /** Minutes east of UTC where the rep sat when it started: all times of the meeting keep it. */
  utcOffset: number;
  segments: Segment[];
  participants: Participant[];
  consents: Consent[];
  aim: string;
  /** Whether it got there, said in the review. Missing or null: nobody said. */
  aimResult?: AimResult | null;
  /** Room key of the newest segment, for finding the meeting again; '' without a page. */
  room: string;
  /** Edited minutes by section id; a missing section prints as generated. */
  minutesEdits: Record<string, string>;
  /** ISO date of the next meeting, if one was agreed. */
  nextDate: string | null;
  updatedAt: number;
  /** The title that its page showed first, whatever the meeting is called. Missing: none. */
  pageTitle?: string;
  /** Breaks after which nobody has said yet that it is still the same meeting, oldest first. Missing: none. */
  rejoins?: Rejoin[];
  partedFrom?: Parting;
  /** Earlier meetings that it doesn't go on with, as the rep said: not asked again. Missing: none. */
  apartFrom?: string[];
  /** ISO date on which its text is deleted; null or missing: never. */
  deleteBy?: string | null;
  /** The plan that it took its title and aim from, to be given back when the meeting turns out to be another deal's. */
  tookPlan?: PlannedMeeting | null;
  /** When its text was deleted: what is left is a shell with its date and deal. */
  purgedAt?: number;
}

/** Milliseconds from the meeting's start to `at`, never negative: "the call's clock". */
export function offsetOf(meeting: Pick<Meeting, 'startedAt'>, at: number): number {
  return Math.max(0, at - meeting.startedAt);
}
