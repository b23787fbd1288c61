/** How alike two short texts are, for suggestions only: Korean particles and spacing don't matter much. */
import { compareKey } from './normalize';

function bigrams(text: string): Map<string, number> {
  const key = [...compareKey(text)];
  const found = new Map<string, number>();
  for (let i = 0; i < key.length - 1; i += 1) {
    const pair = `${key[i] ?? ''}${key[i + 1] ?? ''}`;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

function size(grams: Map<string, number>): number {
  return [...grams.values()].reduce((a, b) => a + b, 0);
}

/**
 * 0 (nothing in common) to 1 (the same letters): the mean of the Dice coefficient of character pairs
 * and of how much of the shorter text is contained in the longer. Symmetric.
 */
export function similarity(a: string, b: string): number {
  const [ka, kb] = [compareKey(a), compareKey(b)];
  if (ka === '' || kb === '') return 0;
  if (ka === kb) return 1;
  const [ga, gb] = [bigrams(a), bigrams(b)];
  const [na, nb] = [size(ga), size(gb)];
  if (na === 0 || nb === 0) return 0;
  let shared = 0;
  for (const [pair, count] of ga) shared += Math.min(count, gb.get(pair) ?? 0);
  return Math.min(1, ((2 * shared) / (na + nb) + shared / Math.min(na, nb)) / 2);
}

/** Index of the candidate most like `text`, or -1 when none reaches `threshold`. */
export function bestMatch(text: string, candidates: readonly string[], threshold = 0.35): number {
  let best = -1;
  let score = threshold;
  candidates.forEach((candidate, i) => {
    const s = similarity(text, candidate);
    if (s >= score && (best === -1 || s > score)) {
      best = i;
      score = s;
    }
  });
  return best;
}

/** One-to-one pairing of texts with candidates, the surest pairs first; -1 = no partner. */
export function bestAssignment(texts: readonly string[], candidates: readonly string[], threshold = 0.2): number[] {
  const pairs = texts.flatMap((t, i) => candidates.map((c, j) => ({ i, j, s: similarity(t, c) }))).filter((p) => p.s >= threshold);
  pairs.sort((x, y) => y.s - x.s || x.i - y.i || x.j - y.j);
  const result = texts.map(() => -1);
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (result[i] !== -1 || taken.has(j)) continue;
    result[i] = j;
    taken.add(j);
  }
  return result;
}
