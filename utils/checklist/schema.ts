/** Schema of a checklist file: our own data is checked at build, an imported one when it comes in. */
import { z } from 'zod';
import type { Checklist, TopicCatalogue } from './checklist';
import { ITEM_TYPES } from './checklist';
import { STAGES } from '../deal/deal';
import { GATE_RULES, READY_PURPOSES, RULE_CHECKS, RULE_WEIGHTS } from './ready-rules';

const bilingual = z.object({ ko: z.string().min(1), en: z.string().min(1) });
/** A team may leave it out; ours have it (contract test). */
const remark = z.object({ ko: z.string(), en: z.string() });
const words = z.object({ ko: z.array(z.string()), en: z.array(z.string()) });

const topicId = z.string().regex(/^[a-z]+\.[a-z_]+$/);

const item = z.object({
  id: z.string().regex(/^[A-Z]+-\d{2,6}$/),
  section: z.string(),
  topic: topicId,
  ask: bilingual,
  why: remark,
  type: z.enum(ITEM_TYPES),
  need: z.enum(['minimum', 'nice']),
  by: z.enum(STAGES),
  estimate: z.enum(['blocks', 'refines', 'none']),
  bring: z.string().min(1),
  goodAnswer: remark,
  keywords: words,
  whoCanAnswer: z.array(z.string()),
  options: words.optional(),
  multi: z.boolean().optional(),
  unit: bilingual.optional(),
}).refine((i) => i.type !== 'choice' || (i.options !== undefined && i.options.ko.length === i.options.en.length && i.options.ko.length > 1), {
  message: 'a choice needs the same options in both languages',
});

const ownRule = z.object({
  id: z.string().regex(/^own\.[a-z0-9-]{1,60}$/),
  check: z.enum(RULE_CHECKS),
  topic: topicId.nullable(),
  most: z.int().nonnegative().max(99).nullable(),
  purposes: z.array(z.enum(READY_PURPOSES)).min(1).max(READY_PURPOSES.length),
  weight: z.enum(['must', 'wish']),
  why: bilingual,
}).refine((rule) => (rule.check === 'few_blocking' ? rule.most !== null : rule.topic !== null), { message: 'a rule needs what it is about' });

const rules = z.object({ set: z.record(z.string().max(60), z.enum(RULE_WEIGHTS)), own: z.array(ownRule).max(100) });

const party = z.object({ name: z.string().min(1), at: z.string().min(1) });

export const checklistSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  code: z.string().min(1),
  version: z.int().positive(),
  status: z.enum(['draft', 'agreed', 'retired']),
  agreement: z.object({ sales: party, delivery: party }).nullable(),
  name: bilingual,
  purpose: bilingual,
  sections: z.array(bilingual.extend({ id: z.string() })).min(1),
  items: z.array(item).min(1),
  lastNumber: z.int().nonnegative().max(1_000_000).optional(),
  rules: rules.optional(),
});

export const topicsSchema = z.record(z.string(), bilingual.extend({ packetSection: z.string() }));

/** How the problem begins that a rule is about what no item asks: a draft may have it. */
export const UNASKED = 'no item for the rule on';
/** Without a minimum item on each of them nothing can be handed over. */
export const REQUIRED_TOPICS = ['pain.primary', 'scope.must', 'next.deadline'] as const;

/**
 * Checks a checklist as a whole: unique ids, known sections and topics, one item per topic, the
 * three topics without which nothing can be handed over, agreement where the status says so.
 * Returns the problems in words; an empty list means it is good.
 */
export function checklistProblems(raw: unknown, topics: TopicCatalogue): string[] {
  const parsed = checklistSchema.safeParse(raw);
  if (!parsed.success) return parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  const list: Checklist = parsed.data;
  const problems: string[] = [];
  const sections = new Set(list.sections.map((s) => s.id));
  if (sections.size < list.sections.length) problems.push('a section appears twice');
  const ids = new Set<string>();
  const seen = new Set<string>();
  for (const i of list.items) {
    if (ids.has(i.id)) problems.push(`${i.id}: appears twice`);
    if (seen.has(i.topic)) problems.push(`${i.id}: topic ${i.topic} is asked twice`);
    if (!sections.has(i.section)) problems.push(`${i.id}: unknown section ${i.section}`);
    if (!(i.topic in topics)) problems.push(`${i.id}: unknown topic ${i.topic}`);
    ids.add(i.id);
    seen.add(i.topic);
  }
  problems.push(...ruleProblems(list));
  for (const topic of REQUIRED_TOPICS) {
    if (!list.items.some((i) => i.topic === topic && i.need === 'minimum')) problems.push(`no minimum item on ${topic}`);
  }
  if (list.status === 'agreed' && !list.agreement) problems.push('agreed without an agreement');
  return problems;
}

/** What is wrong with its rules: a gate that is none of a team's, a rule that is there twice or about what nobody asks. */
function ruleProblems({ rules: ready, items }: Checklist): string[] {
  if (!ready) return [];
  const asked = new Set(items.map(({ topic }) => topic));
  const ids = ready.own.map(({ id }) => id);
  return [
    ...Object.keys(ready.set).filter((id) => GATE_RULES.includes(id)).map((id) => `the gate cannot be set: ${id}`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id}: appears twice`),
    ...ready.own.flatMap(({ topic }) => (topic === null || asked.has(topic) ? [] : [`${UNASKED} ${topic}`])),
  ];
}

/** Problems of the topic catalogue, in words. */
export function topicProblems(raw: unknown): string[] {
  const parsed = topicsSchema.safeParse(raw);
  return parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
}
