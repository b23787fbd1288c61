/** What a want must say before it can be kept. */
import type { Want } from './records';

/** True when the want may be saved: what isn't feasible as asked names its "then how". */
export function canSaveWant(want: Pick<Want, 'words' | 'feasibility' | 'thenHow'>): boolean {
  return want.words.trim() !== '' && (want.feasibility !== 'not_as_asked' || want.thenHow.trim() !== '');
}
