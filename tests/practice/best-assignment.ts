/** Pairs what a script says with what a packet or a typist has: the judgement of practice calls. */
import { similarity } from '@/utils/text/similarity';

/** One-to-one pairing of texts with candidates, the surest pairs first; per text the candidate's index, -1 = no partner. */
export function bestAssignment(texts: readonly string[], candidates: readonly string[], threshold = 0.2): number[] {
  const pairs = texts.flatMap((text, i) => candidates.map((candidate, j) => ({ i, j, s: similarity(text, candidate) }))).filter((p) => p.s > 0 && p.s >= threshold);
  // Equals stay in the order of texts and candidates: sorting is stable.
  pairs.sort((x, y) => y.s - x.s);
  const result = texts.map(() => -1);
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (result[i] !== -1 || taken.has(j)) continue;
    result[i] = j;
    taken.add(j);
  }
  return result;
}
