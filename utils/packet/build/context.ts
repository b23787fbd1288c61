/** What all parts of building share: the clock of each record, and what is off the record. */
import type { Answer } from '../../checklist/answer';
import type { ChecklistItem } from '../../checklist/checklist';
import type { ItemView } from '../../checklist/item-view';
import { viewChecklist } from '../../checklist/item-view';
import { extraItems } from '../../checklist/union';
import { isoAt } from '../../time/plain-date';
import type { PacketInput } from '../input';

export interface BuildContext {
  input: PacketInput;
  /** ISO instant with the offset of its meeting, or of the packet when it has none. */
  stamp: (meetingId: string | null, epoch: number) => string;
  /** Pinned items first, then the topics that only other checklists ask. */
  views: ItemView[];
  pinnedViews: ItemView[];
  itemById: Map<string, ChecklistItem>;
  /** The first item that asks a topic. */
  idByTopic: Map<string, string>;
  /** Topics whose standing answer is off the record: their content appears nowhere. */
  hiddenTopics: Set<string>;
  /** Answer rows that are off the record by themselves. */
  hiddenAnswers: Set<string>;
}

function hiddenTopicsOf(views: readonly ItemView[], answers: readonly Answer[]): Set<string> {
  const hidden = new Set(views.filter((v) => v.current?.offRecord).map((v) => v.item.topic));
  const seen = new Set(views.map((v) => v.item.topic));
  for (const a of answers) if (a.offRecord && !seen.has(a.topic)) hidden.add(a.topic);
  return hidden;
}

/** Gathers what every part needs, once. */
export function buildContext(input: PacketInput): BuildContext {
  const offsets = new Map(input.meetings.map((m) => [m.id, m.utcOffset]));
  const pinnedViews = viewChecklist(input.checklist.items, input.answers, input.contradictions);
  const extra = viewChecklist(extraItems(input.checklist, input.alsoChecklists), input.answers, input.contradictions);
  const views = [...pinnedViews, ...extra];
  const allItems = [...input.alsoChecklists.flatMap((c) => c.items), ...input.checklist.items];
  return {
    input, views, pinnedViews,
    stamp: (meetingId, epoch) => isoAt(epoch, offsets.get(meetingId ?? '') ?? input.options.utcOffset),
    itemById: new Map(allItems.map((i) => [i.id, i])), idByTopic: new Map([...views].reverse().map(({ item }) => [item.topic, item.id])),
    hiddenTopics: hiddenTopicsOf(views, input.answers),
    hiddenAnswers: new Set(input.answers.filter((a) => a.offRecord).map((a) => a.id)),
  };
}

/** True when a record hangs on something that was taken off the record. */
export function isHidden(ctx: BuildContext, row: { itemId: string | null; topic: string | null }): boolean {
  const topic = row.topic ?? ctx.itemById.get(row.itemId ?? '')?.topic;
  return topic !== undefined && ctx.hiddenTopics.has(topic);
}

/** The item a record is about: the one it was said on, or the first that asks its topic now. */
export function itemIdOf(ctx: BuildContext, { itemId, topic }: { itemId: string | null; topic: string | null }): string | null {
  const asked = ctx.itemById.get(itemId ?? '')?.topic;
  if (itemId === null || topic === null || asked === topic) return itemId;
  // Its number is another item's by now (of a checklist with the same letter): no item is better than a wrong one.
  return ctx.idByTopic.get(topic) ?? (asked === undefined ? itemId : null);
}

/** Ids are never empty in a packet: no meeting is null. */
export function idOrNull(id: string | null): string | null {
  return id === '' ? null : id;
}

/** A name, or null when nobody knows. */
export function nameOrNull(name: string): string | null {
  return name.trim() === '' ? null : name;
}

/** Oldest first, ties by id (no two are the same), so that the same rows in any order give the same packet. */
export function byTime<T extends { at: number; id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
