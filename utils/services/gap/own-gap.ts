/** Gaps of items: making one, attaching a typed "?" to its item, and ending one with an outcome. */
import { hasEnding, isOpenGap, originOf, stateByOwnership } from '../../checklist/gap-rules';
import type { ItemState } from '../../checklist/answer';
import type { ChecklistItem } from '../../checklist/checklist';
import type { ItemView } from '../../checklist/item-view';
import { isOn } from '../../checklist/item-view';
import { dealCurrency, parseValue } from '../../checklist/parse-value';
import type { BatonDatabase } from '../../db/database';
import type { ChangeWriter } from '../../db/undo/change';
import { change } from '../../db/undo/change';
import { requireFiled } from '../../db/undo/home';
import { newId } from '../../db/new-id';
import type { Meeting } from '../../meeting/meeting';
import { offsetOf } from '../../meeting/meeting';
import type { Gap, GapRoute } from '../../notes/records';
import { utcOffsetAt } from '../../settings/clock';
import { dateAt } from '../../time/plain-date';
import type { AnswerInput } from '../answer/record-answer';
import { putAnswer } from '../answer/record-answer';
import { itemOf } from '../checklist/item-of';
import { requireDays } from '../../time/field-day';
import type { Refusal } from '../trouble/refusal';

export interface GapInput {
  question: string;
  route: GapRoute | null;
  owner: string;
  askWhom: string;
  due: string | null;
  blocksEstimate: boolean;
}

/** Makes the gap of an item (or updates the one it has): one key away in the review. Returns its id. */
export async function ownItemGap(database: BatonDatabase, dealId: string, meeting: Meeting | null, view: ItemView, input: GapInput, at: number): Promise<string> {
  requireDays(input);
  return change(database, 'gap', { meetingId: meeting?.id ?? '', dealId, at }, async (writer) => {
    await requireFiled(database, meeting?.id, dealId);
    const rows = await database.gaps.where({ dealId }).sortBy('at');
    const existing = rows.find((g) => isOpenGap(g) && isOn(g, view.item));
    const gap: Gap = {
      ...(existing ?? {
        id: newId(), dealId, meetingId: meeting?.id ?? '', at, offsetMs: meeting ? offsetOf(meeting, at) : null, askedOn: [], outcome: '', state: 'open' as const,
      }),
      ...input,
      itemId: view.item.id,
      topic: view.item.topic,
      origin: originOf(view.state),
      updatedAt: at,
    };
    await writer.put('gaps', { ...gap, state: stateByOwnership(gap) });
    return gap.id;
  });
}

interface GapWriter { gap: Gap; writer: ChangeWriter }

/** Changes a gap as it is in the change's own transaction: another window may have changed it or taken it off the record since it was shown. */
async function changeGap<R>(database: BatonDatabase, gapId: string, at: number, work: (standing: GapWriter) => Promise<R>): Promise<R> {
  const shown = await database.gaps.get(gapId);
  if (!shown) throw new Error('no such gap', { cause: 'gone' satisfies Refusal });
  return change(database, 'gap', { meetingId: shown.meetingId, dealId: shown.dealId, at }, async (writer) => {
    const gap = await database.gaps.get(gapId);
    if (!gap) throw new Error('no such gap', { cause: 'gone' satisfies Refusal });
    return work({ gap, writer });
  });
}

/**
 * A free "?" belongs to an item. If the item has a gap already, the two become one: the older
 * record stays, a question that says something else is kept after it, owners and dates are not lost.
 */
export async function attachGap(database: BatonDatabase, gapId: string, view: ItemView, at: number): Promise<string> {
  return changeGap(database, gapId, at, async ({ gap, writer }) => {
    const rows = await database.gaps.where({ dealId: gap.dealId }).sortBy('at');
    const other = rows.find((g) => g.id !== gapId && isOpenGap(g) && isOn(g, view.item));
    const attached = { ...gap, itemId: view.item.id, topic: view.item.topic, origin: originOf(view.state), updatedAt: at };
    if (!other) {
      const blocksEstimate = gap.blocksEstimate || view.item.estimate === 'blocks';
      await writer.put('gaps', { ...attached, blocksEstimate });
      return gap.id;
    }
    const question = other.question.includes(gap.question) ? other.question : `${other.question} / ${gap.question}`;
    const merged: Gap = {
      ...other, question, owner: other.owner || gap.owner, route: other.route ?? gap.route, due: other.due ?? gap.due,
      askWhom: other.askWhom || gap.askWhom, blocksEstimate: other.blocksEstimate || gap.blocksEstimate,
      askedOn: [...new Set([...other.askedOn, ...gap.askedOn])].sort(), updatedAt: at,
    };
    await writer.put('gaps', { ...merged, state: stateByOwnership(merged) });
    await writer.remove('gaps', gapId);
    return merged.id;
  });
}

/** It was asked today: the day is kept, the gap waits. Ended in another window meanwhile, it stays as it ended, and so does an assumption. */
export async function noteAsked(database: BatonDatabase, gapId: string, today: string, at: number): Promise<void> {
  await changeGap(database, gapId, at, ({ gap, writer }) =>
    writer.put('gaps', { ...gap, askedOn: [...new Set([...gap.askedOn, today])].sort(), state: hasEnding(gap) ? gap.state : 'waiting', updatedAt: at }),
  );
}

/** An ended gap is looked after again (domain.md §4.4): what was found out or assumed stays readable in it. */
export async function reopenGap(database: BatonDatabase, gapId: string, at: number): Promise<void> {
  await changeGap(database, gapId, at, ({ gap, writer }) =>
    writer.put('gaps', { ...gap, state: stateByOwnership({ ...gap, state: 'open' }), updatedAt: at }),
  );
}

export interface GapEnding {
  state: 'answered' | 'assumed' | 'dropped';
  outcome: string;
  /** Who answers for assuming or dropping it. An answer needs nobody: what is given then is kept all the same. */
  owner: string;
}

/** Where an answer was heard, and how its words are read. */
export interface HeardIn { meeting: Meeting | null; language: 'ko' | 'en' }

/** Needs an ending a name? Nothing is assumed or dropped by nobody. */
export function needsOwner(state: GapEnding['state']): boolean {
  return state !== 'answered';
}

/**
 * A gap ends only with an outcome in words, and is assumed or dropped in somebody's name. When it was answered,
 * its item is answered too (product.md "Gap"), unless something was answered there before: a detail does not replace an answer.
 */
export async function endGap(database: BatonDatabase, gapId: string, ending: GapEnding, heard: HeardIn, at: number): Promise<void> {
  const owner = ending.owner.trim();
  if (ending.outcome.trim() === '') throw new Error('a gap ends only with an outcome', { cause: 'no_outcome' satisfies Refusal });
  if (needsOwner(ending.state) && owner === '') throw new Error('nothing is assumed or dropped by nobody', { cause: 'no_owner' satisfies Refusal });
  const shown = await database.gaps.get(gapId);
  const item = ending.state === 'answered' && shown ? await itemOf(database, shown) : null;
  await changeGap(database, gapId, at, async ({ gap, writer }) => {
    // Filed under another deal meanwhile, it asks for no item of the one that was looked into.
    const same = gap.dealId === shown?.dealId && gap.topic === shown.topic && gap.itemId === shown.itemId;
    if (item && same && (await isUnanswered(database, gap.dealId, item.topic))) await putAnswer(database, writer, await answerFrom(database, gap, item, ending.outcome.trim(), heard, at), at);
    await writer.put('gaps', { ...gap, state: ending.state, outcome: ending.outcome, answeredBy: '', owner: owner || gap.owner, updatedAt: at });
  });
}

const NOTHING_YET: readonly ItemState[] = ['not_asked', 'asked_unknown', 'asked_will_send', 'declined'];

/** Nothing was answered on the topic yet, and nothing is in doubt there. */
export async function isUnanswered(database: BatonDatabase, dealId: string, topic: string): Promise<boolean> {
  const newest = (await database.answers.where({ dealId, topic }).sortBy('at')).at(-1);
  const open = await database.contradictions.where({ dealId }).filter((c) => c.topic === topic && c.status === 'open').count();
  return open === 0 && (newest === undefined || (NOTHING_YET.includes(newest.state) && !newest.offRecord));
}

/** What was found out, as the item's answer: words that can't be read as what it asks, and answers to a question of the rep's own, are only a part of it. */
async function answerFrom(database: BatonDatabase, gap: Gap, item: ChecklistItem, outcome: string, { meeting, language }: HeardIn, at: number): Promise<AnswerInput> {
  const currency = dealCurrency(await database.answers.where({ dealId: gap.dealId }).toArray(), language);
  const value = parseValue(item, outcome, { baseDate: dateAt(at, meeting?.utcOffset ?? utcOffsetAt(at)), currency, language });
  const asked = gap.origin !== 'note' && gap.origin !== 'delivery';
  return {
    dealId: gap.dealId, item, meeting, state: asked && value.kind === item.type ? 'answered' : 'partial', value, raw: outcome, remark: '', saidBy: gap.askWhom,
    // What we looked up ourselves nobody told us.
    confidence: gap.route === 'self_study' ? 'indirect' : 'stated', relation: 'updates', reason: '', offRecord: false, sides: null, language,
  };
}
