/** What the parts of a reply make of the deal's rows (domain.md §4.3 to §4.6). Pure: ids and the time are arguments. */
import { sameContent } from '../backup/same-content';
import type { Answer, AnswerValue } from '../checklist/answer';
import type { ChecklistItem } from '../checklist/checklist';
import { stateByOwnership } from '../checklist/gap-rules';
import type { ItemView } from '../checklist/item-view';
import { CONFIRMATION_OF } from '../notes/promise-rules';
import type { Commitment, CustomClass, Feasibility, Gap, Want } from '../notes/records';
import type { KeptReply, Reply, ReplyAnswer } from './schema';
import type { ReplyEffect } from './weigh';

/** `owner`: who chases what delivery asks; `repliedBy`: in whose name they assume. `needInfo`: the words for a want of which they must know more. */
export interface GapContext { id: string; dealId: string; owner: string; repliedBy: string; at: number; needInfo: (want: string) => string }

/** The question that an effect leaves open; null when it leaves none. */
export function questionOf(effect: ReplyEffect, needInfo: GapContext['needInfo']): string | null {
  if (effect.kind === 'commitment' || effect.kind === 'answer') return null;
  if (effect.kind !== 'want') return effect.part.text.trim();
  return effect.part.feasibility === 'need_info' ? needInfo(effect.want?.words ?? '') : null;
}

/**
 * An open gap that delivery asks for, in their words; its route and date are theirs, its owner is who brought the reply in. What they
 * assume is a gap that is assumed in their name, and stands in the next packet's assumptions.
 */
export function gapOf(effect: ReplyEffect, { id, dealId, owner: chaser, repliedBy, at, needInfo }: GapContext): Gap | null {
  const question = questionOf(effect, needInfo);
  if (question === null) return null;
  const asked = effect.kind === 'question' ? effect.part : null;
  const item = (effect.kind === 'item' || effect.kind === 'question' ? effect.view?.item : null) ?? null;
  const assumed = effect.kind === 'assumption';
  const owner = assumed ? repliedBy : chaser;
  const due = asked?.due ?? null;
  const route = asked?.route ?? null;
  return {
    id, dealId, meetingId: '', itemId: item?.id ?? null, topic: item?.topic ?? null, at, offsetMs: null, updatedAt: at, question, origin: 'delivery', route, owner,
    askWhom: '', due, blocksEstimate: item?.estimate === 'blocks', state: assumed ? 'assumed' : owner.trim() !== '' && route !== null && due !== null ? 'routed' : 'open', askedOn: [], outcome: '',
    ...(effect.kind === 'want' ? { wantId: effect.part.wantId } : {}),
  };
}

/**
 * A complete answer that delivery can't use is partial again: the same words, as a row of its own. Null where nothing is complete, or its words are off the
 * record. It stands right behind them and goes where the meeting goes in which they were first said: to another deal, to the bin, or with its text.
 */
export function weakened({ state, current, earlier }: ItemView, id: string): Answer | null {
  if (state !== 'answered' || current === null || current.offRecord) return null;
  const other = earlier.findIndex((one) => one.raw !== current.raw || !sameContent(one.value, current.value));
  const { meetingId, offsetMs } = [current, ...(other < 0 ? earlier : earlier.slice(0, other))].at(-1) ?? current;
  return { ...current, id, state: 'partial', relation: 'updates', meetingId, offsetMs, at: current.at + 1 };
}

const FEASIBILITY: Record<Exclude<Reply['wants'][number]['feasibility'], 'need_info'>, Feasibility> = {
  feasible: 'feasible', feasible_if: 'with_conditions', not_feasible_but: 'not_as_asked',
};

/** The want as `by` of delivery rules on it; as it is, where they must know more first. */
export function ruledWant(want: Want, { feasibility, conditions, alternative, customClass = null }: Reply['wants'][number], by: string, at: number): Want {
  if (feasibility === 'need_info') return want;
  const ruled = { ...want, ...classOf(want, feasibility, customClass, by), feasibility: FEASIBILITY[feasibility], conditions: feasibility === 'feasible_if' ? conditions : [], updatedAt: at };
  return { ...ruled, thenHow: feasibility === 'not_feasible_but' ? alternative : '' };
}

/** Delivery's class, or else the one that sales proposed; but what delivery can do is not "not available". */
function classOf({ customClass: proposed }: Want, feasibility: Reply['wants'][number]['feasibility'], set: CustomClass | null, by: string): Pick<Want, 'customClass' | 'classedBy'> {
  if (set !== null) return { customClass: set, classedBy: by };
  return proposed === 'not_available' && feasibility !== 'not_feasible_but' ? { customClass: null, classedBy: '' } : {};
}

/** The promise as delivery rules on it: what was heard of them before is theirs now, or other than we heard. */
export function ruledCommitment(commitment: Commitment, { verdict, condition, alternative }: Reply['commitments'][number], at: number): Commitment {
  const deliveryNote = { can: '', can_if: condition, cannot_but: alternative }[verdict];
  return { ...commitment, confirmation: CONFIRMATION_OF[verdict], deliveryNote, heardVerdict: null, updatedAt: at };
}

/** The "?" as `by` of delivery answers it: it ends in their words and name. "Not yet" sets the day by which they will, and nothing else. */
export function answeredGap(gap: Gap, { sure, text, by: day }: ReplyAnswer, by: string, at: number): Gap {
  if (sure === 'answer') return { ...gap, state: 'answered', outcome: text.trim(), answeredBy: by, updatedAt: at };
  const moved = { ...gap, due: day, updatedAt: at };
  return { ...moved, state: stateByOwnership(moved) };
}

/** `previous`: the answer that stands; `read`: their words as what the item asks for. */
export interface Hearsay { id: string; gap: Gap; item: Pick<ChecklistItem, 'id' | 'topic' | 'type'>; previous: Answer | null; read: AnswerValue; by: string; at: number }

/**
 * What delivery knows of an item, where nothing was answered: in their name, as hearsay, since the customer said none of it. It secures
 * nothing until it is confirmed in a call, and goes where the meeting of its "?" goes: to another deal, to the bin, or with its text.
 */
export function hearsayOf({ id, gap, item, previous, read, by, at }: Hearsay, text: string): Answer {
  // A question of somebody's own asks only for a part of the item.
  const ofItem = gap.origin !== 'note' && gap.origin !== 'delivery';
  return {
    id, dealId: gap.dealId, topic: item.topic, itemId: item.id, meetingId: gap.meetingId || null, state: ofItem && read.kind === item.type ? 'answered' : 'partial', value: read, raw: text.trim(), remark: '', saidBy: by,
    confidence: 'indirect', relation: previous ? 'updates' : 'first', reason: '', offRecord: false, at: Math.max(at, (previous?.at ?? 0) + 1), offsetMs: null, fromDelivery: true,
  };
}

/** A reply once words of its packet went off the record: that it came, from whom and with which verdict. */
export function withoutWords({ reply: { answers: _answers, ...reply }, ...kept }: KeptReply): KeptReply {
  return { ...kept, reply: { ...reply, by: { ...reply.by, role: '' }, summary: '', items: [], wants: [], commitments: [], estimate: null, questions: [], ideas: [] } };
}
