/** Rules of a team's own, judged. Codes only; words come from the labels, reasons from the team. */
import type { TopicCatalogue } from '../../checklist/checklist';
import type { ItemView } from '../../checklist/item-view';
import { isSecured } from '../../checklist/item-view';
import type { OwnRule } from '../../checklist/ready-rules';
import { compareKey } from '../../text/normalize';
import { bareName } from '../copies/bare-name';
import type { Packet, PacketRule } from '../schema';

export type Reason = PacketRule['reason'];
type Content = Omit<Packet, 'readiness'>;

/** Why a rule is not met. */
export function because(code: string, more: Partial<Omit<Reason, 'code'>> = {}): Reason {
  return { code, params: {}, itemIds: [], refs: [], ...more };
}

/** The rule as the packet has it, met or not. */
export function judgedRule(rule: OwnRule, packet: Content, views: readonly ItemView[], topics: TopicCatalogue): PacketRule {
  const { id, check, topic, most, weight, why } = rule;
  const reason = rule.check === 'few_blocking' ? tooManyBlocking(rule, packet) : lackOnTopic(rule, packet, views);
  const name = topic === null ? null : topics[topic] ?? null;
  return {
    id, hard: false, ...(weight === 'must' ? { must: true } : {}), pass: reason === null, reason: reason ?? because('ok'),
    own: { check, topic, topicName: name === null ? null : { ko: name.ko, en: name.en }, most, why: { ...why } },
  };
}

function tooManyBlocking({ most }: OwnRule, { gaps }: Content): Reason | null {
  const open = gaps.filter((gap) => gap.open && gap.state !== 'assumed' && gap.blocksEstimate);
  return open.length > (most ?? 0) ? because('too_many_blocking', { params: { n: open.length }, refs: open.map(({ id }) => id) }) : null;
}

/** Whatever is asked of an answer, there has to be one first; what doesn't apply needs nothing more. */
function lackOnTopic({ check, topic }: OwnRule, packet: Content, views: readonly ItemView[]): Reason | null {
  const view = views.find(({ item }) => item.topic === topic);
  if (!view) return because('topic_not_on_checklist');
  const lacks = (code: string): Reason => because(code, { itemIds: [view.item.id] });
  if (!isSecured(view)) return because('items_not_answered', { params: { n: 1 }, itemIds: [view.item.id] });
  if (view.state === 'not_applicable') return null;
  switch (check) {
    case 'confirmed': return view.current?.confidence === 'confirmed' ? null : lacks('not_confirmed');
    case 'not_sales': return isOnlySales(view, packet) ? lacks('only_sales') : null;
    case 'number': return hasNumber(view) ? null : lacks('no_number');
    case 'document': return hasDocument(view, packet) ? null : lacks('no_document');
    default: return null;
  }
}

function hasDocument({ item: { topic } }: ItemView, { clips }: Content): boolean {
  return clips.some((clip) => clip.topic === topic);
}

/** Nobody but us stands behind it: it was not read back, no document is pinned, and it was said by one of ours or by nobody knows whom. */
function isOnlySales(view: ItemView, packet: Content): boolean {
  const { confidence = null, saidBy = '' } = view.current ?? {};
  if (confidence === 'confirmed' || hasDocument(view, packet)) return false;
  if (compareKey(saidBy) === '') return true;
  // Somebody of theirs may be called as one of ours but for the title.
  const whole = packet.people.find(({ name, side }) => side !== 'unknown' && compareKey(name) === compareKey(saidBy));
  if (whole) return whole.side === 'sales';
  const key = (name: string): string => compareKey(bareName(name));
  return [packet.packet.createdBy, ...packet.people.filter(({ side }) => side === 'sales').map(({ name }) => name)].some((name) => key(name) === key(saidBy));
}

function hasNumber({ current }: ItemView): boolean {
  const value = current?.value ?? null;
  switch (value?.kind) {
    case undefined: return false;
    case 'number': case 'money': return value.parts.length > 0;
    case 'choice': return [...value.options, value.other ?? ''].some(holdsDigit);
    case 'text': case 'yesno': return holdsDigit(value.text ?? '');
    case 'date': case 'people': return false;
  }
}

function holdsDigit(text: string): boolean {
  return /\p{Nd}/u.test(text);
}
