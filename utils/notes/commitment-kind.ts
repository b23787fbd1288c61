/** A first guess at what kind of promise it is; the rep changes it with one key (domain.md §2.6). */
import type { CommitmentKind } from './records';

const RULES: readonly [CommitmentKind, RegExp][] = [
  ['capability', /가능\s*여부|가능한지|할 수 있(는지|다고)|\bcan\b.*\?|\bfeasib|\bwhether\b|entity-level|support(s|ed)?\b/iu],
  ['handling', /녹음|녹취|기록하지|삭제|비밀|외부로|사내에서만|목록\s*메일|메일로?\s*(드리|보내)|메일$|\brecord(ing)?\b|\btranscript\b|\bconfidential|\bdelete\b|\bmail (the|a|you)\b|\bsend (the|a) list\b/iu],
  ['price', /할인|별도\s*(항목|표기|라인)|가격|단가|\bdiscount\b|\b(own|separate) line\b|\bprice\b/iu],
];

/** Kind of a promise by its words; `deliver` when nothing else fits. */
export function guessCommitmentKind(words: string): CommitmentKind {
  return RULES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'deliver';
}

/** Must delivery confirm it? Not how we handle things, and not how a price is shown. */
export function needsDelivery(kind: CommitmentKind): boolean {
  return kind === 'deliver' || kind === 'date' || kind === 'capability';
}
