/** Reads of everything one deal knows. */
import type { Answer, Contradiction } from '../checklist/answer';
import type { Account, Deal } from '../deal/deal';
import type { Meeting } from '../meeting/meeting';
import type { Commitment, Gap, Note, Want } from '../notes/records';
import type { BatonDatabase } from './database';

export interface DealRecord {
  deal: Deal;
  account: Account;
  meetings: Meeting[];
  answers: Answer[];
  contradictions: Contradiction[];
  gaps: Gap[];
  notes: Note[];
  commitments: Commitment[];
  wants: Want[];
}

export interface DealChoice { deal: Deal; account: Account }

/** A deal with its account and all rows, meetings oldest first; null when it doesn't exist. */
export async function readDeal(database: BatonDatabase, dealId: string): Promise<DealRecord | null> {
  const deal = await database.deals.get(dealId);
  const account = deal && (await database.accounts.get(deal.accountId));
  if (!deal || !account) return null;
  const of = { dealId };
  const [meetings, answers, contradictions, gaps, notes, commitments, wants] = await Promise.all([
    database.meetings.where(of).sortBy('startedAt'),
    database.answers.where(of).toArray(),
    database.contradictions.where(of).toArray(),
    database.gaps.where(of).sortBy('at'),
    database.notes.where(of).sortBy('at'),
    database.commitments.where(of).sortBy('at'),
    database.wants.where(of).sortBy('at'),
  ]);
  return { deal, account, meetings, answers, contradictions, gaps, notes, commitments, wants };
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

/** The deal last used in a room, or null. */
export async function readDealOfRoom(database: BatonDatabase, room: string): Promise<Deal | null> {
  const deals = await database.deals.where('rooms').equals(room).sortBy('updatedAt');
  return deals.at(-1) ?? null;
}
