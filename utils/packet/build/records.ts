/** Gaps, pains, wants, decisions, promises, contradictions and notes as they stand in a packet. */
import { isOpenGap, isOwnedGap } from '../../checklist/gap-rules';
import type { Note } from '../../notes/records';
import { orderWants } from '../../notes/want-rules';
import { valueText } from '../../checklist/parse-value';
import type { Packet, PacketAnswer, PacketCommitment, PacketContradiction, PacketGap } from '../schema';
import type { BuildContext } from './context';
import { byTime, idOrNull, isHidden, itemIdOf, nameOrNull } from './context';

interface CapturedRow { meetingId: string; itemId: string | null; topic: string | null; at: number; offsetMs: number | null }
type Captured = Pick<PacketGap, 'meetingId' | 'itemId' | 'topic' | 'at' | 'offsetMs'>;

function captured(ctx: BuildContext, row: CapturedRow): Captured {
  return {
    meetingId: idOrNull(row.meetingId), itemId: itemIdOf(ctx, row), topic: row.topic,
    at: ctx.stamp(row.meetingId, row.at), offsetMs: row.offsetMs,
  };
}

/** All gaps, ended ones too: a packet also tells what was found out. */
export function packetGaps(ctx: BuildContext): PacketGap[] {
  return byTime(ctx.input.gaps).map((gap) => {
    const itemId = gap.itemId === null ? ctx.idByTopic.get(gap.topic ?? '') ?? null : itemIdOf(ctx, gap);
    return {
      ...captured(ctx, gap), id: gap.id, question: gap.question, itemId, origin: gap.origin, route: gap.route,
      owner: gap.owner, askWhom: gap.askWhom, due: gap.due, blocksEstimate: gap.blocksEstimate, state: gap.state,
      askedOn: [...gap.askedOn], outcome: isHidden(ctx, gap) ? '' : gap.outcome,
      raisedIn: idOrNull(gap.meetingId), raisedAt: ctx.stamp(gap.meetingId, gap.at),
      open: isOpenGap(gap), owned: isOwnedGap(gap), bring: ctx.itemById.get(itemId ?? '')?.bring ?? null,
      answeredBy: isHidden(ctx, gap) ? '' : gap.answeredBy ?? '',
    };
  });
}

function openNotes(ctx: BuildContext): Note[] {
  return byTime(ctx.input.notes.filter((n) => !isHidden(ctx, n)));
}

/** Notes as typed, without what was taken off the record. */
export function packetNotes(ctx: BuildContext): Packet['notes'] {
  return openNotes(ctx).map((n) => ({ id: n.id, kind: n.kind, text: n.text, ...captured(ctx, n) }));
}

/** Pain points: lines marked as such, then what was answered on the pain topics. */
export function packetPains(ctx: BuildContext, answers: readonly PacketAnswer[]): Packet['pains'] {
  const noted = openNotes(ctx).filter((n) => n.kind === 'pain')
    .map((n) => ({ id: n.id, text: n.text, saidBy: null, source: 'note' as const, ...captured(ctx, n) }));
  const answered = answers.flatMap((a) => (!a.topic.startsWith('pain.') || a.value === null || a.at === null ? [] : [{
    id: a.itemId, text: valueText(a.value, ctx.input.options.language), saidBy: a.saidBy,
    source: 'answer' as const, meetingId: a.meetingId, itemId: a.itemId, topic: a.topic, at: a.at, offsetMs: a.offsetMs,
  }]));
  return [...answered, ...noted];
}

/** Customer wants, as said. */
export function packetWants(ctx: BuildContext): Packet['wants'] {
  // A pain that was taken off the record is not pointed at.
  const pains = new Set(openNotes(ctx).filter((n) => n.kind === 'pain').map((n) => n.id));
  return orderWants(byTime(ctx.input.wants.filter((w) => !isHidden(ctx, w)))).map((w) => ({
    id: w.id, words: w.words, needBehind: w.needBehind, priority: w.priority,
    painId: pains.has(w.painId ?? '') ? w.painId : null, trigger: w.trigger, feasibility: w.feasibility, conditions: w.conditions ?? [], thenHow: w.thenHow, customClass: w.customClass ?? null, customWhy: w.customWhy ?? '', classedBy: w.classedBy ?? '', ...captured(ctx, w),
  }));
}

/** Lines marked as decisions. */
export function packetDecisions(ctx: BuildContext): Packet['decisions'] {
  return openNotes(ctx).filter((n) => n.kind === 'decision').map((n) => ({ id: n.id, text: n.text, ...captured(ctx, n) }));
}

/** Promises; those made in delivery's name first. */
export function packetCommitments(ctx: BuildContext): PacketCommitment[] {
  const rows = byTime(ctx.input.commitments);
  const ordered = [...rows.filter((c) => c.onBehalfOfDelivery), ...rows.filter((c) => !c.onBehalfOfDelivery)];
  return ordered.map((c) => ({
    id: c.id, words: c.words, kind: c.kind, saidBy: nameOrNull(c.saidBy), onBehalfOfDelivery: c.onBehalfOfDelivery,
    due: c.due, confirmation: c.confirmation, fulfilment: c.fulfilment, fulfilmentNote: c.fulfilmentNote ?? '', fulfilledOn: c.fulfilledOn ?? null, deliveryNote: c.deliveryNote ?? '', heardVerdict: c.heardVerdict ?? null, ...captured(ctx, c),
  }));
}

/** Two answers side by side. One side off the record takes its words away, not the fact that they differ. */
export function packetContradictions(ctx: BuildContext): PacketContradiction[] {
  return byTime(ctx.input.contradictions).map((c) => {
    const topicHidden = ctx.hiddenTopics.has(c.topic);
    const hides = (answerId: string | null): boolean => topicHidden || (answerId !== null && ctx.hiddenAnswers.has(answerId));
    const side = (s: typeof c.a): PacketContradiction['a'] => ({
      text: hides(s.answerId) ? '' : s.text, saidBy: hides(s.answerId) ? null : nameOrNull(s.saidBy), at: ctx.stamp(c.meetingId, s.at),
    });
    const off = hides(c.a.answerId) || hides(c.b.answerId);
    return {
      id: c.id, topic: c.topic, itemId: itemIdOf(ctx, c) ?? c.itemId, a: side(c.a), b: side(c.b), status: c.status,
      kept: off ? '' : c.kept, why: off ? '' : c.why, offRecord: off, meetingId: c.meetingId,
      at: ctx.stamp(c.meetingId, c.at), resolvedAt: c.resolvedAt === null ? null : ctx.stamp(c.meetingId, c.resolvedAt),
    };
  });
}
