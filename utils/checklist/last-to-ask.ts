/** What of the minimum nobody answers for, as a call comes to its end: few enough to be asked now. */
import type { Stage } from '../deal/deal';
import type { Gap } from '../notes/records';
import { askNext } from './ask-next';
import type { ItemView } from './item-view';
import { classify } from './readiness';

/** More can't be asked in five minutes. */
const MOST = 5;

/** At most five minimum items of the stage that are neither secured nor owned, in the order in which they are best asked, and how many there are in all. */
export function lastToAsk(views: readonly ItemView[], gaps: readonly Gap[], stage: Stage): { first: ItemView[]; count: number } {
  const open = askNext(views, stage).filter((view) => classify(view, gaps) === 'unowned');
  return { first: open.slice(0, MOST), count: open.length };
}
