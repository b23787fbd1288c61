/** What answers did to the deal they were filed under, its "?" and its date, leaves with them; and they do it to the deal that they go to. */
import type { Answer } from '../../checklist/answer';
import { stateByOwnership } from '../../checklist/gap-rules';
import { isOn } from '../../checklist/item-view';
import { valueText } from '../../checklist/value/value-text';
import type { BatonDatabase } from '../../db/database';
import type { ChangeRow } from '../../db/rows';
import type { ChangeWriter } from '../../db/undo/change';
import type { Deal } from '../../deal/deal';
import type { Meeting } from '../../meeting/meeting';
import type { Gap } from '../../notes/records';
import { NEXT_STEP } from './cover-topic';
import { fillsGaps, followNextStep, settleGaps } from './record-answer';

/** All that the words of an answer may stand as in a "?" that it answered: typed, or picked in either language. */
function wordings({ value, raw }: Answer): string[] {
  return [raw, valueText(value, 'ko'), valueText(value, 'en')].filter((words) => words !== '');
}

/**
 * `answers` were filed under deal `from` and are under `to` by now. Call it inside the change that moved them, after what was
 * captured with them has moved. `places`: where the undo steps of these answers are filed.
 */
export async function moveEffects(database: BatonDatabase, writer: ChangeWriter, [from, to]: readonly [string, string], answers: readonly Answer[], places: readonly string[], at: number): Promise<void> {
  const did = await readDone(database, new Set(answers.map(({ id }) => id)), places);
  for (const answer of answers) await reopen(database, writer, from, answer, did, at);
  await takeDateBack(database, writer, from, did, at);
  for (const topic of new Set(answers.map((answer) => answer.topic))) {
    await relateAnew(database, writer, { dealId: from, topic });
    const standing = await relateAnew(database, writer, { dealId: to, topic });
    const arrived = standing && answers.find(({ id }) => id === standing.id);
    if (!arrived) continue;
    await settleGaps(database, writer, { ...arrived, dealId: to, at }, wordings(arrived)[0] ?? '');
    const previous = (await database.answers.where({ dealId: to, topic }).sortBy('at')).at(-2) ?? null;
    if (topic === NEXT_STEP) await followNextStep(database, writer, { ...arrived, dealId: to, at }, previous, null);
  }
}

type Done = ChangeRow['before'];

/** What the steps that these answers were written in did, the newest first; steps are kept for a while only. */
async function readDone(database: BatonDatabase, answers: ReadonlySet<string>, places: readonly string[]): Promise<Done> {
  const steps = await database.changes.where('meetingId').anyOf([...places]).filter(({ before }) => before.some(({ key }) => answers.has(key))).sortBy('seq');
  return steps.reverse().flatMap(({ before }) => before.filter(({ row, after }) => row !== null && after));
}

/** A "?" of the old deal that this answer had answered: what its own customer says of it by now, else it is as it was before. */
async function reopen(database: BatonDatabase, writer: ChangeWriter, dealId: string, answer: Answer, did: Done, at: number): Promise<void> {
  const said = wordings(answer);
  const before = (gap: Gap): Gap | undefined => did.find(({ table, key, after }) => table === 'gaps' && key === gap.id && after?.state === 'answered')?.row as Gap | undefined;
  const mine = (gap: Gap): boolean => gap.state === 'answered' && isOn(gap, { id: answer.itemId, topic: answer.topic }) && (gap.outcome === '' ? before(gap) !== undefined : said.includes(gap.outcome));
  const own = (await database.answers.where({ dealId, topic: answer.topic }).sortBy('at')).at(-1);
  // What was said before it was asked had left it open.
  const answers = (gap: Gap): boolean => own !== undefined && fillsGaps(own) && own.at >= gap.at;
  for (const gap of await database.gaps.where({ dealId }).filter(mine).toArray()) {
    const { state, outcome } = before(gap) ?? { state: gap.askedOn.length > 0 ? 'waiting' as const : 'open' as const, outcome: '' };
    const open: Gap = { ...gap, state, outcome, updatedAt: at };
    await writer.put('gaps', own && answers(gap) ? { ...gap, outcome: wordings(own)[0] ?? '', updatedAt: at } : { ...open, state: stateByOwnership(open) });
  }
}

/**
 * The date that the customer was promised something by, and that of a next meeting, where one of these answers had set it and its meeting
 * stays. What was set by hand since stays.
 */
async function takeDateBack(database: BatonDatabase, writer: ChangeWriter, dealId: string, did: Done, at: number): Promise<void> {
  for (const { row, after } of did.filter(({ table, key }) => table === 'deals' && key === dealId)) {
    const deal = await database.deals.get(dealId);
    if (!deal || after?.customerDue === undefined || deal.customerDue !== after.customerDue) continue;
    await writer.put('deals', { ...deal, customerDue: (row as Deal).customerDue, updatedAt: at });
  }
  for (const { key, row, after } of did.filter(({ table }) => table === 'meetings')) {
    const meeting = await database.meetings.get(key);
    if (meeting?.dealId !== dealId || after?.nextDate === undefined || meeting.nextDate !== after.nextDate) continue;
    await writer.put('meetings', { ...meeting, nextDate: (row as Meeting).nextDate, updatedAt: at });
  }
}

/** The first answer on a topic is the first, and those after it are not. Resolves to the one that stands. */
async function relateAnew(database: BatonDatabase, writer: ChangeWriter, of: { dealId: string; topic: string }): Promise<Answer | undefined> {
  const all = await database.answers.where(of).sortBy('at');
  for (const [i, answer] of all.entries()) {
    const relation = i === 0 ? 'first' : answer.relation === 'first' ? 'updates' : answer.relation;
    if (relation !== answer.relation) await writer.put('answers', { ...answer, relation });
  }
  return all.at(-1);
}
