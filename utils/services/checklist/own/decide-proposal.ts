/** What becomes of a proposal: it is written into the draft of a team's own checklist, or declined with a reason. Each is one step to undo. */
import type { Checklist, ChecklistItem } from '../../../checklist/checklist';
import type { ItemFields } from '../../../checklist/own/edits';
import { blankItem, withItem } from '../../../checklist/own/edits';
import type { ItemForm } from '../../../checklist/own/item-form';
import { fieldsOf, formOf } from '../../../checklist/own/item-form';
import type { AskedTopic, ProposalDecision } from '../../../checklist/own/proposals';
import { checklistSchema } from '../../../checklist/schema';
import type { BatonDatabase } from '../../../db/database';
import type { Refusal } from '../../trouble/refusal';
import { loadTopics } from '../load-checklist';
import { draftOf, withList, write } from './keep-checklist';

/** What the form of a proposal asks, of an item's own form. */
export type TakenForm = Pick<ItemForm, 'askKo' | 'askEn' | 'whyKo' | 'whyEn' | 'need' | 'by' | 'section'>;

/** The fields of that form for a list: of the item that asks for the topic, or of a new one, which is a minimum item since delivery asks for it. */
export function takenFormOf(list: Checklist, topic: string, language: 'ko' | 'en'): TakenForm {
  const { askKo, askEn, whyKo, whyEn, need, by, section } = formOf(fieldsFor(list, topic), language);
  return { askKo, askEn, whyKo, whyEn, need, by, section };
}

function fieldsFor(list: Checklist, topic: string): ItemFields | ChecklistItem {
  return list.items.find((item) => item.topic === topic) ?? { ...blankItem(list.sections.at(-1)?.id ?? ''), topic, by: 'estimate' };
}

export interface Taking {
  topic: AskedTopic;
  /** The checklist, without its version: its draft, or the one that is begun. */
  listId: string;
  /** What was changed by hand: the rest is as the list has it by then. */
  changed: Partial<TakenForm>;
  /** In which the form was shown. */
  language: 'ko' | 'en';
  seen: readonly string[];
}

/** Writes the item and remembers what it was for. Resolves to the row id of the draft. Throws `gone` when the checklist was deleted, and `list_not_ready` for an item without a question. */
export async function takeProposal(database: BatonDatabase, { topic, listId, changed, language, seen }: Taking, at: number): Promise<string> {
  const known = await loadTopics(database);
  return write(database, at, async (writer) => {
    const { draft } = await draftOf(database, listId, at);
    const now = draft.list.items.find((item) => item.topic === topic.topic);
    const before = fieldsFor(draft.list, topic.topic);
    const all = fieldsOf({ ...formOf(before, language), ...changed }, before);
    const { sections } = draft.list;
    const fields = sections.some((one) => one.id === all.section) ? all : { ...all, section: sections.at(-1)?.id ?? all.section };
    const list = withItem(draft.list, now?.id ?? null, fields);
    if (!checklistSchema.safeParse(list).success) throw new Error('an item without a question', { cause: 'list_not_ready' satisfies Refusal });
    const name = { ko: topic.ko, en: topic.en, packetSection: topic.packetSection };
    // The checklist that named it may be gone: the packet knows its name still.
    await writer.put('checklists', withList(draft, list, { [topic.topic]: name, ...known, ...draft.topics }, at));
    const itemId = now?.id ?? list.items.find((item) => item.topic === topic.topic)?.id ?? '';
    await writer.put('proposals', await decided(database, { id: topic.topic, verdict: 'taken', why: '', listId: draft.id, itemId, seen: [...seen] }, at));
    return draft.id;
  });
}

/** Declines it with a reason, until delivery asks something new about the topic. Throws `no_reason` without one. */
export async function declineProposal(database: BatonDatabase, topic: string, why: string, seen: readonly string[], at: number): Promise<void> {
  if (why.trim() === '') throw new Error('a proposal is declined with a reason', { cause: 'no_reason' satisfies Refusal });
  await write(database, at, async (writer) => {
    await writer.put('proposals', await decided(database, { id: topic, verdict: 'declined', why: why.trim(), listId: '', itemId: '', seen: [...seen] }, at));
  });
}

/** Takes a decision back: the proposal waits again. Resolves to false when there was none. */
export async function reopenProposal(database: BatonDatabase, topic: string, at: number): Promise<boolean> {
  return write(database, at, async (writer) => {
    if ((await database.proposals.get(topic)) === undefined) return false;
    await writer.remove('proposals', topic);
    return true;
  });
}

/** What was decided before is known by what it had seen: asked again, it is not asked for the first time. */
async function decided(database: BatonDatabase, decision: Omit<ProposalDecision, 'at' | 'updatedAt'>, at: number): Promise<ProposalDecision> {
  const before = await database.proposals.get(decision.id);
  return { ...decision, seen: [...new Set([...(before?.seen ?? []), ...decision.seen])].sort(), at, updatedAt: at };
}
