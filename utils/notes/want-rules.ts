/** What a want must say before it can be kept. */
import type { Want } from './records';
import { PRIORITIES } from './records';

/** True unless the want isn't feasible as asked and says no "then how". */
export function saysThenHow(want: Pick<Want, 'feasibility' | 'thenHow'>): boolean {
  return want.feasibility !== 'not_as_asked' || want.thenHow.trim() !== '';
}

/** True when the want may be saved. */
export function canSaveWant(want: Pick<Want, 'words' | 'feasibility' | 'thenHow'>): boolean {
  return want.words.trim() !== '' && saysThenHow(want);
}

/** Must, should, could, then what nobody has weighed yet, then later: what is below the cut. Within each the order they came in. */
export function orderWants<T extends Pick<Want, 'priority'>>(wants: readonly T[]): T[] {
  const rank = (want: T): number => (want.priority === null ? PRIORITIES.indexOf('later') : PRIORITIES.indexOf(want.priority) + (want.priority === 'later' ? 1 : 0));
  return wants.map((want, i) => ({ want, i })).sort((a, b) => rank(a.want) - rank(b.want) || a.i - b.i).map(({ want }) => want);
}

export type WantLack = 'need' | 'priority';

/** What nobody has said of a want yet: why (the need behind it, or the pain it serves), and how much it matters. */
export function lacksOf({ needBehind, painId, priority }: Pick<Want, 'needBehind' | 'painId' | 'priority'>): WantLack[] {
  return [...(needBehind.trim() === '' && painId === null ? ['need' as const] : []), ...(priority === null ? ['priority' as const] : [])];
}

/** Delivery ruled on other words: whether this is feasible nobody knows (only they say it, R-07). What they said then stays readable. */
export function unjudged(before: Pick<Want, 'words'>, after: Want): Want {
  return before.words.trim() === after.words.trim() ? after : { ...after, feasibility: 'unknown' };
}
