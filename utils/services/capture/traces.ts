/** Where words that went off the record may still stand: in rows, in rows kept inside rows, and in packets, which are JSON in a string. */
import type { PacketRow } from '../../db/rows';
import { plainWords } from '../../packet/render/plain-words';

export interface Traces {
  /** True when a value holds one of the words, however deep. */
  holds: (value: unknown) => boolean;
  /** True when a packet holds the words, one of the lines, or an answer on the topic, or a reply to it does: there they may stand anonymised, edited or as numbers. */
  inPacket: (packet: Pick<PacketRow, 'dealId' | 'json' | 'evidence' | 'replies'>) => boolean;
}

export interface Topic { dealId: string; topic: string }

/** Very short words ("네") are not hunted: they would hit what is unrelated. */
const SHORTEST = 4;
/** What an answer, a gap or a contradiction tells of its topic in a packet. */
const CONTENT = ['value', 'raw', 'remark', 'reason', 'outcome', 'kept', 'why'] as const;

function anyDeep(value: unknown, fits: (leaf: unknown) => boolean): boolean {
  if (fits(value)) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => anyDeep(one, fits));
}

/** A packet out of a backup may be no JSON: nothing can be read in it, and its text was searched. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function tells(json: string, topic: string): boolean {
  const says = (text: unknown): boolean => text !== null && text !== undefined && text !== '' && typeof text !== 'object';
  return anyDeep(parsed(json), (one) => {
    const entry = one as Partial<Record<(typeof CONTENT)[number] | 'topic' | 'a' | 'b', unknown>> | null;
    // `why` of an answer is the checklist's own, in two languages; of a contradiction it is a text that was said.
    if (typeof entry !== 'object' || entry?.topic !== topic) return false;
    const sides = [entry.a, entry.b].map((side) => (side as { text?: unknown } | undefined)?.text);
    return [...CONTENT.map((key) => entry[key]), ...sides].some(says) || (typeof entry.value === 'object' && entry.value !== null);
  });
}

/** Did delivery answer a question on the topic? What they say goes, though the question by itself tells nothing of it. */
function answers(json: string, replies: NonNullable<PacketRow['replies']>, topic: string): boolean {
  const answered = new Set<unknown>(replies.flatMap(({ reply }) => (reply.answers ?? []).map((one) => one.questionId)));
  if (answered.size === 0) return false;
  const packet = parsed(json);
  const on = new Set<unknown>();
  anyDeep(packet, (one) => {
    const entry = one as { topic?: unknown; id?: unknown; itemId?: unknown } | null;
    if (typeof entry === 'object' && entry?.topic === topic) [entry.id, entry.itemId].forEach((id) => { if (typeof id === 'string') on.add(id); });
    return false;
  });
  return anyDeep(packet, (one) => {
    const entry = one as { id?: unknown; gapId?: unknown; itemId?: unknown } | null;
    return typeof entry === 'object' && answered.has(entry?.id) && (on.has(entry?.gapId) || on.has(entry?.itemId));
  });
}

/** How to recognise the words; `lines` are ids of captured lines, `about` the topic of covered answers. */
export function tracesOf(words: readonly string[], lines: readonly string[], about: Topic | null): Traces {
  const trimmed = words.map((word) => word.trim()).filter((word) => word.length >= SHORTEST);
  // Minutes have a line's words on one line. Inside a packet or a form's draft, quotes and line breaks are escaped.
  const shapes = trimmed.flatMap((word) => [word, word.replace(/\s*\n\s*/g, ' / ')]);
  const needles = [...new Set(shapes.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]))];
  const has = (text: string): boolean => needles.some((needle) => text.includes(needle));
  // Edited minutes are Markdown: there the words stand with escapes and entities.
  const says = (leaf: unknown): boolean => typeof leaf === 'string' && (has(leaf) || (/[\\&]/.test(leaf) && has(plainWords(leaf))));
  const holds = (value: unknown): boolean => needles.length > 0 && anyDeep(value, says);
  return {
    holds,
    inPacket: ({ dealId, json, evidence, replies = [] }) => json !== '' && (holds(json) || holds(evidence) || lines.some((id) => json.includes(id))
      || (about?.dealId === dealId && (tells(json, about.topic) || answers(json, replies, about.topic))) || holds(parsed(json))),
  };
}
