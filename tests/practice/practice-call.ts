/**
 * The format of a practice call (docs/practice-calls.md), parsed once. What is wrong with a file is
 * said in a sentence that names the field.
 */
import { z } from 'zod';
import { cleanName } from '@/utils/text/normalize';
import { isPlainDate } from '@/utils/time/plain-date';
import { checkCall } from './check-call';
import { BadPracticeFile, describeIssues } from './describe-issues';

const OFFSET_START = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** `05:07`, `75:00` or `01:15:00`, as milliseconds from the start of the call. */
const clock = z
  .string({ error: 'must be mm:ss' })
  .regex(/^(\d{1,2}:[0-5]\d:[0-5]\d|\d{1,3}:[0-5]\d)$/, { error: 'must be mm:ss' })
  .transform((text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000);
const date = z.string({ error: 'must be a date like 2026-12-10' }).refine(isPlainDate, { error: 'must be a date like 2026-12-10' });
const text = z.string({ error: 'must be text' });
const some = text.refine((words) => words.trim() !== '', { error: 'must be text that is not empty' });
/** As Baton keeps it: one line, nothing invisible, not endless. */
const name = some.transform(cleanName);
const maybeText = text.nullish().transform((value) => value ?? '');
const lineNumber = z.int({ error: 'must be the number of a line' });
const lineNumbers = z.array(lineNumber, { error: 'must be a list of line numbers' }).nullish().transform((value) => value ?? []);
const bilingual = z.union([text, z.looseObject({ ko: text.optional(), en: text.optional() })], { error: 'must be text, or text in ko and en' });

/** A deal that the script leaves without a name. */
const OTHER_DEAL = 'Other deal';

function oneText(given: z.infer<typeof bilingual> | undefined): string {
  return typeof given === 'string' ? given : (given?.ko ?? given?.en ?? '');
}

export const ITEM_STATES = ['answered', 'partial', 'asked_unknown', 'asked_will_send', 'declined', 'conflict', 'not_applicable'] as const;
const state = z.enum(ITEM_STATES);
const confidence = z.enum(['confirmed', 'stated', 'indirect', 'assumed']);
const stage = z.enum(['first', 'estimate', 'contract']);
const checklist = z.enum(['A', 'B', 'C', 'D']);

const value = z
  .union([text, z.number(), z.boolean(), z.array(text), z.null()], { error: 'must be text, a list of texts or null' })
  .optional()
  .transform((given) => (given === undefined ? null : typeof given === 'number' ? String(given) : given));

/** Says that something belongs to the other deal: its name, or just `true`. */
const forDeal = { deal: text.nullish(), otherDeal: z.union([text, z.boolean()]).nullish() };

/** `lines`: what was spoken; where it belongs to the other deal, so does what the rep makes of it. */
const spoken = { line: lineNumber.nullish(), lines: lineNumbers };

const line = z.looseObject({ t: clock, do: z.literal('line'), text: some, ...spoken, ...forDeal });
const promise = z.looseObject({ t: clock, do: z.literal('promise'), text: some, due: date.nullish().transform((due) => due ?? null), ...spoken, ...forDeal });
const answer = z.looseObject({
  t: clock,
  do: z.literal('answer'),
  item: some,
  state,
  value,
  by: maybeText,
  confidence: confidence.nullish().transform((sure) => sure ?? null),
  lines: lineNumbers,
  remark: maybeText,
  reason: maybeText,
  offRecord: z.boolean().nullish().transform((off) => off ?? false),
  ...forDeal,
});
const captions = z
  .union([z.boolean(), z.enum(['stored', 'display_only', 'off'])], { error: 'must be true, false, "stored", "display_only" or "off"' })
  .nullish()
  .transform((allowed) => (allowed === true ? ('stored' as const) : allowed === false || !allowed ? ('off' as const) : allowed));
const consent = z.looseObject({
  t: clock,
  do: z.literal('consent'),
  who: z.union([some, z.array(some).min(1, { error: 'must be a name or a list of names' })], { error: 'must be a name or a list of names' }).transform((who) => [who].flat()),
  captions,
  audio: z.boolean().nullish().transform((audio) => audio ?? false),
  condition: maybeText,
  note: maybeText,
  line: lineNumber.nullish().transform((number) => number ?? null),
});
const offRecord = z.looseObject({ t: clock, do: z.literal('off-record'), lines: lineNumbers, item: text.nullish().transform((item) => item ?? null) });

const gap = z.looseObject({
  item: text.nullish().transform((item) => item ?? null),
  origin: maybeText,
  q: some,
  route: z.enum(['ask_customer', 'ask_delivery', 'ask_manager', 'self_study']).nullish().transform((route) => route ?? null),
  owner: maybeText,
  ask_whom: maybeText,
  due: date.nullish().transform((due) => due ?? null),
  blocks: z.boolean().nullish().transform((blocks) => blocks ?? false),
});
const source = z.union([lineNumber, z.literal('prior')], { error: 'must be the number of a line or "prior"' });
const contradiction = z.looseObject({
  id: maybeText,
  item: some,
  a: source,
  b: source,
  status: z.enum(['open', 'resolved', 'both_true']),
  by_line: lineNumber.nullish().transform((number) => number ?? null),
  keep: maybeText,
});
const review = z.looseObject({ do: z.literal('review'), gaps: z.array(gap).default([]), contradictions: z.array(contradiction).default([]) });
/** The panel has no purpose of its own for telling what changed: that goes out as a request for review. */
const PURPOSES = [['handoff', /hand-?\s?off|hand-?\s?over|인계/iu], ['estimate', /estimat|quot|견적|공수/iu], ['join', /join|동석/iu], ['estimate', /updat|change|변경/iu]] as const;
const exporting = z.looseObject({
  do: z.literal('export'),
  purpose: some.transform((words, ctx) => {
    const found = PURPOSES.find(([, called]) => called.test(words));
    if (!found) ctx.addIssue({ code: 'custom', message: 'must be "estimate-request", "handoff" or "join"' });
    return found?.[0] ?? 'estimate';
  }),
  language: z.enum(['ko', 'en']).nullish(),
  redaction: z.enum(['internal', 'customer_safe', 'anonymised']).nullish(),
  reason: maybeText,
});

const expectation = z.looseObject({
  items: z.record(z.string(), z.enum([...ITEM_STATES, 'not_asked'])).default({}),
  notAsked: z.array(text).default([]),
  alsoItems: z.array(z.looseObject({ item: some, state: z.enum([...ITEM_STATES, 'not_asked']) })).default([]),
  gaps: z.array(gap).default([]),
  contradictions: z.array(contradiction).default([]),
  promises: z.array(z.looseObject({ text: some, due: date.nullish().transform((due) => due ?? null) })).optional(),
  derived: z
    .looseObject({
      minimumFirst: z.tuple([z.number(), z.number()]).optional(),
      minimumEstimate: z.tuple([z.number(), z.number()]).optional(),
      minimumContract: z.tuple([z.number(), z.number()]).optional(),
      gaps: z.number().optional(),
      blockingGaps: z.number().optional(),
      openContradictions: z.number().optional(),
      unmanagedGaps: z.number().optional(),
      promisesWaitingForDelivery: z.number().optional(),
    })
    .default({}),
  mustNotContain: z.array(some).default([]),
});

export type PlatformName = 'meet' | 'zoom' | 'manual';

function platformOf(name: string): PlatformName {
  if (/meet(?!ing)|미트|밋(?!업)/iu.test(name)) return 'meet';
  return /zoom|줌/iu.test(name) ? 'zoom' : 'manual';
}

const segment = z
  .looseObject({ from: clock.default(0), to: clock.nullish().transform((to) => to ?? null), name: some })
  .transform(({ from, to, name }) => ({ from, to, name, platform: platformOf(name) }));

const person = z.looseObject({ name, side: text.default('unknown'), role: maybeText });

const otherDeal = z
  .union([some, z.looseObject({ account: maybeText, deal: bilingual.optional(), name: bilingual.optional(), title: bilingual.optional(), lines: lineNumbers, checklist: checklist.nullish(), stage: stage.nullish() })], { error: 'must be the name of a deal, a deal or null' })
  .nullish()
  .transform((given) => {
    if (!given) return null;
    if (typeof given === 'string') return { account: '', deal: cleanName(given), lines: [], checklist: null, stage: null };
    const called = [given.deal, given.name, given.title, given.account].map(oneText).find((words) => words !== '') ?? '';
    return { account: cleanName(given.account), deal: cleanName(called) || OTHER_DEAL, lines: given.lines, checklist: given.checklist ?? null, stage: given.stage ?? null };
  });

const practiceCall = z.looseObject({
  format: z.literal('baton.practice-call'),
  formatVersion: z.literal(1),
  id: some,
  title: bilingual.optional(),
  language: z.enum(['ko', 'en']),
  checklist,
  alsoChecklist: checklist.nullish().transform((code) => code ?? null),
  start: z.string({ error: 'must be a time with its offset, like 2026-11-24T14:00:00+09:00' }).refine((text) => OFFSET_START.test(text) && isPlainDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)), { error: 'must be a time with its offset, like 2026-11-24T14:00:00+09:00' }),
  stage,
  platform: z.array(segment, { error: 'must be a list of platforms' }).min(1, { error: 'must name at least one platform' }),
  account: name,
  deal: name,
  otherDeal,
  people: z.array(person, { error: 'must be a list of people' }).default([]),
  brief: z.union([text.transform((aim) => ({ aim })), z.looseObject({})], { error: 'must be text, an object or null' }).nullish(),
  prior: z.array(z.looseObject({ topic: some, value: value.refine((known) => known !== null && (typeof known === 'boolean' || known.length > 0), { error: 'must be what was known' }), by: maybeText, from: maybeText })).nullish().transform((prior) => prior ?? []),
  lines: z.array(z.looseObject({ t: clock, speaker: some, text, caption: text.nullish(), ...forDeal }), { error: 'must be a list of spoken lines' }).default([]),
  rep: z.array(z.discriminatedUnion('do', [line, promise, answer, consent, offRecord]), { error: 'must be a list of actions' }).default([]),
  atEnd: z.array(z.discriminatedUnion('do', [review, exporting]), { error: 'must be a list of actions' }).default([]),
  expect: expectation.nullish().transform((expected) => expected ?? null),
});

export type PracticeCall = z.infer<typeof practiceCall>;
export type RepAction = PracticeCall['rep'][number];
export type AnswerAction = Extract<RepAction, { do: 'answer' }>;
export type ConsentAction = Extract<RepAction, { do: 'consent' }>;
export type GapExpected = z.infer<typeof gap>;
export type ContradictionExpected = z.infer<typeof contradiction>;
export type Expectation = NonNullable<PracticeCall['expect']>;

/** Parses a practice file's text. @throws BadPracticeFile */
export function parsePracticeCall(content: string): PracticeCall {
  const raw = readJson(content);
  const parsed = practiceCall.safeParse(raw);
  if (!parsed.success) throw new BadPracticeFile(describeIssues(parsed.error.issues, raw));
  const call = parsed.data;
  checkCall(call);
  return { ...call, rep: [...call.rep].sort((a, b) => a.t - b.t), lines: call.lines };
}

/** Names written on a Mac may come decomposed; Baton keeps them composed, and so does all that is compared with it. */
function composed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFC') : value;
}

function readJson(content: string): unknown {
  try {
    // Editors on Windows put a mark in front that is no JSON.
    const raw: unknown = JSON.parse(content.replace(/^\uFEFF/u, ''), composed);
    if (raw && typeof raw === 'object' && !Array.isArray(raw)) return raw;
  } catch {
    throw new BadPracticeFile('the file must be JSON, and it is not');
  }
  throw new BadPracticeFile('the file must be one JSON object with format "baton.practice-call"');
}

const JOINS = [/\bjoin(?:s|ed|ing)?\b[^\d()]{0,12}(\d{1,3}):([0-5]\d)/iu, /(\d{1,3}):([0-5]\d)\s*(?:에|쯤|경)?\s*(?:입장|합류|참석|참여|접속|join)/iu, /\(\s*(\d{1,3}):([0-5]\d)\s*\)/u];

/** When somebody joins, from the role text: "(10:20 입장)", "(joins 09:12)", "joins at 4:00". Zero when it isn't said. */
export function joinTime(role: string): number {
  const found = JOINS.map((pattern) => pattern.exec(role)).find((match) => match !== null);
  return found ? (Number(found[1]) * 60 + Number(found[2])) * 1000 : 0;
}

/** When the call ends: the last platform's end, else shortly after the last thing that happens. */
export function callEnd(call: PracticeCall): number {
  const last = Math.max(0, ...call.lines.map((one) => one.t), ...call.rep.map((action) => action.t));
  const end = Math.max(0, ...call.platform.map((one) => one.to ?? 0));
  return end > last ? end : last + 5000;
}
