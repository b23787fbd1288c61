/** Typed "?" lines and the gaps of the review: which becomes which, and what becomes of those that are left. */
import { similarity } from '@/utils/text/similarity';
import { bestAssignment } from './best-assignment';
import { linesTaken } from './off-record';
import { forOther } from './other-deal';
import { gapsOf, typedGap } from './plan';
import type { AnswerAction, GapExpected, PracticeCall } from './practice-call';

/** Less alike than this, words say nothing about which gap is meant. */
const ALIKE = 0.15;
/** An answer this alike settles a question typed before it. */
const ANSWERS = 0.3;
/** A "?" is typed while its item is talked about. */
const NEAR_MS = 60_000;

interface TypedGap { words: string; t: number }

/** "?" lines of this deal that are still on record at the end. */
function typedGaps(call: PracticeCall): TypedGap[] {
  const gone = linesTaken(call);
  return call.rep.flatMap((action) => {
    const words = action.do === 'line' && !forOther(call, action) && !gone.includes(action) ? typedGap(action.text) : null;
    return words ? [{ words, t: action.t }] : [];
  });
}

function answersOf(call: PracticeCall): AnswerAction[] {
  return call.rep.filter((action): action is AnswerAction => action.do === 'answer' && !forOther(call, action));
}

/** Pairs of review gap and typed line: by their words, then by what they can only be, then by when their item was talked about. */
function pair(call: PracticeCall, gaps: readonly GapExpected[], typed: readonly TypedGap[]): number[] {
  const partner = bestAssignment(gaps.map((gap) => gap.q), typed.map((one) => one.words), ALIKE);
  const free = (): number[] => typed.map((_, i) => i).filter((i) => !partner.includes(i));
  const open = (wanted: (gap: GapExpected) => boolean): number[] => gaps.flatMap((gap, i) => (partner[i] === -1 && wanted(gap) ? [i] : []));
  // A gap without an item, or one that the script says was typed, was a line before.
  for (const i of open((gap) => gap.item === null || gap.origin === 'note')) partner[i] = free()[0] ?? -1;
  for (const i of open((gap) => gap.item !== null)) {
    const times = answersOf(call).filter((action) => action.item === gaps[i]?.item).map((action) => action.t);
    partner[i] = free().find((at) => times.some((t) => Math.abs(t - (typed[at]?.t ?? Infinity)) <= NEAR_MS)) ?? -1;
  }
  return partner;
}

export interface GapPlan { gap: GapExpected; typed: string | null }

/** Which typed "?" line becomes which gap of the review. */
export function planGaps(call: PracticeCall): GapPlan[] {
  const gaps = gapsOf(call);
  const typed = typedGaps(call);
  const partner = pair(call, gaps, typed);
  return gaps.map((gap, i) => ({ gap, typed: typed[partner[i] ?? -1]?.words ?? null }));
}

export interface EndedGap { typed: string; how: 'answered' | 'dropped'; outcome: string }

/**
 * "?" lines that the review no longer has: answered later in the call, or part of another gap's question. Where neither
 * can be seen they stay open. `wordsOf`: all that an answer and its item say.
 */
export function gapsToEnd(call: PracticeCall, wordsOf: (action: AnswerAction) => string[]): EndedGap[] {
  const gaps = gapsOf(call);
  const typed = typedGaps(call);
  const partner = pair(call, gaps, typed);
  const expected = (call.expect?.gaps ?? []).map((gap) => gap.q);
  return typed.filter((one, i) => !partner.includes(i) && !expected.some((q) => q === one.words)).flatMap(({ words, t }): EndedGap[] => {
    const answers = answersOf(call).filter((action) => action.t > t && action.state === 'answered' && !action.offRecord);
    const answer = closest(answers, (action) => Math.max(0, ...wordsOf(action).map((other) => similarity(words, other))), ANSWERS);
    const gap = closest(gaps, ({ q }) => similarity(words, q), ALIKE);
    if (gap && similarity(words, gap.q) >= ANSWERS) return [{ typed: words, how: 'dropped', outcome: gap.q }];
    if (answer) return [{ typed: words, how: 'answered', outcome: wordsOf(answer)[0] ?? '' }];
    return gap ? [{ typed: words, how: 'dropped', outcome: gap.q }] : [];
  });
}

function closest<T>(all: readonly T[], score: (one: T) => number, least: number): T | undefined {
  return all.map((one) => ({ one, s: score(one) })).filter(({ s }) => s >= least).sort((a, b) => b.s - a.s)[0]?.one;
}
