/** What a want must say before it can be kept. */
import type { Want } from './records';
import { PRIORITIES } from './records';

type SaidNo = Pick<Want, 'feasibility' | 'customClass'>;

/** A no, whoever says it: delivery by its verdict, or sales by "not available". */
export function isNo({ feasibility, customClass }: SaidNo): boolean {
  return feasibility === 'not_as_asked' || customClass === 'not_available';
}

/** True unless the want is a no and says no "then how". */
export function saysThenHow(want: SaidNo & Pick<Want, 'thenHow'>): boolean {
  return !isNo(want) || want.thenHow.trim() !== '';
}

/** Custom work costs the customer and us: nobody orders it "just because". */
export function lacksWhy({ customClass, customWhy = '' }: Pick<Want, 'customClass' | 'customWhy'>): boolean {
  return customClass === 'customisation' && customWhy.trim() === '';
}

/** Delivery's word stands until the want says something else: sales reads it as it reads feasibility. */
export function isClassed({ customClass, classedBy = '' }: Pick<Want, 'customClass' | 'classedBy'>): boolean {
  return customClass != null && classedBy !== '';
}

/** What a form may write: how a want is met stays what delivery says, though the form was opened before they said it, unless the want says something else now. */
export function ofSales<P extends Partial<Want>>(before: Pick<Want, 'words' | 'customClass' | 'classedBy'>, part: P): P {
  if (!isClassed(before) || (part.words ?? before.words).trim() !== before.words.trim()) return part;
  const { customClass: _class, ...rest } = part;
  return rest as P;
}

/** True when the want may be saved. */
export function canSaveWant(want: SaidNo & Pick<Want, 'words' | 'thenHow'>): boolean {
  return want.words.trim() !== '' && saysThenHow(want);
}

/** Must, should, could, then what nobody has weighed yet, then later: what is below the cut. Within each the order they came in. */
export function orderWants<T extends Pick<Want, 'priority'>>(wants: readonly T[]): T[] {
  const rank = (want: T): number => (want.priority === null ? PRIORITIES.indexOf('later') : PRIORITIES.indexOf(want.priority) + (want.priority === 'later' ? 1 : 0));
  return wants.map((want, i) => ({ want, i })).sort((a, b) => rank(a.want) - rank(b.want) || a.i - b.i).map(({ want }) => want);
}

export type WantLack = 'need' | 'priority' | 'why';

/** What nobody has said of a want yet: why (the need behind it, or the pain it serves), how much it matters, and why it takes custom work. */
export function lacksOf(want: Pick<Want, 'needBehind' | 'painId' | 'priority' | 'customClass' | 'customWhy'>): WantLack[] {
  const { needBehind, painId, priority } = want;
  return [...(needBehind.trim() === '' && painId === null ? ['need' as const] : []), ...(priority === null ? ['priority' as const] : []), ...(lacksWhy(want) ? ['why' as const] : [])];
}

/** Delivery ruled on other words: whether this is feasible nobody knows (only they say it, R-07), and how it is met is a proposal again. What they said then stays readable. */
export function unjudged(before: Pick<Want, 'words'>, after: Want): Want {
  if (before.words.trim() === after.words.trim()) return after;
  return { ...after, feasibility: 'unknown', ...((after.classedBy ?? '') === '' ? {} : { classedBy: '' }) };
}
