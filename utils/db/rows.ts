/** Rows that only the database knows; everything else is a domain type. */
import type { Removal } from '../backup/removed/marks';
import type { BlindReason, LeftCause } from '../platforms/signals';
import type { KeptReply } from '../reply/schema';

/** An unsent text, written through on each keystroke (product.md "Nothing typed is ever lost"). */
export interface DraftRow {
  /** What it is a draft of: `capture:<meeting>`, `answer:<deal>:<item>` … */
  key: string;
  meetingId: string;
  text: string;
  updatedAt: number;
}

/** What a browser tab shows: the only link between a tab and a meeting. Rewritten by signals. */
export interface PresenceRow {
  tabId: number;
  windowId: number | null;
  platform: 'meet' | 'zoom';
  room: string;
  state: 'room' | 'joined' | 'left' | 'blind';
  blind: BlindReason | null;
  meetingId: string | null;
  title: string;
  at: number;
  /** How the last call in it ended; missing while one runs, or when nobody knows. */
  cause?: LeftCause;
}

export type ChangeLabel =
  | 'line' | 'edit' | 'delete' | 'move' | 'answer' | 'conflict' | 'gap' | 'promise' | 'want'
  | 'consent' | 'people' | 'deal' | 'meeting' | 'minutes' | 'contact' | 'clip' | 'account' | 'reply' | 'follow_up' | 'checklist';

/** The rows as they were before a change, and what it made of them: enough to undo it and nothing else, also after a restart. */
export interface ChangeRow {
  seq?: number;
  /** Where it was made: the meeting that the panel showed, else the one its rows are of. */
  meetingId: string;
  dealId: string;
  label: ChangeLabel;
  at: number;
  /**
   * `row`: null when the change made it. `after`: the changed fields as they were after it (undefined: gone), null when
   * the change removed the row. Steps of earlier versions have none: they put the whole row back.
   */
  before: { table: ChangeTable; key: string; row: unknown; after?: Record<string, unknown> | null }[];
}

/** Tables whose changes can be undone. */
export const CHANGE_TABLES = [
  'accounts', 'deals', 'meetings', 'answers', 'contradictions', 'notes', 'gaps', 'commitments', 'wants',
  'contacts', 'clips', 'packets', 'followUps', 'checklists', 'proposals', 'bin',
] as const;
export type ChangeTable = (typeof CHANGE_TABLES)[number];

/** A packet as it left, immutable and numbered. `json` is its data; '' once words in it were taken off the record. */
export interface PacketRow {
  id: string;
  dealId: string;
  meetingId: string | null;
  number: number;
  purpose: string;
  language: 'ko' | 'en';
  redaction: string;
  createdAt: number;
  fileName: string;
  contentHash: string;
  json: string;
  /** The files of its evidence by path; gone together with `json`. Missing: none. */
  evidence?: Record<string, string>;
  /** ISO date by which an answer was asked for. Missing in packets of earlier versions. */
  respondBy?: string | null;
  /** What delivery replied, beside what left: that never changes. Missing: nothing yet. */
  replies?: KeptReply[];
}

/** Rows that were deleted together, kept for a week so that they can come back. */
export interface BinRow {
  id: string;
  at: number;
  /** What was deleted, and its name as the list shows it. */
  what: 'account' | 'contact' | 'deal' | 'meeting' | 'note' | 'gap' | 'commitment' | 'want' | 'clip' | 'packet' | 'follow_up';
  title: string;
  rows: { table: ChangeTable; row: { id: string } }[];
}

/** A piece of the search index: the texts of some rows, ready to be searched. Its shape is the search service's. */
export interface SearchChunkRow {
  id: string;
  data: unknown;
}

/** A row that changed since the index was last written: `table:id`. */
export interface SearchDirtyRow { key: string }

/** What was taken away on purpose, by its id and time only. */
export type RemovalRow = Removal;
