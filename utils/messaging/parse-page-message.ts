/** Messages from call pages are outside data: parsed once, here, sizes capped. */
import { z } from 'zod';
import { BLIND_REASONS, LEFT_CAUSES } from '../platforms/signals';
import type { PageMessage } from './page-signals';

const room = z.string().min(3).max(200);
const at = z.number().nonnegative();

const signal = z.discriminatedUnion('type', [
  z.object({ type: z.literal('joined'), room, at }),
  z.object({ type: z.literal('left'), room, at, cause: z.enum(LEFT_CAUSES) }),
  z.object({ type: z.literal('title'), room, title: z.string().max(1000) }),
  z.object({ type: z.literal('participants'), room, complete: z.boolean(), people: z.array(z.object({ name: z.string().max(500), self: z.boolean() })).max(1000) }),
  z.object({ type: z.literal('blind'), room, reason: z.enum(BLIND_REASONS) }),
  z.object({ type: z.literal('sighted'), room }),
]);

const message = z.discriminatedUnion('type', [
  z.object({ to: z.literal('background'), type: z.literal('page-signal'), signal }),
  z.object({ to: z.literal('background'), type: z.literal('open-panel') }),
]);

/** Characters of a whole message; a call of 1000 people with long names stays well below. */
export const LONGEST_MESSAGE = 200_000;

/** The message, or null when it isn't one of ours or is too large. */
export function parsePageMessage(raw: unknown): PageMessage | null {
  if (sizeOf(raw) > LONGEST_MESSAGE) return null;
  const parsed = message.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

/** What can't be written as JSON never came over the wire. */
function sizeOf(raw: unknown): number {
  try {
    return JSON.stringify(raw).length;
  } catch {
    return Infinity;
  }
}
