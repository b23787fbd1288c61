/** Several checklists in one meeting: a topic appears once. */
import type { Checklist, ChecklistItem } from './checklist';

/** Items of `also` whose topic the pinned checklist doesn't ask already, in their own order. */
export function extraItems(pinned: Checklist, also: readonly Checklist[]): ChecklistItem[] {
  const seen = new Set(pinned.items.map((i) => i.topic));
  const extra: ChecklistItem[] = [];
  for (const item of also.flatMap((c) => c.items)) {
    if (seen.has(item.topic)) continue;
    seen.add(item.topic);
    extra.push(item);
  }
  return extra;
}
