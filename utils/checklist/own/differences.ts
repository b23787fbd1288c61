/** What a version of a checklist changed against the one before: what delivery looks at before it agrees again. */
import { sameContent } from '../../backup/same-content';
import type { Checklist, ChecklistItem } from '../checklist';
import type { RuleDifference } from './rules';
import { ruleDifferences } from './rules';

/** Of what a reader sees of an item; its words for finding it are not compared. */
export const ITEM_PARTS = ['ask', 'need', 'by', 'type', 'options', 'unit', 'estimate', 'bring', 'section', 'why', 'goodAnswer'] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

export type ItemDifference = { kind: 'added' | 'removed'; item: ChecklistItem } | { kind: 'changed'; item: ChecklistItem; before: ChecklistItem; parts: ItemPart[] };

export interface ListDifferences {
  /** Name or purpose. */
  head: boolean;
  /** Sections added, removed, named anew. */
  sections: boolean;
  /** What was there before stands in another order. */
  order: boolean;
  /** In the order of the new version, what was removed at the end. */
  items: ItemDifference[];
  /** What makes a packet ready. */
  rules: RuleDifference[];
}

/** Items are told by their topic: it is the fact that they ask for, whatever number they have. */
export function listDifferences(before: Checklist, after: Checklist): ListDifferences {
  const was = byTopic(before);
  const is = byTopic(after);
  const items = after.items.flatMap((item): ItemDifference[] => {
    const old = was.get(item.topic);
    if (is.get(item.topic) !== item || !old) return [{ kind: 'added', item }];
    const parts = ITEM_PARTS.filter((part) => !samePart(part, old, item));
    return parts.length === 0 ? [] : [{ kind: 'changed', item, before: old, parts }];
  });
  const removed = before.items.filter((item) => was.get(item.topic) !== item || !is.has(item.topic)).map((item): ItemDifference => ({ kind: 'removed', item }));
  return {
    head: !sameContent([before.name, before.purpose], [after.name, after.purpose]),
    sections: !sameContent(names(before), names(after)),
    order: !sameContent(orderOf(before, after), orderOf(after, before)),
    items: [...items, ...removed],
    rules: ruleDifferences(before, after),
  };
}

/** Nothing that a reader would see differs. */
export function isUnchanged({ head, sections, order, items, rules }: ListDifferences): boolean {
  return !head && !sections && !order && items.length === 0 && rules.length === 0;
}

/** A draft may ask a topic twice: the first one is it. */
function byTopic({ items }: Checklist): Map<string, ChecklistItem> {
  return new Map([...items].reverse().map((item) => [item.topic, item]));
}

function samePart(part: ItemPart, a: ChecklistItem, b: ChecklistItem): boolean {
  if (part === 'options') return sameContent([a.options ?? null, a.multi ?? false], [b.options ?? null, b.multi ?? false]);
  return sameContent(a[part] ?? null, b[part] ?? null);
}

function names({ sections }: Checklist): [string, string, string][] {
  return [...sections].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, ko, en }) => [id, ko, en]);
}

/** The sections that both have, each with the topics that stand in it in both. */
function orderOf(list: Checklist, other: Checklist): [string, string[]][] {
  const there = new Map(other.items.map((item) => [item.topic, item.section]));
  return list.sections.filter(({ id }) => other.sections.some((one) => one.id === id))
    .map(({ id }) => [id, list.items.filter((item) => item.section === id && there.get(item.topic) === id).map(({ topic }) => topic)]);
}
