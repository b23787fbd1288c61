/**
 * What nobody asked, or nobody knows, as a contract is signed: minimum items that are neither secured nor looked after. Like
 * other risks of a signature they keep nobody from signing, and get the name of who answers for them.
 */
import type { Contradiction } from '../checklist/answer';
import { isOpenGap } from '../checklist/gap-rules';
import type { ItemView } from '../checklist/item-view';
import { isOn } from '../checklist/item-view';
import { classifyStage } from '../checklist/readiness';
import type { Gap } from '../notes/records';
import type { AcceptedItem } from './accepted-risk';
import { ACCEPTANCE } from './accepted-risk';

/** `item`: one that the estimate needs. `blocks`: all of these, where they are many. `rest`: all others. `off`: those off the record, of which no reason is kept. */
export interface ItemRow { kind: 'item' | 'blocks' | 'rest' | 'off'; topics: string[] }

/** More rows than these nobody fills in: a deal on which nothing was asked has more than a dozen. */
const SINGLE_ROWS = 5;

interface Facts {
  gaps: readonly Gap[];
  contradictions: readonly Contradiction[];
  views: readonly ItemView[];
}

/** The items, in the checklist's order, without those that stand among the risks already: by their gap, their two answers, or as the criteria of acceptance. */
export function contractItems({ gaps, contradictions, views }: Facts): ItemView[] {
  const differ = new Set(contradictions.filter((one) => one.status === 'open').map((one) => one.topic));
  const blocking = gaps.filter((gap) => gap.blocksEstimate && isOpenGap(gap) && gap.state !== 'assumed');
  return classifyStage(views, gaps, 'contract')
    .filter(({ class: stands, view: { item } }) => stands === 'unowned' && item.topic !== ACCEPTANCE && !differ.has(item.topic) && !blocking.some((gap) => isOn(gap, item)))
    .map(({ view }) => view);
}

/** In rows to put a name to: few that the estimate needs one by one, all others together. */
export function itemRows(items: readonly ItemView[]): ItemRow[] {
  const topics = (views: readonly ItemView[]): string[] => views.map(({ item }) => item.topic);
  const told = items.filter((view) => view.current?.offRecord !== true);
  const blocks = topics(told.filter(({ item }) => item.estimate === 'blocks'));
  const rows: ItemRow[] = [
    ...(blocks.length > SINGLE_ROWS ? [{ kind: 'blocks' as const, topics: blocks }] : blocks.map((topic) => ({ kind: 'item' as const, topics: [topic] }))),
    { kind: 'rest', topics: topics(told.filter(({ item }) => item.estimate !== 'blocks')) },
    { kind: 'off', topics: topics(items.filter((view) => view.current?.offRecord === true)) },
  ];
  return rows.filter((row) => row.topics.length > 0);
}

/** Where a row's name and reason lie in a form that is being filled in, beside those of risks (`riskKey`). */
export function itemRowKey({ kind, topics }: ItemRow): string {
  return kind === 'item' ? `item:${topics[0] ?? ''}` : `items:${kind}`;
}

/** The keys under which a reason about the topic may lie; of a row of many, any. */
export function reasonKeys(topic: string): string[] {
  return [...(['blocks', 'rest', 'off'] as const), 'item' as const].map((kind) => itemRowKey({ kind, topics: [topic] }));
}

/** Without the reason for a topic that went off the record: others accepted at once with the same words lose them too, since these may be about it. */
export function withoutReason<T extends Omit<AcceptedItem, 'at'>>(items: readonly T[], topic: string): T[] {
  const told = new Set(items.filter((one) => one.topic === topic).map((one) => one.why));
  return items.map((one) => (told.has(one.why) ? { ...one, why: '' } : one));
}

/** Entries that read the same but for their topic, together, in the order of the first of each. */
export function grouped<T>(items: readonly T[], same: (item: T) => readonly unknown[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = JSON.stringify(same(item));
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}
