/** Reads of everything one deal knows. */
import type { Answer, Contradiction } from '../checklist/answer';
import type { Account, Deal } from '../deal/deal';
import type { Meeting } from '../meeting/meeting';
import type { Commitment, Gap, Note, Want } from '../notes/records';
import type { BatonDatabase } from './database';

/** Everything a deal knows but its notes, which a long call has a thousand of and most screens need none of. */
export interface DealFacts {
  deal: Deal;
  account: Account;
  meetings: Meeting[];
  answers: Answer[];
  contradictions: Contradiction[];
  gaps: Gap[];
  commitments: Commitment[];
  wants: Want[];
}

export interface DealRecord extends DealFacts { notes: Note[] }

export interface DealChoice { deal: Deal; account: Account }

/** A deal with its account and all rows but notes, meetings oldest first; null when it doesn't exist. */
export async function readDealFacts(database: BatonDatabase, dealId: string): Promise<DealFacts | null> {
  const deal = await database.deals.get(dealId);
  const account = deal && (await database.accounts.get(deal.accountId));
  if (!deal || !account) return null;
  const of = { dealId };
  const [meetings, answers, contradictions, gaps, commitments, wants] = await Promise.all([
    database.meetings.where(of).sortBy('startedAt'),
    database.answers.where(of).toArray(),
    database.contradictions.where(of).toArray(),
    database.gaps.where(of).sortBy('at'),
    database.commitments.where(of).sortBy('at'),
    database.wants.where(of).sortBy('at'),
  ]);
  return { deal, account, meetings, answers, contradictions, gaps, commitments, wants };
}

/** The same with its notes, oldest first. */
export async function readDeal(database: BatonDatabase, dealId: string): Promise<DealRecord | null> {
  const facts = await readDealFacts(database, dealId);
  return facts && { ...facts, notes: await database.notes.where({ dealId }).sortBy('at') };
}

/** The pains of a deal, oldest first. */
export async function readPains(database: BatonDatabase, dealId: string): Promise<Note[]> {
  return database.notes.where({ dealId }).filter((note) => note.kind === 'pain').sortBy('at');
}

/** All deals with their accounts, the most recently used first. */
export async function readDealChoices(database: BatonDatabase): Promise<DealChoice[]> {
  const accounts = new Map((await database.accounts.toArray()).map((a) => [a.id, a]));
  const deals = await database.deals.orderBy('updatedAt').reverse().toArray();
  return deals.flatMap((deal) => {
    const account = accounts.get(deal.accountId);
    return account ? [{ deal, account }] : [];
  });
}

/** What a deal is called, '' for none. */
export async function readDealName(database: BatonDatabase, dealId: string): Promise<string> {
  return (dealId ? await database.deals.get(dealId) : undefined)?.name ?? '';
}
