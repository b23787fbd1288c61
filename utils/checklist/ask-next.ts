/** What to ask next: the minimum items of this stage still open, in the order in which they are best asked. */
import type { Stage } from '../deal/deal';
import { isDueAt, stageRank } from '../deal/deal';
import type { ItemState } from './answer';
import type { ItemView } from './item-view';
import { isSecured } from './item-view';

/** Somebody owes us the answer already: asking again right now would be asking twice. */
const ASKED: readonly ItemState[] = ['asked_will_send', 'asked_unknown', 'declined'];

/**
 * Earlier stages first, then the checklist's own order (trigger and pain before money); what was
 * asked already and waits for somebody goes to the end. Nice-to-have items are not in the list.
 */
export function askNext(views: readonly ItemView[], stage: Stage): ItemView[] {
  const open = views.filter((v) => v.item.need === 'minimum' && isDueAt(v.item.by, stage) && !isSecured(v));
  const rank = (v: ItemView): number => (ASKED.includes(v.state) ? 10 : 0) + stageRank(v.item.by);
  return [...open].sort((a, b) => rank(a) - rank(b));
}
