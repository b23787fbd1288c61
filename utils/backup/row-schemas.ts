/**
 * What a row of each table must look like to be taken from a file: known fields of the right kind and
 * nothing else. A field that a domain type has and its schema hasn't does not compile.
 */
import { z } from 'zod';
import type { Answer, Contradiction } from '../checklist/answer';
import { ANSWER_RELATIONS, CONFIDENCES, CURRENCIES, ITEM_STATES } from '../checklist/answer';
import type { Contact } from '../deal/contact';
import type { OwnChecklist } from '../checklist/own/own';
import type { ProposalDecision } from '../checklist/own/proposals';
import { PROPOSAL_VERDICTS } from '../checklist/own/proposals';
import { pinKey } from '../deal/deal';
import { checklistSchema, topicsSchema } from '../checklist/schema';
import { INFLUENCES } from '../deal/contact';
import { isEffortLine } from '../deal/costing/costing';
import { RISK_KINDS } from '../deal/accepted-risk';
import { DEAL_STATES } from '../deal/course';
import type { Account, Deal } from '../deal/deal';
import { RELATIONSHIPS, STAGES } from '../deal/deal';
import type { Clip } from '../evidence/clip';
import { CLIP_KINDS, CLIP_LIMITS } from '../evidence/clip';
import type { FollowUp } from '../followup/follow-up';
import { FOLLOW_UP_STATES, FOLLOW_UP_STEPS } from '../followup/follow-up';
import { AIM_RESULTS } from '../meeting/aim';
import type { Meeting } from '../meeting/meeting';
import { CAPTION_PERMISSIONS, MEETING_STATES, PLATFORM_IDS, SIDES } from '../meeting/meeting';
import type { Commitment, Gap, Note, Want } from '../notes/records';
import {
  COMMITMENT_KINDS, CONFIRMATIONS, CUSTOM_CLASSES, FEASIBILITIES, FULFILMENTS, GAP_ORIGINS, GAP_ROUTES, GAP_STATES, NOTE_KINDS, PRIORITIES,
} from '../notes/records';
import { saysThenHow } from '../notes/want-rules';
import type { KeptReply } from '../reply/schema';
import { replyContent } from '../reply/schema';
import { isPlainDate } from '../time/plain-date';
import { instant } from './instant';

const text = z.string();
const id = z.string().min(1).max(200);
const refer = z.string().max(200);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine((d) => isPlainDate(d));
const offsetMs = z.number().nullable();
const pin = z.object({ id, version: z.int().positive() });

type Complete<T, S extends z.ZodType> = [keyof T] extends [keyof z.output<S>] ? unknown : { lacks: Exclude<keyof T, keyof z.output<S>> };
/** A schema that gives a T and knows every field of T, optional ones too. */
function rowOf<T>() {
  return <S extends z.ZodType<T>>(schema: S & Complete<T, S>): S => schema;
}

export const accountRow = rowOf<Account>()(z.object({ id, name: text, relationship: z.enum(RELATIONSHIPS), watcher: text.optional(), createdAt: instant, updatedAt: instant }));

const planned = z.object({
  title: text, startsAt: instant.nullable(), endsAt: instant.nullable(), aim: text, room: text.nullable(), url: text,
  people: z.array(z.object({ name: text, email: text })),
});

const money = z.number().min(0).max(1e15);
const percent = z.number().min(0).max(100);
const costing = z.object({
  currency: z.enum(CURRENCIES), effort: z.array(z.object({ role: text, low: money, likely: money, high: money }).refine(isEffortLine)).max(500).nullable(),
  rates: z.array(z.object({ role: text, rate: money })).max(1000), direct: money, subcontract: money, contingency: percent,
  price: money.nullable(), targetMargin: percent.nullable(), inHandoff: z.boolean(),
});

export const dealRow = rowOf<Deal>()(z.object({
  id, accountId: refer, name: text, stage: z.enum(STAGES), customerDue: date.nullable(), checklist: pin, alsoChecklists: z.array(pin),
  rooms: z.array(text), next: planned.nullable().optional(),
  course: z.array(z.object({ to: z.enum(DEAL_STATES), on: date, why: text, at: instant })).optional(),
  contract: z.object({ goLiveOn: date.nullable(), warrantyEndsOn: date.nullable(), endsOn: date.nullable() }).optional(),
  risksAccepted: z.array(z.object({ kind: z.enum(RISK_KINDS), ref: refer, by: text, why: text, at: instant })).optional(),
  itemsAccepted: z.array(z.object({ topic: refer, by: text, why: text, at: instant })).optional(), costing: costing.optional(), createdAt: instant, updatedAt: instant,
}));

const consent = z.object({
  id, who: text, notes: z.boolean(), captions: z.enum(CAPTION_PERMISSIONS), audio: z.boolean(), condition: text, note: text,
  wording: text, at: instant, untoldFrom: instant.nullable(),
});

export const meetingRow = rowOf<Meeting>()(z.object({
  id, dealId: refer, ordinal: z.int().nonnegative().default(0), title: text, state: z.enum(MEETING_STATES), startedAt: instant, endedAt: instant.nullable(),
  utcOffset: z.number().min(-1080).max(1080),
  segments: z.array(z.object({ platform: z.enum(PLATFORM_IDS), room: text.nullable(), from: instant, to: instant.nullable() })),
  participants: z.array(z.object({ name: text, side: z.enum(SIDES), role: text, self: z.boolean(), joinedAt: instant, leftAt: instant.nullable() })),
  consents: z.array(consent), aim: text, aimResult: z.enum(AIM_RESULTS).nullable().optional(), room: text, minutesEdits: z.record(text, text).default({}), nextDate: date.nullable(), updatedAt: instant,
  pageTitle: text.optional(), rejoins: z.array(z.object({ at: instant, endedAt: instant, title: text, seen: z.array(text) })).optional(),
  partedFrom: z.object({ meetingId: refer, dealId: refer, plan: planned.nullable() }).optional(), apartFrom: z.array(refer).optional(),
  deleteBy: date.nullable().optional(), tookPlan: planned.nullable().optional(), purgedAt: instant.optional(),
}));

const value = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text }),
  z.object({ kind: z.literal('choice'), options: z.array(text), other: text.optional() }),
  z.object({ kind: z.literal('yesno'), yes: z.boolean(), text: text.optional() }),
  z.object({ kind: z.literal('number'), parts: z.array(z.object({ value: z.number(), max: z.number().optional(), unit: text, label: text.optional() })) }),
  z.object({
    kind: z.literal('money'),
    parts: z.array(z.object({
      min: z.number(), max: z.number().optional(), currency: z.enum(CURRENCIES), vat: z.enum(['excluded', 'included', 'unknown']),
      per: z.enum(['once', 'year', 'month']), label: text.optional(),
    })),
  }),
  z.object({ kind: z.literal('date'), parts: z.array(z.object({ date, time: text.optional(), firm: z.enum(['fixed', 'wished', 'unknown']), label: text.optional() })) }),
  z.object({ kind: z.literal('people'), people: z.array(z.object({ name: text, role: text, note: text.optional() })) }),
]);

export const answerRow = rowOf<Answer>()(z.object({
  id, dealId: refer, topic: text, itemId: text, meetingId: refer.nullable(), state: z.enum(ITEM_STATES), value: value.nullable(), raw: text, remark: text,
  saidBy: text, confidence: z.enum(CONFIDENCES).nullable(), relation: z.enum(ANSWER_RELATIONS), reason: text, offRecord: z.boolean(), at: instant, offsetMs,
  fromDelivery: z.boolean().optional(),
}));

const side = z.object({ text, saidBy: text, at: instant, answerId: refer.nullable() });

export const contradictionRow = rowOf<Contradiction>()(z.object({
  id, dealId: refer, meetingId: refer.nullable(), topic: text, itemId: text, a: side, b: side, status: z.enum(['open', 'resolved', 'both_true']),
  kept: text, why: text, at: instant, resolvedAt: instant.nullable(),
}));

const captured = { id, dealId: refer, meetingId: refer, itemId: text.nullable(), topic: text.nullable(), at: instant, offsetMs, updatedAt: instant };

export const noteRow = rowOf<Note>()(z.object({ ...captured, kind: z.enum(NOTE_KINDS), text }));

export const gapRow = rowOf<Gap>()(z.object({
  ...captured, question: text, origin: z.enum(GAP_ORIGINS), route: z.enum(GAP_ROUTES).nullable(), owner: text, askWhom: text, due: date.nullable(),
  blocksEstimate: z.boolean(), state: z.enum(GAP_STATES), askedOn: z.array(date), outcome: text, wantId: refer.optional(), answeredBy: text.optional(),
}));

export const commitmentRow = rowOf<Commitment>()(z.object({
  ...captured, words: text, kind: z.enum(COMMITMENT_KINDS), saidBy: text, onBehalfOfDelivery: z.boolean(), due: date.nullable(),
  confirmation: z.enum(CONFIRMATIONS), fulfilment: z.enum(FULFILMENTS), fulfilmentNote: text.optional(), fulfilledOn: date.nullable().optional(),
  deliveryNote: text.optional(), heardVerdict: z.object({ by: text, on: date, where: text }).nullable().optional(),
}));

export const wantRow = rowOf<Want>()(z.object({
  ...captured, words: text, needBehind: text, priority: z.enum(PRIORITIES).nullable(), painId: refer.nullable(), trigger: text,
  feasibility: z.enum(FEASIBILITIES), conditions: z.array(text).optional(), thenHow: text,
  customClass: z.enum(CUSTOM_CLASSES).nullable().optional(), classedBy: text.optional(), customWhy: text.optional(),
}).refine(saysThenHow));

export const contactRow = rowOf<Contact>()(z.object({
  id, accountId: refer, name: text, role: text, influence: z.enum([...INFLUENCES, '']), side: z.enum(SIDES), email: text, phone: text, remark: text,
  apart: z.array(id).optional(), createdAt: instant, updatedAt: instant,
}));

export const clipRow = rowOf<Clip>()(z.object({
  id, dealId: refer, meetingId: refer, itemId: text.nullable(), topic: text.nullable(), kind: z.enum(CLIP_KINDS), limit: z.enum(CLIP_LIMITS).nullable(),
  url: z.string().regex(/^(?:https?:\/\/|$)/i), title: text, siteName: text, byline: text, language: text, direction: z.enum(['ltr', 'rtl']), html: text, text,
  at: instant, updatedAt: instant,
}));

export const followUpRow = rowOf<FollowUp>()(z.object({
  id, dealId: refer, step: z.enum(FOLLOW_UP_STEPS), text, dueOn: date, state: z.enum(FOLLOW_UP_STATES), closedOn: date.nullable(), outcome: text,
  wantId: refer.optional(), at: instant, updatedAt: instant,
}));

export const checklistRow = rowOf<OwnChecklist>()(z.object({ id, list: checklistSchema, topics: topicsSchema, note: text, from: text.optional(), createdAt: instant, updatedAt: instant }).refine((row) => row.id === pinKey(row.list)));

export const proposalRow = rowOf<ProposalDecision>()(z.object({ id, verdict: z.enum(PROPOSAL_VERDICTS), why: text, listId: refer, itemId: refer, seen: z.array(z.string().max(700)), at: instant, updatedAt: instant }));

const keptReply = rowOf<KeptReply>()(z.object({ id, reply: replyContent, keptAt: instant, applied: z.array(text) }));

/** Rows that only the database knows; the services see to it that these fit its types. */
export const packetRow = z.object({
  id, dealId: refer, meetingId: refer.nullable(), number: z.int().positive(), purpose: text, language: z.enum(['ko', 'en']), redaction: text,
  createdAt: instant, fileName: text, contentHash: text, json: text, evidence: z.record(text, text).optional(),
  respondBy: date.nullable().optional(), replies: z.array(keptReply).optional(),
});

export const draftRow = z.object({ key: id, meetingId: refer, text, updatedAt: instant });
