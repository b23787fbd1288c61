/** Everything a packet is built from. Rows as stored; clock, ids and choices are arguments. */
import type { Answer, Contradiction } from '../checklist/answer';
import type { Checklist, TopicCatalogue } from '../checklist/checklist';
import type { Contact } from '../deal/contact';
import type { Account, Deal } from '../deal/deal';
import type { DeliveryEstimate } from '../deal/costing/costing-summary';
import type { Meeting } from '../meeting/meeting';
import type { Clip } from '../evidence/clip';
import type { Commitment, Gap, Note, Want } from '../notes/records';
import type { LeadPolicy } from '../time/lead-time';
import type { Language, Packet, Purpose, Redaction } from './schema';

export interface RoleToBring { role: string; why: string; itemIds: string[] }

/** What the rep asks delivery for. Null lists are filled from the gaps. */
export interface RequestOptions {
  questions: string[] | null;
  /** Null: worked out from the date that the packet leads to; '': none is wished. */
  respondBy: string | null;
  lateReason: string;
  rolesToBring: RoleToBring[] | null;
}

export interface PacketOptions {
  id: string;
  number: number;
  purpose: Purpose;
  language: Language;
  redaction: Redaction;
  /** Epoch milliseconds. */
  createdAt: number;
  createdBy: string;
  /** Minutes east of UTC, for instants that belong to no meeting. */
  utcOffset: number;
  /** The same where the rep is when the planned meeting begins: in winter it is another than in summer, and abroad another than in the last meeting. */
  nextOffset?: number;
  /** Why it goes out with unowned items; null when there are none. */
  sendAnywayReason: string | null;
  request: RequestOptions;
  /** Edited minutes by meeting id, then section id; these win over the ones stored with the meeting. */
  minutesEdits?: Record<string, Record<string, string>>;
  /** Made in practice mode: printed on every output. */
  practice?: boolean;
  /** Lines about cost or margin that are the customer's own, and may stand in a copy (ids of `costLines`). Missing: none. */
  keepLines?: readonly string[];
  /** How long before the customer's date delivery must be asked; the default when it isn't said. */
  leadPolicy?: LeadPolicy;
}

export interface PacketInput {
  deal: Deal;
  account: Account;
  /** The checklist version that the deal pins. */
  checklist: Checklist;
  alsoChecklists: Checklist[];
  topics: TopicCatalogue;
  meetings: Meeting[];
  answers: Answer[];
  contradictions: Contradiction[];
  gaps: Gap[];
  notes: Note[];
  commitments: Commitment[];
  wants: Want[];
  /** People of the account: they say whose side an invited guest is on whom no meeting knew. Missing: none. */
  contacts?: Pick<Contact, 'name' | 'email' | 'side'>[];
  /** Delivery's estimate, where one counts for the deal's costing. Missing: none. */
  estimate?: DeliveryEstimate | null;
  /** Evidence of the deal. Its HTML is printed as it stands: whoever gathers it makes it harmless first. */
  clips: Clip[];
  /** The packet this one follows, or null. */
  previous: Packet | null;
  options: PacketOptions;
}

/** The same as it lies in the database: the packet before is still text. What reads it may be another thread. */
export interface PacketSource extends Omit<PacketInput, 'previous'> {
  /** `packet.json` of the packet this one follows; '' for none. */
  previousJson: string;
}

/** No questions, dates or roles of the rep's own: all of it from the gaps. */
export const DEFAULT_REQUEST: RequestOptions = { questions: null, respondBy: null, lateReason: '', rolesToBring: null };
