/**
 * When an item is a gap, and when a gap is owned (product.md "Gap", domain.md §4.4).
 */
import type { Stage } from '../deal/deal';
import { isDueAt } from '../deal/deal';
import type { Gap, GapOrigin, GapState } from '../notes/records';
import type { ItemState } from './answer';
import type { ItemView } from './item-view';
import { isOn, isSecured } from './item-view';

const ENDED: readonly GapState[] = ['closed', 'dropped'];
const ALWAYS_A_GAP: readonly ItemState[] = ['asked_unknown', 'asked_will_send', 'conflict'];

/** A gap that someone still has to look after; an assumed one is an assumption with an owner. */
export function isOpenGap(gap: Pick<Gap, 'state'>): boolean {
  return !ENDED.includes(gap.state) && gap.state !== 'answered';
}

/** An ending was written down: it can be reopened. An assumption has one too, though somebody still answers for it. */
export function hasEnding(gap: Pick<Gap, 'state'>): boolean {
  return gap.state === 'assumed' || !isOpenGap(gap);
}

/** Owned = exactly one named owner, a route and a date; such a gap stands for its item. */
export function isOwnedGap(gap: Pick<Gap, 'state' | 'owner' | 'route' | 'due'>): boolean {
  return isOpenGap(gap) && gap.owner.trim() !== '' && gap.route !== null && gap.due !== null;
}

/** The state a gap has by what is filled in: `routed` needs route, owner and date. */
export function stateByOwnership(gap: Gap): GapState {
  if (gap.state !== 'open' && gap.state !== 'routed') return gap.state;
  return gap.owner.trim() !== '' && gap.route !== null && gap.due !== null ? 'routed' : 'open';
}

/**
 * An item must become a gap when it is minimum, due at or before the deal's stage, and not secured;
 * or when its state says someone owes us the answer.
 */
export function needsGap(view: ItemView, stage: Stage): boolean {
  if (isSecured(view)) return false;
  if (ALWAYS_A_GAP.includes(view.state)) return true;
  return view.item.need === 'minimum' && isDueAt(view.item.by, stage);
}

/** The origin a gap of this item carries: the state that the item is in. */
export function originOf(state: ItemState): GapOrigin {
  return state === 'answered' || state === 'not_applicable' ? 'note' : state;
}

/** Open gaps on the topic of an item, oldest first. */
export function gapsOfItem(view: ItemView, gaps: readonly Gap[]): Gap[] {
  return gaps
    .filter((g) => isOpenGap(g) && isOn(g, view.item))
    .sort((a, b) => a.at - b.at);
}

/** Whom to ask for what is still owed: who spoke of it; where two answers differ, who gave the first. Nobody of our own side (`ours`); '' when nobody is known. */
export function whoToAsk(view: Pick<ItemView, 'current' | 'contradictions'>, ours: readonly string[]): string {
  const open = view.contradictions.findLast((c) => c.status === 'open');
  const spoke = open ? [open.a.saidBy, open.b.saidBy] : [view.current?.saidBy ?? ''];
  return spoke.find((name) => name !== '' && !ours.includes(name)) ?? '';
}
