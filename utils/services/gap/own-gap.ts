/** Gaps of items: making one, attaching a typed "?" to its item, and ending one with an outcome. */
import { isOpenGap, originOf, stateByOwnership } from '../../checklist/gap-rules';
import type { ItemView } from '../../checklist/item-view';
import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/change';
import { newId } from '../../db/new-id';
import type { Meeting } from '../../meeting/meeting';
import { offsetOf } from '../../meeting/meeting';
import type { Gap, GapRoute } from '../../notes/records';
import { requireDays } from '../../time/field-day';

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
    const rows = await database.gaps.where({ dealId }).sortBy('at');
    const existing = rows.find((g) => isOpenGap(g) && (g.itemId === view.item.id || g.topic === view.item.topic));
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

/**
 * A free "?" belongs to an item. If the item has a gap already, the two become one: the older
 * record stays, a question that says something else is kept after it, owners and dates are not lost.
 */
export async function attachGap(database: BatonDatabase, gapId: string, view: ItemView, at: number): Promise<string> {
  const gap = await database.gaps.get(gapId);
  if (!gap) throw new Error('no such gap');
  return change(database, 'gap', { meetingId: gap.meetingId, dealId: gap.dealId, at }, async (writer) => {
    const rows = await database.gaps.where({ dealId: gap.dealId }).sortBy('at');
    const other = rows.find((g) => g.id !== gapId && isOpenGap(g) && (g.itemId === view.item.id || g.topic === view.item.topic));
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

/** It was asked today: the count grows, the gap waits. */
export async function noteAsked(database: BatonDatabase, gapId: string, today: string, at: number): Promise<void> {
  const gap = await database.gaps.get(gapId);
  if (!gap) throw new Error('no such gap');
  await change(database, 'gap', { meetingId: gap.meetingId, dealId: gap.dealId, at }, (writer) =>
    writer.put('gaps', { ...gap, askedOn: [...new Set([...gap.askedOn, today])].sort(), state: 'waiting', updatedAt: at }),
  );
}

export interface GapEnding {
  state: 'answered' | 'assumed' | 'dropped';
  outcome: string;
  /** Who answers for assuming or dropping it. An answer needs nobody: what is given then is kept all the same. */
  owner: string;
}

/** Needs an ending a name? Nothing is assumed or dropped by nobody. */
export function needsOwner(state: GapEnding['state']): boolean {
  return state !== 'answered';
}

/** A gap ends only with an outcome in words, and is assumed or dropped in somebody's name. */
export async function endGap(database: BatonDatabase, gapId: string, ending: GapEnding, at: number): Promise<void> {
  const owner = ending.owner.trim();
  if (ending.outcome.trim() === '') throw new Error('a gap ends only with an outcome');
  if (needsOwner(ending.state) && owner === '') throw new Error('nothing is assumed or dropped by nobody');
  const gap = await database.gaps.get(gapId);
  if (!gap) throw new Error('no such gap');
  await change(database, 'gap', { meetingId: gap.meetingId, dealId: gap.dealId, at }, (writer) =>
    writer.put('gaps', { ...gap, state: ending.state, outcome: ending.outcome, owner: owner || gap.owner, updatedAt: at }),
  );
}
