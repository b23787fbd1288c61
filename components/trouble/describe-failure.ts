/** Loaded when a write failed: pages open faster without it. */
import type { Trouble } from '@/utils/db/trouble';
import { nameTrouble } from '@/utils/services/trouble/name-trouble';

/** A failure in the user's words and its kind; an error that isn't the database's says its own. `before`: what the last failure was. */
export async function describeFailure(error: unknown, before: Trouble | null, t: (trouble: Trouble) => string): Promise<[reason: string, trouble: Trouble | null]> {
  const trouble = await nameTrouble(error, before);
  if (trouble && trouble !== 'unknown') return [t(trouble), trouble];
  return [error instanceof Error ? error.message : String(error), trouble];
}
