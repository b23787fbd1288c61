/**
 * What a reply would change in its deal, part by part, and how each part stands by now (domain.md §4.7). Pure: nothing is
 * written here, and nothing is decided for the reader but what is ticked at first.
 */
import { sameContent } from '../backup/same-content';
import type { ItemState } from '../checklist/answer';
import type { ItemView } from '../checklist/item-view';
import { hasEnding } from '../checklist/gap-rules';
import { isOn } from '../checklist/item-view';
import type { Commitment, Gap, Want } from '../notes/records';
import { maskIdentityNumbers } from '../packet/build/mask-numbers';
import type { Packet } from '../packet/schema';
import { canonicalJson } from '../packet/build/canonical';
import { oneLine } from '../text/pair-lines';
import type { AskedAnswer } from './asked';
import { askedAnswers } from './asked';
import type { KeptReply, Reply, ReplyAnswer } from './schema';
import type { Leaving } from './standing';
import { leftAfter } from './standing';

/** `changed`: what it is about reads otherwise than in the packet, or the packet can't be read any more. `gone`: it is not on the deal. `done`: taken over before. */
export type EffectStanding = 'new' | 'changed' | 'gone' | 'done';

interface Judged { key: string; standing: EffectStanding }
export type ReplyEffect = Judged & (
  | { kind: 'item'; part: Reply['items'][number]; view: ItemView | null }
  | { kind: 'question'; part: Reply['questions'][number]; view: ItemView | null }
  | { kind: 'assumption'; part: { text: string } }
  | { kind: 'want'; part: Reply['wants'][number]; want: Want | null }
  | { kind: 'commitment'; part: Reply['commitments'][number]; commitment: Commitment | null }
  | { kind: 'answer'; part: ReplyAnswer; asked: string; gap: Gap | null; /** All that differs is that the rep put the question otherwise than the "?". */ reworded: boolean }
);

export const REPLY_DOUBTS = ['other_content', 'newer_packet', 'newer_reply', 'emptied'] as const;
/** Why nothing of a reply is taken for granted: it answers to something else than what left, or than what stands. */
export type ReplyDoubt = (typeof REPLY_DOUBTS)[number];

/** The packet that a reply is to, as it is kept. `packet` is its data; null once it was emptied. */
export interface AnsweredPacket extends Leaving { purpose: string; contentHash: string; packet: Packet | null; replies: readonly KeptReply[] }

/** The deal as it is now. `newest`: the last of its packets for delivery of the same purpose, null when there is none. */
export interface DealNow { views: readonly ItemView[]; wants: readonly Want[]; commitments: readonly Commitment[]; gaps: readonly Gap[]; newest: Leaving | null }

/** `kept`: the reply as it was kept before; null when it is new. `told`: answers to questions that no "?" stands behind: they stay with the packet, and change nothing. */
export interface WeighedReply { effects: ReplyEffect[]; told: AskedAnswer[]; doubts: ReplyDoubt[]; newest: number; kept: KeptReply | null }

/** Weighs `reply` (its hash is `id`) to `answered` against the deal as it is now. */
export function weighReply(reply: Reply, id: string, answered: AnsweredPacket, now: DealNow): WeighedReply {
  const kept = answered.replies.find((one) => one.id === id) ?? null;
  const answers = askedAnswers(reply, answered.packet);
  const isTold = ({ known, gapId }: AskedAnswer): boolean => known && gapId === null;
  const weigher: Weigher = { answered, now, applied: new Set([...(kept?.applied ?? []), ...askedBefore(reply, answered)]) };
  return {
    kept,
    doubts: doubtsOf(reply, id, answered, now),
    newest: now.newest?.number ?? 0,
    told: answers.filter(isTold),
    effects: [
      ...answers.filter((one) => !isTold(one)).map((one) => answerEffect(one, weigher)),
      ...reply.items.filter((part) => part.verdict !== 'ok').map((part) => itemEffect(part, weigher)),
      ...reply.questions.map((part, index) => questionEffect(part, index, weigher)),
      ...conditionsOf(reply, answered.purpose).map(({ key, text }) => ({ kind: 'assumption' as const, key, part: { text }, standing: standingOf(key, true, false, weigher) })),
      ...reply.wants.map((part) => wantEffect(part, weigher)),
      ...reply.commitments.map((part) => commitmentEffect(part, weigher)),
    ],
  };
}

/** What is ticked at first: all that is new; nothing where there is a doubt, nor of a reply that was here before: what was left out then was left out on purpose. */
export function tickedFirst({ effects, doubts, kept }: WeighedReply): string[] {
  return doubts.length > 0 || kept !== null ? [] : effects.filter((one) => one.standing === 'new').map((one) => one.key);
}

/** What can be ticked at all. */
export function canApply({ standing }: Pick<ReplyEffect, 'standing'>): boolean {
  return standing === 'new' || standing === 'changed';
}

interface Weigher { answered: AnsweredPacket; now: DealNow; applied: ReadonlySet<string> }

function doubtsOf(reply: Reply, id: string, answered: AnsweredPacket, now: DealNow): ReplyDoubt[] {
  const later = answered.replies.some((one) => one.id !== id && Date.parse(one.reply.at) > Date.parse(reply.at));
  const found: Record<ReplyDoubt, boolean> = {
    other_content: reply.contentHash !== answered.contentHash || reply.packetNumber !== answered.number,
    newer_packet: now.newest !== null && leftAfter(now.newest, answered),
    newer_reply: later,
    emptied: answered.packet === null,
  };
  return REPLY_DOUBTS.filter((doubt) => found[doubt]);
}

/** What becomes a gap, or is said of one, by its key. */
function askedOf(reply: Reply, purpose: string): Map<string, unknown> {
  const needed = reply.wants.filter((part) => part.feasibility === 'need_info');
  return new Map<string, unknown>([
    ...reply.items.map((part): [string, unknown] => [`item:${part.itemId}`, part]), ...reply.questions.map((part, index): [string, unknown] => [`question:${String(index)}`, part]),
    ...needed.map((part): [string, unknown] => [`want:${part.wantId}`, part]), ...(reply.answers ?? []).map((part): [string, unknown] => [`answer:${part.questionId}`, part]), ...conditionsOf(reply, purpose).map(({ key, text }): [string, unknown] => [key, text]),
  ]);
}

/** What kept replies to this packet had asked in the same words, and was taken over: delivery saves its form again with one word more, and no gap is there twice. */
function askedBefore(reply: Reply, { replies, purpose }: AnsweredPacket): string[] {
  const kindOf = (key: string): string => key.slice(0, key.indexOf(':'));
  const known = new Set(replies.flatMap((one) => {
    const asked = askedOf(one.reply, purpose);
    return one.applied.flatMap((key) => (asked.has(key) ? [`${kindOf(key)} ${canonicalJson(asked.get(key))}`] : []));
  }));
  return [...askedOf(reply, purpose)].filter(([key, part]) => known.has(`${kindOf(key)} ${canonicalJson(part)}`)).map(([key]) => key);
}

function standingOf(key: string, here: boolean, changed: boolean, { applied }: Weigher): EffectStanding {
  if (applied.has(key)) return 'done';
  if (!here) return 'gone';
  return changed ? 'changed' : 'new';
}

/** A ruling that was taken over and fell when the words were changed (`unruled`) can be taken over again. */
function againIf(fell: boolean, standing: EffectStanding): EffectStanding {
  return fell && standing === 'done' ? 'changed' : standing;
}

function itemEffect(part: Reply['items'][number], weigher: Weigher): ReplyEffect {
  const key = `item:${part.itemId}`;
  const view = viewOf(part.itemId, weigher);
  return { kind: 'item', key, part, view, standing: standingOf(key, view !== null, view !== null && itemChanged(view, weigher), weigher) };
}

function questionEffect(part: Reply['questions'][number], index: number, weigher: Weigher): ReplyEffect {
  const key = `question:${String(index)}`;
  const view = part.itemId === null ? null : viewOf(part.itemId, weigher);
  // A question is asked whatever became of its item.
  return { kind: 'question', key, part, view, standing: standingOf(key, true, view !== null && itemChanged(view, weigher), weigher) };
}

/** On what delivery accepts, and on what their estimate stands. Whoever joins a meeting under a condition assumes nothing of the deal. */
function conditionsOf({ verdict, summary, estimate }: Reply, purpose: string): { key: string; text: string }[] {
  const condition = verdict === 'accepted_with_conditions' && purpose !== 'join' && summary.trim() !== '' ? [{ key: 'condition', text: summary }] : [];
  return [...condition, ...(estimate?.assumptions ?? []).map((text, index) => ({ key: `assumption:${String(index)}`, text }))];
}

function wantEffect(part: Reply['wants'][number], weigher: Weigher): ReplyEffect {
  const key = `want:${part.wantId}`;
  const want = weigher.now.wants.find((row) => row.id === part.wantId) ?? null;
  const then = weigher.answered.packet?.wants.find((row) => row.id === part.wantId);
  return { kind: 'want', key, part, want, standing: againIf(want?.feasibility === 'unknown' && part.feasibility !== 'need_info', standingOf(key, want !== null, !readsAs(want, then), weigher)) };
}

function commitmentEffect(part: Reply['commitments'][number], weigher: Weigher): ReplyEffect {
  const key = `commitment:${part.commitmentId}`;
  const commitment = weigher.now.commitments.find((row) => row.id === part.commitmentId) ?? null;
  const then = weigher.answered.packet?.commitments.find((row) => row.id === part.commitmentId);
  const changed = !readsAs(commitment, then) || commitment?.due !== then?.due;
  return { kind: 'commitment', key, part, commitment, standing: againIf(commitment?.confirmation === 'unconfirmed' || commitment?.heardVerdict != null, standingOf(key, commitment !== null, changed, weigher)) };
}

/**
 * An answer ends the "?" behind its question, "not yet" moves its date. `changed` is also one that has ended otherwise since, and one that was asked in other
 * words than the "?" has: whether it answers that too is for the rep to say.
 */
function answerEffect({ part, asked, gapId }: AskedAnswer, weigher: Weigher): ReplyEffect {
  const key = `answer:${part.questionId}`;
  const gap = weigher.now.gaps.find((row) => row.id === gapId) ?? null;
  const then = weigher.answered.packet?.gaps.find((row) => row.id === gapId);
  const open = gap !== null && !hasEnding(gap);
  const later = part.sure === 'not_yet';
  const reads = gap !== null && readsAs({ words: gap.question }, then && { words: then.question });
  const otherwise = oneLine(then?.question ?? '') !== oneLine(asked);
  const standing = againIf(open && !later, standingOf(key, later ? open : gap !== null, !open || !reads || otherwise, weigher));
  return { kind: 'answer', key, part, asked, gap, standing, reworded: standing === 'changed' && open && reads && otherwise };
}

/** A packet has numbers of cards and people masked: the same words read otherwise there. */
function readsAs(row: { words: string } | null, then: { words: string } | undefined): boolean {
  return row !== null && then !== undefined && maskIdentityNumbers({ words: row.words }).words === then.words;
}

/** The item that the packet had under this number: the deal may have another checklist by now, of the same letter even. */
function viewOf(itemId: string, { answered: { packet }, now }: Weigher): ItemView | null {
  const topic = [...(packet?.answers ?? []), ...(packet?.alsoAnswers ?? [])].find((one) => one.itemId === itemId)?.topic ?? null;
  return now.views.find((view) => isOn({ itemId, topic }, view.item)) ?? null;
}

/**
 * The answer is another one than the packet's. Rows of answers never change, so the packet's is found again by its time; a newer
 * row that says the same, as a verdict leaves it (answered → partial), is no other answer.
 */
function itemChanged(view: ItemView, { answered: { packet } }: Weigher): boolean {
  const then = [...(packet?.answers ?? []), ...(packet?.alsoAnswers ?? [])].find((one) => one.topic === view.item.topic);
  if (then === undefined || unweakened(then.state) !== unweakened(view.state)) return true;
  const { current, earlier } = view;
  // Neither then nor now was anything answered: the states above are the same.
  if (then.at === null || current === null) return false;
  const at = Date.parse(then.at);
  const row = [current, ...earlier].find((one) => secondOf(one.at) === secondOf(at));
  return row === undefined || then.offRecord !== current.offRecord || row.raw !== current.raw || !sameContent(row.value, current.value);
}

function unweakened(state: ItemState): ItemState {
  return state === 'partial' ? 'answered' : state;
}

/** A packet's instants have no more than seconds. */
function secondOf(at: number): number {
  return Math.floor(at / 1_000);
}
