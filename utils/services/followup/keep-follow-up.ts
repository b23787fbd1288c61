/** Follow-ups one by one: written down, moved, done, skipped with a reason, and opened again. */
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import { change } from '../../db/undo/change';
import { dealState } from '../../deal/course';
import type { FollowUp } from '../../followup/follow-up';
import { lacksOfFollowUp, lacksReason } from '../../followup/follow-up';
import type { WorkDays } from '../../followup/plan';
import { nextReview } from '../../followup/plan';
import { requireDays } from '../../time/field-day';
import type { Refusal } from '../trouble/refusal';

/** Writes down one of the rep's own, or one about a want. Resolves to its id; null when it says nothing. Throws when the deal, or the want in it, is gone. */
export async function addFollowUp(database: BatonDatabase, dealId: string, part: Pick<FollowUp, 'text' | 'dueOn' | 'wantId'>, at: number): Promise<string | null> {
  requireDays(part);
  if (lacksOfFollowUp(part).length > 0) return null;
  return change(database, 'follow_up', { meetingId: '', dealId, at }, async (writer) => {
    if (!(await database.deals.get(dealId))) throw new Error('no such deal', { cause: 'gone' satisfies Refusal });
    const { text, dueOn, wantId } = part;
    // Off the record, deleted or with another customer in another window by now: nobody could say what to ask about.
    if (wantId !== undefined && (await database.wants.get(wantId))?.dealId !== dealId) throw new Error('no such want', { cause: 'gone' satisfies Refusal });
    const row: FollowUp = {
      id: newId(), dealId, step: wantId === undefined ? 'own' : 'later', text: text.trim(), dueOn, state: 'scheduled', closedOn: null, outcome: '',
      ...(wantId === undefined ? {} : { wantId }), at, updatedAt: at,
    };
    await writer.put('followUps', row);
    return row.id;
  });
}

/** Changes words or day. Throws when it is gone. */
export async function editFollowUp(database: BatonDatabase, id: string, part: Partial<Pick<FollowUp, 'text' | 'dueOn'>>, at: number): Promise<void> {
  requireDays(part);
  await rewrite(database, id, at, (row) => ({ ...row, ...part, text: (part.text ?? row.text).trim() }));
}

/** How one ended. `today` is the ISO day on which it was done or skipped. */
export interface Ending { state: 'done' | 'skipped'; outcome: string; today: string }

/**
 * Closes one. The review of a quarter brings the next, unless the deal is at its end or another one waits already. Throws when it is
 * gone, and when it is skipped without a reason.
 */
export async function closeFollowUp(database: BatonDatabase, id: string, { state, outcome, today }: Ending, days: WorkDays, at: number): Promise<void> {
  if (lacksReason(state, outcome)) throw new Error('skipped without a reason', { cause: 'no_outcome' satisfies Refusal });
  await rewrite(database, id, at, (row) => ({ ...row, state, outcome: outcome.trim(), closedOn: today }), async ({ dealId, step }) => {
    if (step !== 'review') return null;
    const deal = await database.deals.get(dealId);
    const waits = await database.followUps.where({ dealId }).filter((row) => row.step === 'review' && row.state === 'scheduled' && row.id !== id).count();
    if (!deal || dealState(deal) === 'ended' || waits > 0) return null;
    return { id: newId(), dealId, step, text: '', dueOn: nextReview(today, days), state: 'scheduled', closedOn: null, outcome: '', at, updatedAt: at };
  });
}

/** Opens a closed one again, as it stood: it was closed by mistake, or came to nothing. Throws when it is gone. */
export async function reopenFollowUp(database: BatonDatabase, id: string, at: number): Promise<void> {
  await rewrite(database, id, at, (row) => ({ ...row, state: 'scheduled', closedOn: null }));
}

async function rewrite(database: BatonDatabase, id: string, at: number, into: (row: FollowUp) => FollowUp, also?: (row: FollowUp) => Promise<FollowUp | null>): Promise<void> {
  const known = await database.followUps.get(id);
  await change(database, 'follow_up', { meetingId: '', dealId: known?.dealId ?? '', at }, async (writer) => {
    const row = await database.followUps.get(id);
    if (!row) throw new Error('no such follow-up', { cause: 'gone' satisfies Refusal });
    await writer.put('followUps', { ...into(row), updatedAt: at });
    const further = also ? await also(row) : null;
    if (further) await writer.put('followUps', further);
  });
}
