/** The kind of a refusal, also where the database's own words hide it. */
import type { Trouble } from '../../db/trouble';
import { troubleOf } from '../../db/trouble';
import { profileRefusal } from '../../settings/browser-storage';

/** What the browser says of a broken disk, a full one and a read-only one alike. */
const VAGUE: readonly Trouble[] = ['damaged', 'closed', 'unknown'];
const PLAIN: readonly Trouble[] = ['full', 'readonly'];

/**
 * As `troubleOf`. On a full disk the browser closes the database, says why once, and speaks of an internal
 * error from then on: what was said before (`before`) stands until a write goes through, else the other store is asked.
 */
export async function nameTrouble(error: unknown, before: Trouble | null): Promise<Trouble | null> {
  const trouble = troubleOf(error);
  return trouble ? clearTrouble(trouble, before) : null;
}

/** The same for a trouble that has a kind already. */
export async function clearTrouble(trouble: Trouble, before: Trouble | null = null): Promise<Trouble> {
  if (!VAGUE.includes(trouble)) return trouble;
  if (before && PLAIN.includes(before)) return before;
  const other = troubleOf(await profileRefusal());
  return other && PLAIN.includes(other) ? other : trouble;
}
