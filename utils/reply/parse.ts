/** Reading a reply that comes from outside: a file, or text out of a chat. */
import { canonicalJson, isRecord, sha256Hex } from '../packet/build/canonical';
import { PACKET_FORMAT } from '../packet/schema';
import type { Reply } from './schema';
import { REPLY_FORMAT, REPLY_FORMAT_VERSION, replySchema } from './schema';

/** In characters. The form's own replies are a few kilobytes. */
export const LARGEST_REPLY = 2_000_000;

export const REPLY_PROBLEMS = ['empty', 'too_large', 'not_json', 'a_packet', 'not_a_reply', 'newer_format', 'invalid'] as const;
export type ReplyProblem = (typeof REPLY_PROBLEMS)[number];
/** `path`: the field that is wrong, as in the file (`wants.0.alternative`); '' when it is about the whole. */
export type ParsedReply = { ok: true; reply: Reply; id: string } | { ok: false; problem: ReplyProblem; path: string };

const bad = (problem: ReplyProblem, path = ''): ParsedReply => ({ ok: false, problem, path });

/** So many braces are taken for somebody's words around the reply, on either side. */
const LOOSE_BRACES = 8;

/** Without what a chat or an editor puts around it: a byte order mark, a code fence, words before and after, with braces of their own perhaps. */
function readAround(text: string): Record<string, unknown> | null {
  let from = text.indexOf('{');
  for (let i = 0; i <= LOOSE_BRACES && from >= 0; i += 1, from = text.indexOf('{', from + 1)) {
    let to = text.lastIndexOf('}');
    for (let j = 0; j <= LOOSE_BRACES && to > from; j += 1, to = text.lastIndexOf('}', to - 1)) {
      const raw = fromJson(text.slice(from, to + 1));
      if (isRecord(raw)) return raw;
    }
  }
  return null;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Checks size, format, version, shape and the rules of the format; never throws. */
export function parseReply(text: string): ParsedReply {
  if (text.trim() === '') return bad('empty');
  if (text.length > LARGEST_REPLY) return bad('too_large');
  const raw = readAround(text);
  if (!raw) return bad('not_json');
  if (raw.format === PACKET_FORMAT) return bad('a_packet');
  if (raw.format !== REPLY_FORMAT) return bad('not_a_reply');
  if (typeof raw.formatVersion === 'number' && raw.formatVersion > REPLY_FORMAT_VERSION) return bad('newer_format');
  const parsed = replySchema.safeParse(raw);
  if (!parsed.success) return bad('invalid', parsed.error.issues[0]?.path.map(String).join('.') ?? '');
  return { ok: true, reply: parsed.data, id: hashOfReply(parsed.data) };
}

/** SHA-256 (hex) of what a reply says, whatever the order of its fields. */
export function hashOfReply(reply: Reply): string {
  return sha256Hex(canonicalJson(reply));
}
