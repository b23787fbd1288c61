/** Loads a pinned checklist version: ours are chunks of their own, loaded when a deal uses one; a team's own lie in the database. */
import type { Checklist, TopicCatalogue } from '../../checklist/checklist';
import { topicNames } from '../../checklist/own/topic-names';
import { pinKey } from '../../deal/deal';
import type { BatonDatabase } from '../../db/database';
import type { ChecklistPin } from '../../deal/deal';
import type { Refusal } from '../trouble/refusal';

const FILES: Record<string, () => Promise<{ default: unknown }>> = {
  'custom-development.v1': () => import('../../checklist/data/custom-development.v1.json'),
  'solution-saas.v1': () => import('../../checklist/data/solution-saas.v1.json'),
  'existing-customer.v1': () => import('../../checklist/data/existing-customer.v1.json'),
  'first-call.v1': () => import('../../checklist/data/first-call.v1.json'),
};

/** One that Baton ships; null when it is none of ours. */
export async function shippedChecklist(pin: ChecklistPin): Promise<Checklist | null> {
  // Our own data, checked against its schema at build time (wxt.config.ts) and in the contract tests.
  return ((await FILES[pinKey(pin)]?.())?.default as Checklist | undefined) ?? null;
}

/** Names of the topics that Baton ships. */
export async function shippedTopics(): Promise<TopicCatalogue> {
  return (await import('../../checklist/data/topics.json')).default;
}

/** The checklist of a pin. Call it outside of a transaction. Throws `no_checklist` when neither this version of Baton nor this machine has it. */
export async function loadChecklist(database: BatonDatabase, pin: ChecklistPin): Promise<Checklist> {
  const key = pinKey(pin);
  const list = (await shippedChecklist(pin)) ?? (await database.checklists.get(key))?.list;
  if (!list) throw new Error(`unknown checklist ${key}`, { cause: 'no_checklist' satisfies Refusal });
  return list;
}

/** Names of all topics, those of a team's own checklists too; where these differ, as the checklists `of` these pins have it. */
export async function loadTopics(database: BatonDatabase, of: readonly ChecklistPin[] = []): Promise<TopicCatalogue> {
  const [ours, own] = await Promise.all([shippedTopics(), database.checklists.toArray()]);
  return own.length === 0 ? ours : { ...topicNames(own, of.map(pinKey)), ...ours };
}
