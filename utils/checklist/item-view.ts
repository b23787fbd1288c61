/**
 * What stands for an item now, folded from the answer rows of its topic. Derived, never stored
 * (architecture.md "derived values: nowhere").
 */
import type { Answer, Contradiction, ItemState } from './answer';
import type { Meeting } from '../meeting/meeting';
import type { ChecklistItem } from './checklist';

export interface ItemView {
  item: ChecklistItem;
  state: ItemState;
  /** The answer that stands, or null when never touched. */
  current: Answer | null;
  /** Earlier answers of the topic, newest first. */
  earlier: Answer[];
  /** Contradictions of the topic, oldest first. */
  contradictions: Contradiction[];
}

function newestFirst(a: Answer, b: Answer): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}

/**
 * State of one answer as it counts (domain.md §3.3): hearsay is only partial, our own assumption
 * secures nothing, an open contradiction beats everything but "not applicable".
 */
function effectiveState(current: Answer | null, contradictions: Contradiction[]): ItemState {
  if (current?.state === 'not_applicable') return 'not_applicable';
  if (contradictions.some((c) => c.status === 'open')) return 'conflict';
  if (!current) return 'not_asked';
  // A recorded conflict whose contradictions have all been settled has its answer.
  if (current.state === 'conflict' && contradictions.length > 0) return 'answered';
  // What it differed from is deleted, and the record of it with that: it says what it says by itself.
  const state = current.state === 'conflict' && current.relation === 'differs' ? 'answered' : current.state;
  const weak = current.confidence === 'indirect' || current.confidence === 'assumed';
  return state === 'answered' && weak ? 'partial' : state;
}

/** The view of one item. `answers` and `contradictions` may hold other topics: they are ignored. */
export function viewItem(item: ChecklistItem, answers: readonly Answer[], contradictions: readonly Contradiction[]): ItemView {
  const rows = answers.filter((a) => a.topic === item.topic).sort(newestFirst);
  const own = contradictions.filter((c) => c.topic === item.topic).sort((a, b) => a.at - b.at);
  const current = rows[0] ?? null;
  return { item, state: effectiveState(current, own), current, earlier: rows.slice(1), contradictions: own };
}

/** Views of all items, in the checklist's order. */
export function viewChecklist(
  items: readonly ChecklistItem[],
  answers: readonly Answer[],
  contradictions: readonly Contradiction[],
): ItemView[] {
  return items.map((item) => viewItem(item, answers, contradictions));
}

/** Is a record about this item? By its topic, which is the fact; numbers are given anew in each checklist, and two teams' may be the same. */
export function isOn({ itemId, topic }: { itemId: string | null; topic: string | null }, item: Pick<ChecklistItem, 'id' | 'topic'>): boolean {
  return topic === null ? itemId === item.id : topic === item.topic;
}

/** True when the item needs nothing more: answered, or does not apply with a reason. */
export function isSecured(view: ItemView): boolean {
  return view.state === 'answered' || view.state === 'not_applicable';
}

/**
 * An answer from before this meeting that nobody has confirmed yet: it is shown as carried over, to be confirmed in a
 * moment, and never asked again.
 */
export function isCarriedOver({ state, current }: Pick<ItemView, 'state' | 'current'>, { startedAt }: Pick<Meeting, 'startedAt'>): boolean {
  return (state === 'answered' || state === 'partial') && current !== null && !current.offRecord && current.at < startedAt && current.confidence !== 'confirmed';
}
