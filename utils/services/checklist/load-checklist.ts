/** Loads a pinned checklist version; each is a chunk of its own, loaded when a deal uses it. */
import type { Checklist, TopicCatalogue } from '../../checklist/checklist';
import type { ChecklistPin } from '../../deal/deal';
import type { Refusal } from '../trouble/refusal';

const FILES: Record<string, () => Promise<{ default: unknown }>> = {
  'custom-development.v1': () => import('../../checklist/data/custom-development.v1.json'),
  'solution-saas.v1': () => import('../../checklist/data/solution-saas.v1.json'),
  'existing-customer.v1': () => import('../../checklist/data/existing-customer.v1.json'),
  'first-call.v1': () => import('../../checklist/data/first-call.v1.json'),
};

/** The checklist of a pin. Throws when this version of Baton doesn't have it. */
export async function loadChecklist(pin: ChecklistPin): Promise<Checklist> {
  const load = FILES[`${pin.id}.v${pin.version}`];
  if (!load) throw new Error(`unknown checklist ${pin.id} v${pin.version}`, { cause: 'no_checklist' satisfies Refusal });
  // Our own data, checked against its schema at build time (wxt.config.ts) and in the contract tests.
  return (await load()).default as Checklist;
}

/** Names of all topics. */
export async function loadTopics(): Promise<TopicCatalogue> {
  return (await import('../../checklist/data/topics.json')).default;
}
