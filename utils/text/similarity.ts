/** How alike two short texts are, for suggestions only: Korean particles and spacing don't matter much. */
import { compareKey } from './normalize';

/** Enough for any question or topic; longer texts are compared by their beginning. */
const LIMIT = 2000;

interface Key { key: string; pairs: Map<string, number>; size: number }

/** Pairs of neighbouring characters: a particle changes one or two of them, spacing none. */
function keyOf(text: string): Key {
  const letters = [...compareKey(text.slice(0, LIMIT))];
  const pairs = new Map<string, number>();
  for (let i = 0; i < letters.length - 1; i += 1) {
    const pair = `${letters[i] ?? ''}${letters[i + 1] ?? ''}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { key: letters.join(''), pairs, size: Math.max(0, letters.length - 1) };
}

function alike(a: Key, b: Key): number {
  if (a.key === '' || b.key === '') return 0;
  if (a.size === 0 || b.size === 0) return a.key.includes(b.key) || b.key.includes(a.key) ? 1 / (1 + Math.max(a.size, b.size)) : 0;
  let shared = 0;
  for (const [pair, count] of a.pairs) shared += Math.min(count, b.pairs.get(pair) ?? 0);
  return ((2 * shared) / (a.size + b.size) + shared / Math.min(a.size, b.size)) / 2;
}

/**
 * 0 (nothing in common) to 1 (the same letters and digits, or the same text): the mean of the Dice
 * coefficient of character pairs and of how much of the shorter text the longer contains. Symmetric.
 */
export function similarity(a: string, b: string): number {
  return a === b ? 1 : alike(keyOf(a), keyOf(b));
}

/** Index of the candidate most like `text` (the first of equals), or -1 when none reaches `threshold`. */
export function bestMatch(text: string, candidates: readonly string[], threshold = 0.35): number {
  const own = keyOf(text);
  let best = -1;
  let score = 0;
  candidates.forEach((candidate, i) => {
    const s = alike(own, keyOf(candidate));
    if (s >= threshold && s > score) [best, score] = [i, s];
  });
  return best;
}
