/**
 * `packet.json`, format version 1 (docs/packet.md): what a handoff packet is as data. Fields may be
 * added within a format version, never renamed or re-used. The published JSON Schema is made from this.
 */
import { z } from 'zod';
import { ANSWER_RELATIONS, CONFIDENCES, CURRENCIES, ITEM_STATES } from '../checklist/answer';
import { RISK_KINDS } from '../deal/accepted-risk';
import { RELATIONSHIPS, STAGES } from '../deal/deal';
import { CLIP_KINDS, CLIP_LIMITS } from '../evidence/clip';
import { AIM_RESULTS } from '../meeting/aim';
import { CAPTION_PERMISSIONS, PLATFORM_IDS, SIDES } from '../meeting/meeting';
import {
  COMMITMENT_KINDS, CONFIRMATIONS, CUSTOM_CLASSES, FEASIBILITIES, FULFILMENTS, GAP_ORIGINS, GAP_ROUTES, GAP_STATES, NOTE_KINDS, PRIORITIES,
} from '../notes/records';

export const PACKET_FORMAT = 'baton.packet';
export const PACKET_FORMAT_VERSION = 1;

export const PURPOSES = ['join', 'estimate', 'handoff', 'update'] as const;
export type Purpose = (typeof PURPOSES)[number];
export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** `customer_safe` leaves our inside out; `anonymised` also replaces names (domain.md §3.2). */
export const REDACTIONS = ['internal', 'customer_safe', 'anonymised'] as const;
export type Redaction = (typeof REDACTIONS)[number];
export const LEAD_CLASSES = ['comfortable', 'tight', 'late'] as const;
export const STANDINGS = ['secured', 'owned', 'unowned'] as const;

const text = z.string();
const nullableText = z.string().nullable();
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).describe('ISO calendar date');
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/).describe('ISO 8601 with offset');
const bilingual = z.object({ ko: text, en: text });
const offset = z.number().nonnegative().nullable().describe("milliseconds on the call's clock");
const captured = { meetingId: nullableText, itemId: nullableText, topic: nullableText, at: instant, offsetMs: offset };

const numberPart = z.object({ value: z.number(), max: z.number().optional(), unit: text, label: text.optional() });
const moneyPart = z.object({
  min: z.number(), max: z.number().optional(), currency: z.enum(CURRENCIES),
  vat: z.enum(['excluded', 'included', 'unknown']), per: z.enum(['once', 'year', 'month']), label: text.optional(),
});
const datePart = z.object({ date, time: text.optional(), firm: z.enum(['fixed', 'wished', 'unknown']), label: text.optional() });

export const valueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text }),
  z.object({ kind: z.literal('choice'), options: z.array(text), other: text.optional() }),
  z.object({ kind: z.literal('yesno'), yes: z.boolean(), text: text.optional() }),
  z.object({ kind: z.literal('number'), parts: z.array(numberPart) }),
  z.object({ kind: z.literal('money'), parts: z.array(moneyPart) }),
  z.object({ kind: z.literal('date'), parts: z.array(datePart) }),
  z.object({ kind: z.literal('people'), people: z.array(z.object({ name: text, role: text, note: text.optional() })) }),
]);

const evidence = z.object({ kind: z.enum(['note', 'clip', 'caption', 'recording', 'document']), ref: text, meetingId: nullableText, offsetMs: offset });

const given = {
  state: z.enum(ITEM_STATES), value: valueSchema.nullable(),
  raw: text.describe('as typed'), remark: text, reason: text.describe('why it does not apply'),
  saidBy: nullableText, confidence: z.enum(CONFIDENCES).nullable(), offRecord: z.boolean(),
  meetingId: nullableText, at: instant.nullable(), offsetMs: offset,
  fromDelivery: z.boolean().optional().describe("delivery's words out of a reply, not the customer's"),
};

const earlier = z.object({ ...given, relation: z.enum(ANSWER_RELATIONS) });

export const answerSchema = z.object({
  itemId: text, topic: text, topicName: bilingual, packetSection: text.describe('section of the packet, domain.md §3.2'),
  section: text.describe('section of the checklist'), question: bilingual, why: bilingual,
  need: z.enum(['minimum', 'nice']), by: z.enum(STAGES), estimate: z.enum(['blocks', 'refines', 'none']),
  bring: text.describe('delivery role that needs it most'),
  ...given,
  standing: z.enum(STANDINGS).describe('secured, or stood for by an owned gap, or neither'),
  withheld: z.boolean().describe('content left out by the redaction profile'),
  evidence: z.array(evidence),
  history: z.array(earlier).describe('earlier values, newest first'),
});

const party = z.object({ name: text, at: text });
const agreement = z.object({ sales: party, delivery: party }).nullable();
const checklist = z.object({
  id: text, version: z.int().positive(), name: bilingual, agreement,
  sections: z.array(bilingual.extend({ id: text })),
});

const stageCounts = z.object({
  minimum: z.int().nonnegative(), secured: z.int().nonnegative(), owned: z.int().nonnegative(), unowned: z.int().nonnegative(),
});
const rule = z.object({
  id: text, pass: z.boolean(), hard: z.boolean(),
  reason: z.object({
    code: text, params: z.record(z.string(), z.union([z.string(), z.number()])),
    itemIds: z.array(text), refs: z.array(text).describe('ids of gaps, contradictions, promises'),
  }),
  must: z.boolean().optional().describe("the team's checklist requires it: unmet, the packet leaves with a reason"),
  own: z.object({ check: text, topic: nullableText, topicName: bilingual.nullable(), most: z.int().nullable(), why: bilingual }).optional().describe("a rule of the team's own, with its reason"),
});

const consent = z.object({
  who: text, notes: z.boolean(), captions: z.enum(CAPTION_PERMISSIONS), audio: z.boolean(), condition: text, note: text,
  at: instant, wording: text, untoldFrom: instant.nullable(),
});

const meeting = z.object({
  id: text, ordinal: z.int().nonnegative(), title: text, startedAt: instant, endedAt: instant.nullable(),
  segments: z.array(z.object({ platform: z.enum(PLATFORM_IDS), from: instant, to: instant.nullable() })),
  participants: z.array(z.object({ name: text, side: z.enum(SIDES), role: text })),
  aim: text, aimResult: z.enum(AIM_RESULTS).nullable().optional().describe('whether it got there'), nextDate: date.nullable(), consent: z.array(consent),
  minutesEdits: z.record(z.string(), z.string()).describe('sections of the minutes as edited, Markdown'),
});

const gap = z.object({
  id: text, question: text, ...captured, origin: z.enum(GAP_ORIGINS), route: z.enum(GAP_ROUTES).nullable(),
  owner: text, askWhom: text, due: date.nullable(), blocksEstimate: z.boolean(), state: z.enum(GAP_STATES),
  askedOn: z.array(text), outcome: text, raisedIn: nullableText, raisedAt: instant,
  open: z.boolean(), owned: z.boolean(), bring: nullableText,
  answeredBy: text.optional().describe('who of delivery gave the outcome in a reply; empty when nobody did'),
});

const side = z.object({ text, saidBy: nullableText, at: instant });
const contradiction = z.object({
  id: text, topic: text, itemId: text, a: side, b: side, status: z.enum(['open', 'resolved', 'both_true']),
  kept: text, why: text, offRecord: z.boolean(), meetingId: nullableText, at: instant, resolvedAt: instant.nullable(),
});

const commitment = z.object({
  id: text, words: text, kind: z.enum(COMMITMENT_KINDS), saidBy: nullableText,
  onBehalfOfDelivery: z.boolean().nullable(), due: date.nullable(),
  confirmation: z.enum(CONFIRMATIONS).nullable(), fulfilment: z.enum(FULFILMENTS).nullable(),
  fulfilmentNote: text.optional(), fulfilledOn: date.nullable().optional(),
  deliveryNote: text.optional().describe("delivery's condition or alternative"),
  heardVerdict: z.object({ by: text, on: date, where: text }).nullable().optional().describe('the verdict as sales heard it, not from a reply'), ...captured,
});

const acceptedRisk = z.object({
  kind: z.enum(RISK_KINDS).describe('what was open: a gap, a contradiction, a promise, or the criteria of acceptance'),
  ref: text.describe('id of that gap, contradiction or promise; empty for the criteria of acceptance'), itemId: nullableText, topic: nullableText,
  text: text.describe('what that record says; empty for the criteria of acceptance, and for what is off the record'),
  acceptedBy: text.describe('who answers for it'), why: text.describe('why it was accepted; empty when no reason is given'), on: date.describe('day on which it was accepted'),
  open: z.boolean().describe('still open when the packet was made'), offRecord: z.boolean(),
});

const amount = z.number().nonnegative();
const range = z.object({ low: z.number(), expected: z.number(), high: z.number() });
const costing = z.object({
  withheld: z.boolean().describe('true: worked out, and the figures stay with sales'),
  source: z.enum(['delivery', 'sales']).describe("whose effort it is: delivery's from a reply, or a guess of sales"), by: text, on: date.nullable(),
  class: z.enum(['rough', 'budget', 'definitive']).nullable().describe("class of delivery's estimate"), currency: z.enum(CURRENCIES),
  effort: z.array(z.object({ role: text, low: amount, likely: amount, high: amount })).describe('person-months by role'), months: range.describe('person-months in all'),
  missing: z.array(text).describe('roles without a rate: no cost is known then'), cost: range.nullable(), price: amount.nullable().describe('without VAT'),
  margin: range.nullable().describe('percent of the price; low where the cost is high'), targetMargin: amount.nullable(),
});

const acceptedItem = z.object({
  topic: text, itemId: text.describe('the item that asks the topic'), acceptedBy: text.describe('who answers for it'), why: text.describe('why it was accepted; empty when no reason is given'),
  on: date.describe('day on which it was accepted'), open: z.boolean().describe('still not secured when the packet was made'), offRecord: z.boolean(),
});

const pain = z.object({ id: text, text, saidBy: nullableText, source: z.enum(['note', 'answer']), ...captured });
const want = z.object({
  id: text, words: text, needBehind: text, priority: z.enum(PRIORITIES).nullable(),
  painId: nullableText.optional().describe('id of the pain it serves'), trigger: text.optional().describe('what makes a "later" a "now"'),
  feasibility: z.enum(FEASIBILITIES).optional().describe('what delivery says'), conditions: z.array(text).optional().describe("delivery's conditions"),
  thenHow: text.optional().describe('what is offered instead'),
  customClass: z.enum(CUSTOM_CLASSES).nullable().optional().describe('how it is met'), customWhy: text.optional().describe('why it takes custom work'),
  classedBy: text.optional().describe('who of delivery said how it is met; empty when sales proposes it'), ...captured,
});
const clip = z.object({
  id: text, title: text, url: text.describe('http(s), or empty for a selection of a page without an address'), takenAt: instant,
  file: text.describe('path in the ZIP; empty when the evidence was too large to travel'), fileHash: text.describe('SHA-256 (hex) of that file'),
  kind: z.enum(CLIP_KINDS), limit: z.enum(CLIP_LIMITS).nullable().describe('why only the address was kept'), language: text.describe('BCP 47, empty when the page does not say'),
  itemId: nullableText.describe('the item it is a source of'), topic: nullableText,
});
const line = z.object({ id: text, text, ...captured });
const note = line.extend({ kind: z.enum(NOTE_KINDS) });
const raidLine = z.object({ id: text, text, itemId: nullableText, gapId: nullableText, owner: text, due: date.nullable() });
const person = z.object({
  name: text, side: z.enum(SIDES), role: text, note: text, attended: z.array(text), itemIds: z.array(text),
});
const action = z.object({
  id: text, text, side: z.enum(['customer', 'us']), owner: text, due: date.nullable(), itemId: nullableText, gapId: nullableText,
});
const request = z.object({
  questions: z.array(z.object({ id: text, text, itemId: nullableText, gapId: nullableText, neededBy: date.nullable() })),
  respondBy: date.nullable(), lateReason: text,
  rolesToBring: z.array(z.object({ role: text, why: text, itemIds: z.array(text), gapIds: z.array(text) })),
  workingDays: z.int().nonnegative().nullable().optional().describe('working days from the day it was made to the wished reply; null when none is wished, or that day is over'),
});
const nextMeeting = z.object({
  date: date.nullable(), startsAt: instant.nullable(), endsAt: instant.nullable(), title: text, url: text.describe('link to the call'), aim: text,
  people: z.array(z.object({ name: text, side: z.enum(SIDES) })).describe('who is invited'),
});
const changes = z.object({
  since: text, sinceNumber: z.int(), answered: z.array(text), changed: z.array(text), newGaps: z.array(text),
  closedGaps: z.array(text), newCommitments: z.array(text),
});

export const packetSchema = z.object({
  format: z.literal(PACKET_FORMAT), formatVersion: z.literal(PACKET_FORMAT_VERSION),
  packet: z.object({
    id: text, number: z.int().positive(), purpose: z.enum(PURPOSES), createdAt: instant, createdBy: text,
    language: z.enum(LANGUAGES), redaction: z.enum(REDACTIONS), supersedes: nullableText,
    contentHash: z.string().regex(/^[0-9a-f]{64}$/), sendAnywayReason: nullableText, practice: z.boolean(),
  }),
  account: z.object({ id: text, name: text, relationship: z.enum(RELATIONSHIPS) }),
  deal: z.object({
    id: text, name: text, kind: text, stage: z.enum(STAGES), customerDue: date.nullable(), signedOn: date.nullable().optional().describe('day on which the contract was signed'),
    leadTime: z.object({ latest: date.nullable(), recommended: date.nullable(), class: z.enum(LEAD_CLASSES).nullable() }),
  }),
  checklist, alsoChecklists: z.array(checklist),
  readiness: z.object({
    first: stageCounts, estimate: stageCounts, contract: stageCounts,
    stage: z.enum(STAGES).describe('the stage whose counts stand on the cover'), rules: z.array(rule),
  }),
  meetings: z.array(meeting), answers: z.array(answerSchema),
  alsoAnswers: z.array(answerSchema.extend({ checklistId: text })),
  gaps: z.array(gap), pains: z.array(pain), wants: z.array(want), decisions: z.array(line),
  commitments: z.array(commitment), contradictions: z.array(contradiction),
  acceptedRisks: z.array(acceptedRisk).optional().describe('what was open when the contract was signed, and who answers for it'),
  costing: costing.nullable().optional().describe('what the deal costs us and what is left of its price; internal handoffs only'),
  raid: z.object({ risks: z.array(raidLine), assumptions: z.array(raidLine), issues: z.array(raidLine), dependencies: z.array(raidLine) }),
  people: z.array(person), actions: z.array(action), notes: z.array(note),
  clips: z.array(clip),
  summary: z.array(z.object({ key: text, itemId: nullableText, state: z.enum(ITEM_STATES), text })).max(8).describe('the one-minute summary'),
  request, nextMeeting: nextMeeting.nullable().optional().describe('the meeting that comes next; null when nothing is known of it'), changes: changes.nullable(),
  acceptedItems: z.array(acceptedItem).optional().describe('minimum items that were neither secured nor owned when the contract was signed, and who answers for them'),
});

export type Packet = z.infer<typeof packetSchema>;
export type PacketAnswer = Packet['answers'][number];
export type PacketAlsoAnswer = Packet['alsoAnswers'][number];
export type PacketGap = Packet['gaps'][number];
export type PacketMeeting = Packet['meetings'][number];
export type PacketCommitment = Packet['commitments'][number];
export type PacketContradiction = Packet['contradictions'][number];
export type PacketCosting = NonNullable<Packet['costing']>;
export type PacketRisk = NonNullable<Packet['acceptedRisks']>[number];
export type PacketAcceptedItem = NonNullable<Packet['acceptedItems']>[number];
export type PacketRule = Packet['readiness']['rules'][number];
export type PacketPerson = Packet['people'][number];
export type PacketRequest = Packet['request'];

/** The published JSON Schema (2020-12) of `packet.json`, made from the schema above. */
export function packetJsonSchema(): Record<string, unknown> {
  const made = z.toJSONSchema(packetSchema, { target: 'draft-2020-12', io: 'input', reused: 'ref' });
  return { ...made, title: 'Baton handoff packet, format version 1', $id: 'urn:baton:packet:1' };
}
