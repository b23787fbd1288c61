/** `answers` and `alsoAnswers`: one entry for every item, never asked ones included. */
import type { Answer } from '../../checklist/answer';
import type { Checklist } from '../../checklist/checklist';
import type { ItemView } from '../../checklist/item-view';
import { isOn, viewChecklist } from '../../checklist/item-view';
import { dealCurrency } from '../../checklist/parse-value';
import { classify } from '../../checklist/readiness';
import { keptAnswer } from '../../checklist/value/kept-answer';
import type { PacketAlsoAnswer, PacketAnswer } from '../schema';
import type { BuildContext } from './context';
import { byTime, nameOrNull } from './context';
import { pinnedClips } from './evidence';

type Given = Pick<PacketAnswer,
  'state' | 'value' | 'raw' | 'remark' | 'reason' | 'saidBy' | 'confidence' | 'offRecord' | 'meetingId' | 'at' | 'offsetMs' | 'fromDelivery'>;

const NOTHING: Given = {
  state: 'not_asked', value: null, raw: '', remark: '', reason: '', saidBy: null, confidence: null,
  offRecord: false, meetingId: null, at: null, offsetMs: null,
};

/** An answer as it may be printed; off the record only its state and time are left. */
function given(ctx: BuildContext, row: Answer): Given {
  // What delivery wrote was said in no meeting: no minutes have it. Confirmed it is the customer's, of whom nobody knows who it was.
  const confirmed = row.confidence === 'confirmed';
  const theirs = row.fromDelivery === true && !confirmed;
  const when = { meetingId: theirs ? null : row.meetingId, at: ctx.stamp(row.meetingId, row.at), offsetMs: row.offsetMs };
  if (row.offRecord) return { ...NOTHING, ...when, state: row.state, offRecord: true };
  return {
    ...when, state: row.state, value: row.value, raw: row.raw, remark: row.remark, reason: row.reason,
    saidBy: row.fromDelivery && confirmed ? null : nameOrNull(row.saidBy), confidence: row.confidence, offRecord: false, ...(theirs ? { fromDelivery: true } : {}),
  };
}

/** The newest contradiction settled on one side after the answer was given, when it says what stands; none is open any more. */
function settledLater(view: ItemView, current: Answer): ItemView['contradictions'][number] | null {
  const settled = view.contradictions.filter((c) => c.kept.trim() !== '').at(-1);
  if (!settled) return null;
  const newer = settled.status === 'resolved' && settled.resolvedAt !== null && settled.resolvedAt >= current.at && settled.b.answerId !== current.id;
  return current.state === 'conflict' || newer ? settled : null;
}

/** What stands for an item: a contradiction settled without a newer answer stands by what was kept. */
function standing(ctx: BuildContext, view: ItemView): Given {
  if (!view.current) return { ...NOTHING, state: view.state };
  const own = { ...given(ctx, view.current), state: view.state };
  const settled = own.offRecord || view.state !== 'answered' ? null : settledLater(view, view.current);
  if (!settled || [settled.a, settled.b].some((s) => s.answerId !== null && ctx.hiddenAnswers.has(s.answerId))) return own;
  const { language } = ctx.input.options;
  const baseDate = ctx.stamp(settled.meetingId, settled.resolvedAt ?? settled.at).slice(0, 10);
  const kept = keptAnswer(settled, [view.current, ...view.earlier], view.item, { baseDate, currency: dealCurrency(ctx.input.answers, language), language });
  // Whose words stand is told with them: what was kept may be delivery's over the customer's, or the other way round.
  const stands = { ...given(ctx, { ...view.current, fromDelivery: kept.fromDelivery === true }), state: view.state, value: kept.value, saidBy: nameOrNull(kept.saidBy) };
  return kept.fromDelivery ? { ...stands, raw: kept.raw, confidence: 'indirect' } : { ...stands, raw: kept.raw === settled.kept ? '' : kept.raw };
}

function evidence(ctx: BuildContext, view: ItemView): PacketAnswer['evidence'] {
  if (ctx.hiddenTopics.has(view.item.topic)) return [];
  const notes = ctx.input.notes.filter((n) => isOn(n, view.item));
  const documents = pinnedClips(ctx, view.item).map((c) => ({
    kind: 'document' as const, ref: c.id, meetingId: c.meetingId === '' ? null : c.meetingId, offsetMs: null,
  }));
  return [
    ...byTime(notes).map((n) => ({ kind: 'note' as const, ref: n.id, meetingId: n.meetingId === '' ? null : n.meetingId, offsetMs: n.offsetMs })),
    ...documents,
  ];
}

function entry(ctx: BuildContext, view: ItemView): PacketAnswer {
  const { item } = view;
  const topic = ctx.input.topics[item.topic];
  const hidden = ctx.hiddenTopics.has(item.topic);
  return {
    itemId: item.id, topic: item.topic,
    topicName: topic ? { ko: topic.ko, en: topic.en } : { ko: item.topic, en: item.topic },
    packetSection: topic?.packetSection ?? 'minutes',
    section: item.section, question: { ...item.ask }, why: { ...item.why },
    need: item.need, by: item.by, estimate: item.estimate, bring: item.bring,
    ...standing(ctx, view),
    standing: classify(view, ctx.input.gaps), withheld: false,
    evidence: evidence(ctx, view),
    history: hidden ? [] : view.earlier.map((row) => ({ ...given(ctx, row), relation: row.relation })),
  };
}

/** One entry for every item of the pinned checklist, in its order. */
export function pinnedAnswers(ctx: BuildContext): PacketAnswer[] {
  return ctx.pinnedViews.map((view) => entry(ctx, view));
}

/** Each item of each further checklist, with the state it has through its topic. */
export function alsoAnswers(ctx: BuildContext): PacketAlsoAnswer[] {
  return ctx.input.alsoChecklists.flatMap((list: Checklist) =>
    viewChecklist(list.items, ctx.input.answers, ctx.input.contradictions)
      .map((view) => ({ checklistId: list.id, ...entry(ctx, view) })));
}
