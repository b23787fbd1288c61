/** What goes with a spoken line that is taken off the record: lines typed from it, and answers that rest on it. */
import { similarity } from '@/utils/text/similarity';
import { forOther } from './other-deal';
import { textOf } from './plan';
import type { AnswerAction, ITEM_STATES, PracticeCall, RepAction } from './practice-call';

type OffRecord = Extract<RepAction, { do: 'off-record' }>;
type Typed = Extract<RepAction, { do: 'line' | 'promise' }>;

/** A typed line this much like the spoken one says the same. */
const SAME = 0.5;

function secretsOf(call: PracticeCall): string[] {
  return call.expect?.mustNotContain ?? [];
}

function holdsSecret(call: PracticeCall, words: string): boolean {
  return secretsOf(call).some((secret) => words.includes(secret));
}

function before(call: PracticeCall, action: RepAction): RepAction[] {
  return call.rep.slice(0, call.rep.indexOf(action));
}

function restsOn(action: { lines?: number[]; line?: number | null | undefined }, lines: readonly number[]): boolean {
  const own = [...(action.lines ?? []), ...(action.line ? [action.line] : [])];
  return own.length > 0 && own.every((number) => lines.includes(number));
}

function comesFrom(call: PracticeCall, typed: Typed, off: OffRecord): boolean {
  if (holdsSecret(call, typed.text) || restsOn(typed, off.lines)) return true;
  return off.lines.some((number) => {
    const spoken = call.lines[number - 1];
    return spoken !== undefined && typed.t >= spoken.t && similarity(typed.text, spoken.text) >= SAME;
  });
}

/** Typed lines that this action takes off the record: what an earlier one took is gone already. */
export function linesTakenBy(call: PracticeCall, off: OffRecord): Typed[] {
  const typed = before(call, off).filter((one): one is Typed => (one.do === 'line' || one.do === 'promise') && comesFrom(call, one, off));
  const earlier = before(call, off).filter((one): one is OffRecord => one.do === 'off-record').flatMap((one) => linesTakenBy(call, one));
  return typed.filter((one) => !earlier.includes(one));
}

/** All typed lines that are off the record at the end of the call. */
export function linesTaken(call: PracticeCall): Typed[] {
  return call.rep.filter((one): one is OffRecord => one.do === 'off-record').flatMap((one) => linesTakenBy(call, one));
}

export interface Cover { item: string; state: (typeof ITEM_STATES)[number] }

function answersTo(call: PracticeCall): AnswerAction[] {
  return call.rep.filter((one): one is AnswerAction => one.do === 'answer' && !forOther(call, one));
}

/** Answers given before this action that came from what it takes off; what an earlier one took is gone already. */
function taintedBy(call: PracticeCall, off: OffRecord): AnswerAction[] {
  const said = before(call, off);
  const from = answersTo(call).filter((one) => said.includes(one) && !one.offRecord && (restsOn(one, off.lines) || holdsSecret(call, `${textOf(one.value)} ${one.remark} ${one.reason}`)));
  const earlier = said.filter((one): one is OffRecord => one.do === 'off-record').flatMap((one) => taintedBy(call, one));
  return from.filter((one) => !earlier.includes(one));
}

/** Items to cover with this action: answered from what went off the record, or named by it; not where the script does so itself. */
export function itemsCoveredBy(call: PracticeCall, off: OffRecord): Cover[] {
  const answers = answersTo(call);
  const said = new Set(before(call, off));
  const last = (item: string): AnswerAction | undefined => answers.filter((one) => one.item === item && said.has(one)).at(-1);
  const tainted = taintedBy(call, off);
  const named = off.item !== null && isCovered(call, last(off.item), off) ? [off.item] : [];
  return [...new Set([...tainted.map((one) => one.item), ...named])]
    .filter((item) => !answers.some((one) => one.item === item && one.offRecord))
    .map((item) => ({ item, state: last(item)?.state ?? expectedState(call, item) ?? 'answered' }));
}

function expectedState(call: PracticeCall, item: string): Cover['state'] | null {
  const state = call.expect?.items[item];
  return state === undefined || state === 'not_asked' ? null : state;
}

/** Named by the action: covered with what was answered from these lines; never answered, unless the script expects it as not asked. */
function isCovered(call: PracticeCall, earlier: AnswerAction | undefined, off: OffRecord): boolean {
  if (earlier) return earlier.lines.length === 0 || earlier.lines.some((number) => off.lines.includes(number));
  return call.expect === null || (off.item !== null && expectedState(call, off.item) !== null);
}
