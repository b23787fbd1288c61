/** How an answer relates to the one before it, until the rep says otherwise (domain.md §4.3). */
import { compareKey } from '../text/normalize';
import type { Answer, AnswerRelation, AnswerValue } from './answer';
import { sameValue } from './value/same-value';

/**
 * Somebody else who plainly says something else contradicts: both are kept, nothing is replaced silently. The same person,
 * or somebody unknown, adds to what was said; whether they correct it only a person can tell.
 */
export function relationFor(earlier: Answer | null, said: { by: string; value: AnswerValue | null }): Exclude<AnswerRelation, 'first'> {
  if (!earlier || earlier.offRecord || (earlier.state !== 'answered' && earlier.state !== 'partial')) return 'updates';
  const [then, now] = [compareKey(earlier.saidBy), compareKey(said.by)];
  return then !== '' && now !== '' && then !== now && sameValue(earlier.value, said.value) === false ? 'differs' : 'updates';
}
