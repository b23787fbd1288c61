/**
 * What the rep of a script has to enter, worked out before anything is typed: which relation an
 * answer has to the one before, the two sides of a conflict, which "?" line belongs to which gap.
 */
import type { AnswerRelation } from '@/utils/checklist/answer';
import type { Checklist, ChecklistItem } from '@/utils/checklist/checklist';
import { extraItems } from '@/utils/checklist/union';
import type { Heard, Side } from '../harness/panel/answers';
import type { AnswerAction, ContradictionExpected, GapExpected, PracticeCall } from './practice-call';

export interface ItemFinder {
  /** By the file's code; items on one topic share their answer, so it may be another item. */
  byCode: (code: string) => ChecklistItem | null;
  byTopic: (topic: string) => ChecklistItem | null;
}

/** Finds the items that the panel shows. */
export function itemFinder(pinned: Checklist, also: readonly Checklist[]): ItemFinder {
  const shown = [...pinned.items, ...extraItems(pinned, also)];
  const byTopic = (topic: string): ChecklistItem | null => shown.find((item) => item.topic === topic) ?? null;
  const byCode = (code: string): ChecklistItem | null => {
    const asked = [...pinned.items, ...also.flatMap((list) => list.items)].find((item) => item.id === code);
    return asked ? byTopic(asked.topic) : null;
  };
  return { byCode, byTopic };
}

export function gapsOf(call: PracticeCall): GapExpected[] {
  return call.atEnd.flatMap((action) => (action.do === 'review' ? action.gaps : []));
}

export function contradictionsOf(call: PracticeCall): ContradictionExpected[] {
  return call.atEnd.flatMap((action) => (action.do === 'review' ? action.contradictions : []));
}

export function textOf(value: AnswerAction['value']): string {
  return typeof value === 'boolean' ? '' : [value ?? ''].flat().join(', ');
}

function speakerOf(call: PracticeCall, line: number | 'prior'): string {
  return line === 'prior' ? '' : (call.lines[line - 1]?.speaker ?? '');
}

/** May the words of the captions be kept? Only when everybody who was asked said so. */
export function wordsMayBeKept(call: PracticeCall): boolean {
  const asked = call.rep.flatMap((action) => (action.do === 'consent' ? [action.captions] : []));
  return asked.length > 0 && asked.every((captions) => captions === 'stored');
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What was heard in a line, or only who spoke when, where its words may not be kept. */
function wordsOf(call: PracticeCall, line: number): string {
  const spoken = call.lines[line - 1];
  if (!spoken) return '';
  const secret = call.rep.some((action) => action.do === 'off-record' && action.lines.includes(line));
  return wordsMayBeKept(call) && !secret ? spoken.text : `${spoken.speaker}, ${clock(spoken.t)}`;
}

/** Where the script has no words for what its rep enters. */
const UNHEARD = '—';

/** The value to enter: the script's, else what was heard in the line that it rests on; an answer without any words cannot be saved. */
export function valueToEnter(call: PracticeCall, action: AnswerAction): AnswerAction['value'] {
  const needed = (action.state === 'answered' || action.state === 'partial') && !action.remark;
  if (!needed || (action.value !== null && textOf(action.value) !== '') || typeof action.value === 'boolean') return action.value;
  return (action.lines[0] === undefined ? '' : wordsOf(call, action.lines[0])) || UNHEARD;
}

function twoParts(text: string, mark: string): [string, string] | null {
  const [a, b, ...more] = text.split(mark);
  return a?.trim() && b?.trim() && more.length === 0 ? [a.trim(), b.trim()] : null;
}

/** The two sides of an answer in conflict, with who said each. */
export function sidesOf(call: PracticeCall, action: AnswerAction): { a: Side; b: Side } {
  const value = textOf(action.value);
  const own = carriedBy(call, action) ?? contradictionsOf(call).find((one) => one.item === action.item);
  const parts = twoParts(value, ' / ') ?? twoParts(action.remark, ' vs ');
  const [lineA, lineB] = [own?.a ?? action.lines[0] ?? 'prior', own?.b ?? action.lines.at(-1) ?? 'prior'];
  const spoken = (line: number | 'prior'): string => (line === 'prior' ? '' : wordsOf(call, line));
  const [a, b] = parts ?? [value || spoken(lineA), action.remark || spoken(lineB)];
  return {
    a: { text: a || value || UNHEARD, saidBy: speakerOf(call, lineA) || action.by },
    b: { text: b || spoken(lineB) || value || UNHEARD, saidBy: speakerOf(call, lineB) || action.by },
  };
}

/** The answer at which a contradiction is entered: the one that rests on its second line, else the item's last. */
function answerOf(call: PracticeCall, contradiction: ContradictionExpected): AnswerAction | undefined {
  const answers = call.rep.filter((action): action is AnswerAction => action.do === 'answer' && action.item === contradiction.item);
  const { b } = contradiction;
  return answers.find((action) => b !== 'prior' && action.lines.includes(b)) ?? answers.at(-1);
}

function replaces(contradiction: ContradictionExpected, action: AnswerAction): boolean {
  return contradiction.a === 'prior' && contradiction.status === 'resolved' && (action.state === 'answered' || action.state === 'partial');
}

/** How an answer relates to what was known before the call. */
export function relationOf(call: PracticeCall, action: AnswerAction): AnswerRelation {
  return contradictionsOf(call).some((one) => answerOf(call, one) === action && replaces(one, action)) ? 'corrects' : 'updates';
}

function heard(call: PracticeCall, one: ContradictionExpected, topic: string): Heard {
  const prior = call.prior.find((known) => known.topic === topic);
  const side = (line: number | 'prior', words: string): Side => ({ text: words, saidBy: speakerOf(call, line) });
  const a = one.a === 'prior' ? (prior ? textOf(prior.value) : '') : wordsOf(call, one.a);
  const b = one.keep || (one.b === 'prior' ? '' : wordsOf(call, one.b));
  const by = one.by_line === null ? '' : speakerOf(call, one.by_line);
  return { a: side(one.a, a || '—'), b: side(one.b, b || '—'), status: one.status, keep: one.keep || b, why: by };
}

function enteredAt(call: PracticeCall, action: AnswerAction): ContradictionExpected[] {
  return contradictionsOf(call).filter((one) => answerOf(call, one) === action && !replaces(one, action));
}

/** The contradiction that an answer in conflict is by itself: an open one before a settled one, of this call before of what was known. */
function carriedBy(call: PracticeCall, action: AnswerAction): ContradictionExpected | undefined {
  if (action.state !== 'conflict') return undefined;
  const own = enteredAt(call, action);
  const open = own.filter((one) => one.status === 'open');
  return [...open, ...own].find((one) => one.a !== 'prior' && (open.length === 0 || one.status === 'open')) ?? open[0] ?? own[0];
}

/** Contradictions that no answer carries by itself: entered by hand just before this answer. */
export function byHandBefore(call: PracticeCall, action: AnswerAction, topic: string): Heard[] {
  const carried = carriedBy(call, action);
  return enteredAt(call, action).filter((one) => one !== carried).map((one) => heard(call, one, topic));
}

/** How the contradiction of an answer in conflict was settled, with the sides as they are entered; null while it is open. */
export function settledAfter(call: PracticeCall, action: AnswerAction, topic: string): Heard | null {
  const carried = carriedBy(call, action);
  return carried && carried.status !== 'open' ? { ...heard(call, carried, topic), ...sidesOf(call, action) } : null;
}

/** Contradictions on items that the rep never answers: entered at the end of the call. */
export function byHandAtEnd(call: PracticeCall, topicOf: (item: string) => string): { item: string; heard: Heard }[] {
  return contradictionsOf(call).filter((one) => !answerOf(call, one)).map((one) => ({ item: one.item, heard: heard(call, one, topicOf(one.item)) }));
}

const GAP_MARK = /^\s*[?？]\s*/u;

/** The words of a typed line that becomes a gap, or null. */
export function typedGap(text: string): string | null {
  if (GAP_MARK.test(text)) return text.replace(GAP_MARK, '').trim();
  return /^[^!！*＊#＃+＋~～\\]/u.test(text.trim()) && /[?？]\s*$/u.test(text) ? text.trim() : null;
}

/** A typed line without its mark, as the panel shows it. */
export function wordsOfLine(text: string): string {
  return text.replace(/^\s*[?？!！*＊#＃+＋~～\\]\s*/u, '').trim();
}
