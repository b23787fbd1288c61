/** What became of a deal: signed, on hold, lost, being delivered … Each step is one change, with the follow-ups that it brings. */
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import type { ChangeWriter } from '../../db/undo/change';
import { change } from '../../db/undo/change';
import type { AcceptedItem, AcceptedRisk, ContractRisk } from '../../deal/accepted-risk';
import { withoutReason } from '../../deal/contract-items';
import type { ContractDays, CourseStep } from '../../deal/course';
import { dealState, lacksOfStep, NO_DAYS, signedOn } from '../../deal/course';
import type { Deal } from '../../deal/deal';
import type { FollowUp, FollowUpStep } from '../../followup/follow-up';
import { isScheduled, isUntouched, PLAN_STEPS } from '../../followup/follow-up';
import type { SignedContract, WorkDays } from '../../followup/plan';
import { followDays } from '../../followup/plan';
import { handoffAccepted } from '../../reply/standing';
import { requireDays } from '../../time/field-day';
import type { Refusal } from '../trouble/refusal';
import { hasRecord } from './risk-record';

export interface Step extends Omit<CourseStep, 'at'> {
  /** Days of the contract that is signed. */
  contract?: ContractDays;
  /** Who answers for what is still open as it is signed. */
  risks?: readonly Omit<AcceptedRisk, 'at'>[];
  /** The same of minimum items that nobody secured and nobody looks after. */
  items?: readonly Omit<AcceptedItem, 'at'>[];
  /** When to ask again, of a deal on hold or lost. */
  revisitOn?: string | null;
}

/** When it is, and which days are worked. `today` is an ISO day. */
export interface StepTime { at: number; today: string; days: WorkDays }

/** Takes the next step of a deal. Throws when the deal is gone, and when the step can't be taken from where it stands. */
export async function takeStep(database: BatonDatabase, dealId: string, step: Step, time: StepTime): Promise<void> {
  const { to, on, why, contract = NO_DAYS, risks = [], items = [], revisitOn = null } = step;
  requireDays({ ...contract, due: revisitOn });
  await change(database, 'deal', { meetingId: '', dealId, at: time.at }, async (writer) => {
    const deal = await dealOf(database, dealId);
    const accepted = to === 'delivering' && handoffAccepted(await database.packets.where({ dealId }).toArray()) !== null;
    if (lacksOfStep(dealState(deal), { to, on, why }, accepted).length > 0) throw new Error(`no step to ${to}`, { cause: 'no_step' satisfies Refusal });
    const course = [...(deal.course ?? []), { to, on, why: why.trim(), at: time.at }];
    const named = <R extends { why: string }>(rows: readonly R[]): (R & { at: number })[] => rows.map((row) => ({ ...row, why: row.why.trim(), at: time.at }));
    const signing = to === 'contracted' ? { contract, risksAccepted: named(await standing(database, dealId, risks)), ...(items.length > 0 ? { itemsAccepted: named(await ofOpenTopics(database, dealId, items)) } : {}) } : {};
    await writer.put('deals', { ...deal, ...signing, course, updatedAt: time.at });
    if (to === 'contracted') await follow(database, writer, dealId, null, { ...contract, signedOn: on }, time);
    if (to === 'open') await closeRevisits(database, writer, dealId, on, time.at);
    if (revisitOn !== null) await writer.put('followUps', followUpOf(dealId, 'revisit', revisitOn, time.at));
  });
}

/**
 * Takes the last step back, written down by mistake: the follow-ups it brought that nobody has touched go, those that it closed are
 * ahead again. Throws when there is none.
 */
export async function takeStepBack(database: BatonDatabase, dealId: string, at: number): Promise<void> {
  await change(database, 'deal', { meetingId: '', dealId, at }, async (writer) => {
    const deal = await dealOf(database, dealId);
    const { course: [...course] = [], contract, risksAccepted, itemsAccepted, ...rest } = deal;
    const last = course.pop();
    if (!last) throw new Error('no step was taken', { cause: 'no_step' satisfies Refusal });
    const signing = last.to === 'contracted' ? {} : { ...(contract ? { contract } : {}), ...(risksAccepted ? { risksAccepted } : {}), ...(itemsAccepted ? { itemsAccepted } : {}) };
    await writer.put('deals', { ...rest, ...signing, ...(course.length > 0 ? { course } : {}), updatedAt: at });
    const rows = await database.followUps.where({ dealId }).toArray();
    for (const row of rows.filter((one) => isBrought(one, last))) await writer.remove('followUps', row.id);
    for (const row of rows.filter((one) => isClosedBy(one, last))) await writer.put('followUps', { ...row, state: 'scheduled', closedOn: null, updatedAt: at });
  });
}

/** Changes the days of a signed contract; the follow-ups that still stand where they were planned go with them. Throws when the deal is gone or not signed. */
export async function setContractDays(database: BatonDatabase, dealId: string, contract: ContractDays, time: StepTime): Promise<void> {
  requireDays(contract);
  await change(database, 'deal', { meetingId: '', dealId, at: time.at }, async (writer) => {
    const deal = await dealOf(database, dealId);
    const signed = signedOn(deal);
    if (signed === null) throw new Error('not signed', { cause: 'no_step' satisfies Refusal });
    await writer.put('deals', { ...deal, contract, updatedAt: time.at });
    await follow(database, writer, dealId, { ...NO_DAYS, ...deal.contract, signedOn: signed }, { ...contract, signedOn: signed }, time);
  });
}

/** Without those whose record is off the record, deleted or with another deal by now, in another window: the reason may repeat its words. */
async function standing<R extends ContractRisk>(database: BatonDatabase, dealId: string, risks: readonly R[]): Promise<R[]> {
  const there = await Promise.all(risks.map(async (risk) => hasRecord(database, risk, dealId)));
  return risks.filter((_risk, i) => there[i]);
}

/** Without reasons for topics that went off the record meanwhile, in another window. */
async function ofOpenTopics<R extends Omit<AcceptedItem, 'at'>>(database: BatonDatabase, dealId: string, items: readonly R[]): Promise<R[]> {
  let told = [...items];
  for (const { topic } of items) {
    const newest = (await database.answers.where({ dealId, topic }).sortBy('at')).at(-1);
    if (newest?.offRecord === true) told = withoutReason(told, topic);
  }
  return told;
}

/** Written by this step, or for the contract that it signed, and as it was written. */
function isBrought(row: FollowUp, { to, at }: CourseStep): boolean {
  const steps: readonly FollowUpStep[] = PLAN_STEPS;
  return isScheduled(row) && isUntouched(row) && (to === 'contracted' ? steps.includes(row.step) : row.step === 'revisit' && row.at === at);
}

function isClosedBy(row: FollowUp, { to, at }: CourseStep): boolean {
  return to === 'open' && row.step === 'revisit' && row.state === 'done' && row.updatedAt === at;
}

async function dealOf(database: BatonDatabase, dealId: string): Promise<Deal> {
  const deal = await database.deals.get(dealId);
  if (!deal) throw new Error('no such deal', { cause: 'gone' satisfies Refusal });
  return deal;
}

function followUpOf(dealId: string, step: FollowUpStep, dueOn: string, at: number): FollowUp {
  return { id: newId(), dealId, step, text: '', dueOn, state: 'scheduled', closedOn: null, outcome: '', at, updatedAt: at };
}

async function follow(database: BatonDatabase, writer: ChangeWriter, dealId: string, before: SignedContract | null, after: SignedContract, { at, today, days }: StepTime): Promise<void> {
  const rows = await database.followUps.where({ dealId }).toArray();
  const { add, move, drop } = followDays(rows, before, after, today, days);
  for (const { step, dueOn } of add) await writer.put('followUps', followUpOf(dealId, step, dueOn, at));
  for (const { id, dueOn } of move) {
    const row = rows.find((one) => one.id === id);
    if (row) await writer.put('followUps', { ...row, dueOn, at, updatedAt: at });
  }
  for (const id of drop) await writer.remove('followUps', id);
}

/** The deal is worked on again: what was to be asked then has been. */
async function closeRevisits(database: BatonDatabase, writer: ChangeWriter, dealId: string, on: string, at: number): Promise<void> {
  const rows = await database.followUps.where({ dealId }).filter((row) => row.step === 'revisit' && isScheduled(row)).toArray();
  for (const row of rows) await writer.put('followUps', { ...row, state: 'done', closedOn: on, updatedAt: at });
}
