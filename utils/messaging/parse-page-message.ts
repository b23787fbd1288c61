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

/** The message, or null when it isn't one of ours. */
export function parsePageMessage(raw: unknown): PageMessage | null {
  const parsed = message.safeParse(raw);
  return parsed.success ? parsed.data : null;
}
