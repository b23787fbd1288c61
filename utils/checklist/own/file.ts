/** A checklist as a file that teams hand on: `baton.checklist`, format version 1. Parsed like anything from outside. */
import { z } from 'zod';
import { sameContent } from '../../backup/same-content';
import type { Checklist, TopicCatalogue } from '../checklist';
import { checklistProblems, checklistSchema, topicsSchema, UNASKED } from '../schema';
import { safeFileName } from '../../text/file-name';
import { pinKey } from '../../deal/deal';
import type { OwnChecklist } from './own';
import { ownTopics } from './own';

export const CHECKLIST_FORMAT = 'baton.checklist';
export const CHECKLIST_FORMAT_VERSION = 1;
/** The largest of ours has 46 kB. */
export const LARGEST_FILE = 2_000_000;

const file = z.object({
  format: z.literal(CHECKLIST_FORMAT), formatVersion: z.literal(CHECKLIST_FORMAT_VERSION), list: checklistSchema, topics: topicsSchema, note: z.string().max(20_000), from: z.string().max(200).optional(),
});

export type FileProblem = 'too_large' | 'not_json' | 'not_a_checklist' | 'newer' | 'invalid';
export type ReadChecklist = { ok: true; list: Checklist; topics: TopicCatalogue; note: string; from?: string } | { ok: false; problem: FileProblem; detail: string };

/** The file's text. */
export function checklistFileText({ list, topics, note, from }: OwnChecklist): string {
  return `${JSON.stringify({ format: CHECKLIST_FORMAT, formatVersion: CHECKLIST_FORMAT_VERSION, list, topics, note, from }, null, 1)}\n`;
}

/** `<name>_v<version>.baton-checklist.json`, safe on three systems. */
export function checklistFileName({ list }: OwnChecklist, language: 'ko' | 'en'): string {
  return `${safeFileName(list.name[language])}_v${String(list.version)}.baton-checklist.json`;
}

/** Reads a file's text against the topics that Baton knows. What is wrong comes as a code, with the place where there is one. */
export function readChecklistFile(text: string, known: TopicCatalogue): ReadChecklist {
  const refuse = (problem: FileProblem, detail = ''): ReadChecklist => ({ ok: false, problem, detail });
  if (text.length > LARGEST_FILE) return refuse('too_large');
  let raw: unknown;
  try { raw = JSON.parse(text.replace(/^\uFEFF/u, '')); } catch { return refuse('not_json'); }
  const head = z.object({ format: z.literal(CHECKLIST_FORMAT), formatVersion: z.number() }).safeParse(raw);
  if (!head.success) return refuse('not_a_checklist');
  if (head.data.formatVersion > CHECKLIST_FORMAT_VERSION) return refuse('newer');
  const parsed = file.safeParse(raw);
  if (!parsed.success) return refuse('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  const { list, note, from } = parsed.data;
  if (!list.id.startsWith('own-')) return refuse('not_a_checklist');
  const topics = ownTopics(list, parsed.data.topics);
  // A draft may still lack what it needs to be agreed; what nothing could show may not come in.
  const wrong = checklistProblems(list, { ...known, ...topics }).find((one) => list.status === 'agreed' || !(one.startsWith('no minimum') || one.startsWith(UNASKED)));
  if (wrong !== undefined) return refuse('invalid', wrong);
  return { ok: true, list, topics, note, ...(from === undefined ? {} : { from }) };
}

/**
 * Is this version here, and the same? `new` may come in, and `agreed` too: the draft that is here was agreed elsewhere. `same` needs
 * nothing, whether it is still offered or not; `other` may not: an agreed version never changes, and a draft here is not lost to another.
 */
export function standingOf({ list }: { list: Checklist }, rows: readonly OwnChecklist[]): 'new' | 'same' | 'agreed' | 'other' {
  const here = rows.find((row) => row.id === pinKey(list))?.list;
  if (!here) return 'new';
  const { status: _theirs, ...there } = list;
  const { status: _ours, ...ours } = here;
  if (sameContent(ours, there)) return 'same';
  return mayReplace(here, list) ? 'agreed' : 'other';
}

/** A draft gives way to the same version as it was agreed. */
export function mayReplace(here: Checklist, list: Checklist): boolean {
  return here.agreement === null && list.agreement !== null;
}
