/**
 * `{packet}.reply.json`, format version 1 (docs/reply.md): what delivery answers to a packet. Fields may be added within
 * a format version, never renamed or re-used; readers leave unknown ones alone.
 */
import { z } from 'zod';
import { CUSTOM_CLASSES, GAP_ROUTES } from '../notes/records';
import { isBlank } from '../text/normalize';
import { isPlainDate } from '../time/plain-date';

export const REPLY_FORMAT = 'baton.reply';
export const REPLY_FORMAT_VERSION = 1;

export const REPLY_VERDICTS = ['accepted', 'accepted_with_conditions', 'returned'] as const;
/** `returned` is "please complete", never "rejected" (domain.md §2). */
export type ReplyVerdict = (typeof REPLY_VERDICTS)[number];
export const ITEM_VERDICTS = ['ok', 'question', 'not_usable'] as const;
export const WANT_VERDICTS = ['feasible', 'feasible_if', 'not_feasible_but', 'need_info'] as const;
export const COMMITMENT_VERDICTS = ['can', 'can_if', 'cannot_but'] as const;
/** `not_yet`: they will say it by a day. */
export const ANSWER_VERDICTS = ['answer', 'not_yet'] as const;
export const ESTIMATE_CLASSES = ['rough', 'budget', 'definitive'] as const;

/** Longer is nothing that a person wrote into the form. */
const LONGEST_TEXT = 20_000;
/** More parts than any checklist, list of wants or of questions has. */
const MOST_PARTS = 2_000;

const text = z.string().max(LONGEST_TEXT);
const isSaid = (words: string): boolean => !isBlank(words);
const said = text.refine(isSaid);
const id = z.string().min(1).max(200);
const date = z.string().refine((day) => isPlainDate(day));
const instant = z.iso.datetime({ offset: true });
const amount = z.number().nonnegative().max(1_000_000);

/** No thing is judged twice: which verdict should stand? */
function each<S extends z.ZodObject>(key: string, part: S) {
  return z.array(part).max(MOST_PARTS).superRefine((parts, context) => {
    const seen = new Set<unknown>();
    parts.forEach((one, index) => {
      const name = (one as Record<string, unknown>)[key];
      if (seen.has(name)) context.addIssue({ code: 'custom', path: [index, key], message: 'judged twice' });
      seen.add(name);
    });
  });
}

const needs = (field: string) => ({ path: [field], message: 'needs its words' });

const item = z.object({ itemId: id, verdict: z.enum(ITEM_VERDICTS), text })
  .refine((one) => one.verdict === 'ok' || isSaid(one.text), needs('text'));
const want = z.object({
  wantId: id, feasibility: z.enum(WANT_VERDICTS), conditions: z.array(said).max(100), alternative: text, customClass: z.enum(CUSTOM_CLASSES).nullable().optional(),
})
  .refine((one) => one.feasibility !== 'feasible_if' || one.conditions.length > 0, needs('conditions'))
  .refine((one) => one.feasibility !== 'not_feasible_but' || isSaid(one.alternative), needs('alternative'))
  // "Not available" without "then how" is a bare no.
  .refine((one) => one.customClass !== 'not_available' || one.feasibility === 'not_feasible_but', { path: ['customClass'], message: 'not available needs its alternative' });
const commitment = z.object({ commitmentId: id, verdict: z.enum(COMMITMENT_VERDICTS), condition: text, alternative: text })
  .refine((one) => one.verdict !== 'can_if' || isSaid(one.condition), needs('condition'))
  .refine((one) => one.verdict !== 'cannot_but' || isSaid(one.alternative), needs('alternative'));
const question = z.object({ text: said, itemId: id.nullable(), route: z.enum(GAP_ROUTES).nullable(), due: date.nullable() });
const answer = z.object({ questionId: id, sure: z.enum(ANSWER_VERDICTS), text, by: date.nullable() })
  .refine((one) => one.sure !== 'answer' || isSaid(one.text), needs('text'))
  .refine((one) => one.sure !== 'not_yet' || one.by !== null, needs('by'));
const effort = z.object({ role: text, low: amount, likely: amount, high: amount }).refine((one) => one.low <= one.likely && one.likely <= one.high, needs('low'));
const estimate = z.object({
  class: z.enum(ESTIMATE_CLASSES), effort: z.array(effort).max(MOST_PARTS).describe('person-months by role'),
  durationWeeks: z.object({ low: amount, high: amount }).refine((weeks) => weeks.low <= weeks.high, needs('low')).nullable(), assumptions: z.array(said).max(MOST_PARTS),
});

/** The fields of a reply by themselves: what is kept of one after words went off the record has them too. */
export const replyContent = z.object({
  format: z.literal(REPLY_FORMAT), formatVersion: z.literal(REPLY_FORMAT_VERSION),
  packetId: id, packetNumber: z.int().positive(), contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  by: z.object({ name: said, role: text }), at: instant, verdict: z.enum(REPLY_VERDICTS), summary: text,
  items: each('itemId', item), wants: each('wantId', want), commitments: each('commitmentId', commitment),
  estimate: estimate.nullable(), questions: z.array(question).max(MOST_PARTS), ideas: z.array(said).max(MOST_PARTS),
  answers: each('questionId', answer).optional().describe("to the packet's own questions; missing: none was answered"),
});
export const replySchema = replyContent.refine((reply) => reply.verdict !== 'returned' || isSaid(reply.summary), needs('summary'));

export type Reply = z.infer<typeof replySchema>;
export type ReplyAnswer = NonNullable<Reply['answers']>[number];
export type ReplyEstimate = NonNullable<Reply['estimate']>;

/** A reply as it is kept with its packet. */
export interface KeptReply {
  /** SHA-256 of its content: the same reply is known by it (`hashOfReply`). */
  id: string;
  /** Once words of the packet went off the record, without any text (`withoutWords`). */
  reply: Reply;
  keptAt: number;
  /** Keys of the effects that were taken over: what was, is not done twice. */
  applied: string[];
}
