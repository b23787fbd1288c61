/** A team's own checklists: made, changed while drafts, agreed, retired, deleted. Each step can be undone (docs/checklists.md). */
import type { Bilingual, Checklist, TopicCatalogue } from '../../../checklist/checklist';
import { CATALOGUE } from '../../../checklist/catalogue';
import { checklistSchema } from '../../../checklist/schema';
import { mayReplace } from '../../../checklist/own/file';
import { draftProblems } from '../../../checklist/own/problems';
import type { OwnChecklist, Signature } from '../../../checklist/own/own';
import { agreed, copyOf, freeCode, isEditable, nextVersion, ownTopicId, ownTopics, retired } from '../../../checklist/own/own';
import type { ChecklistPin } from '../../../deal/deal';
import { pinKey } from '../../../deal/deal';
import type { BatonDatabase } from '../../../db/database';
import { newId } from '../../../db/new-id';
import type { ChangeWriter } from '../../../db/undo/change';
import { change } from '../../../db/undo/change';
import { usesOf } from '../../../db/undo/with-lists';
import { isWrongDay } from '../../../time/field-day';
import type { Refusal } from '../../trouble/refusal';
import { loadChecklist, loadTopics } from '../load-checklist';

/** A new topic that an item brings: its name and its place in the packet. */
export interface NewTopic extends Bilingual { packetSection: string }

/** One step of a checklist, to be undone as one. */
export async function write<R>(database: BatonDatabase, at: number, run: (writer: ChangeWriter) => Promise<R>): Promise<R> {
  return change(database, 'checklist', { meetingId: '', dealId: '', at }, run);
}

/** Makes a first version from any checklist, ours or one's own. Resolves to its row id. */
export async function copyChecklist(database: BatonDatabase, from: ChecklistPin, name: Bilingual, at: number): Promise<string> {
  // Loaded before: a transaction waits for nothing but the database.
  const [list, topics] = await Promise.all([loadChecklist(database, from), loadTopics(database, [from])]);
  return write(database, at, async (writer) => {
    const codes = new Set([...CATALOGUE.map(({ code }) => code), ...(await database.checklists.toArray()).map((row) => row.list.code)]);
    const { from: origin } = (await database.checklists.get(pinKey(from))) ?? {};
    const own = copyOf(list, topics, { id: `own-${newId()}`, code: freeCode(codes), name, from: origin }, at);
    await writer.put('checklists', own);
    return own.id;
  });
}

/** Changes a draft, as it is by then. Resolves to false when that changes nothing. Throws `gone`, or `list_agreed` when it was agreed meanwhile. */
export async function editChecklist(database: BatonDatabase, id: string, edit: (list: Checklist) => Checklist, at: number): Promise<boolean> {
  // A topic of another checklist of one's own may be picked: its name goes along, or a file of this one could not be read elsewhere.
  const known = await loadTopics(database);
  return changeDraft(database, id, at, (own) => {
    const list = edit(own.list);
    return list === own.list ? own : withList(own, list, { ...known, ...own.topics }, at);
  });
}

/** Gives an item a topic of its own, which `edit` is told the id of. */
export async function editWithTopic(database: BatonDatabase, id: string, topic: NewTopic, edit: (list: Checklist, topicId: string) => Checklist, at: number): Promise<void> {
  const topicId = ownTopicId(newId());
  const known = await loadTopics(database);
  await changeDraft(database, id, at, (own) => withList(own, edit(own.list, topicId), { ...known, ...own.topics, [topicId]: topic }, at));
}

/** Signs a draft for both sides. Throws `list_not_ready` while something is missing. */
export async function agreeChecklist(database: BatonDatabase, id: string, signature: Signature, at: number): Promise<void> {
  const known = await loadTopics(database);
  await changeDraft(database, id, at, (own) => {
    const ready = draftProblems(own.list, { ...known, ...own.topics }).length === 0 && signature.sales.trim() !== '' && signature.delivery.trim() !== '';
    if (!ready) throw new Error('a checklist that lacks something', { cause: 'list_not_ready' satisfies Refusal });
    if (signature.on === '' || isWrongDay(signature.on)) throw new Error('no such day', { cause: 'wrong_day' satisfies Refusal });
    return agreed(own, signature, at);
  });
}

/** Begins the version after the newest of a checklist; the draft that is there already, if there is one. Resolves to its row id. */
export async function beginNextVersion(database: BatonDatabase, listId: string, at: number): Promise<string> {
  return write(database, at, async (writer) => {
    const { draft, begun } = await draftOf(database, listId, at);
    if (begun) await writer.put('checklists', draft);
    return draft.id;
  });
}

/** Takes a version out of what new deals may pick, or offers it again. */
export async function retireChecklist(database: BatonDatabase, id: string, back: boolean, at: number): Promise<void> {
  await write(database, at, async (writer) => {
    const own = await database.checklists.get(id);
    if (!own) throw new Error('no such checklist', { cause: 'gone' satisfies Refusal });
    await writer.put('checklists', retired(own, back, at));
  });
}

/** Deletes a version that no deal has, not even one in the bin. Throws `list_in_use` otherwise. */
export async function deleteChecklist(database: BatonDatabase, id: string, at: number): Promise<void> {
  await write(database, at, async (writer) => {
    if ((await usesOf(database)).has(id)) throw new Error('a deal has this version', { cause: 'list_in_use' satisfies Refusal });
    await writer.remove('checklists', id);
  });
}

/** Takes a version in that came in a file: read and checked by `readChecklistFile` before. Throws `list_other` when the same version is here with other content, unless it is a draft and the file has it agreed. */
export async function takeInChecklist(database: BatonDatabase, part: Pick<OwnChecklist, 'list' | 'topics' | 'note' | 'from'>, at: number): Promise<string> {
  return write(database, at, async (writer) => {
    const id = pinKey(part.list);
    const here = await database.checklists.get(id);
    if (here && !mayReplace(here.list, part.list)) throw new Error('the version is here', { cause: 'list_other' satisfies Refusal });
    await writer.put('checklists', { ...part, id, createdAt: here?.createdAt ?? at, updatedAt: at });
    return id;
  });
}

/** The draft of a checklist, or the version after its newest as it begins. Call it inside of a step; throws `gone` when there is none. */
export async function draftOf(database: BatonDatabase, listId: string, at: number): Promise<{ draft: OwnChecklist; begun: boolean }> {
  const versions = await versionsOf(database, listId);
  const draft = versions.find(isEditable);
  if (draft) return { draft, begun: false };
  const newest = versions.toSorted((a, b) => b.list.version - a.list.version)[0];
  if (!newest) throw new Error('no such checklist', { cause: 'gone' satisfies Refusal });
  return { draft: nextVersion(newest, at), begun: true };
}

async function versionsOf(database: BatonDatabase, listId: string): Promise<OwnChecklist[]> {
  return database.checklists.filter((row) => row.list.id === listId).toArray();
}

async function changeDraft(database: BatonDatabase, id: string, at: number, edit: (own: OwnChecklist) => OwnChecklist): Promise<boolean> {
  return write(database, at, async (writer) => {
    const own = await database.checklists.get(id);
    if (!own) throw new Error('no such checklist', { cause: 'gone' satisfies Refusal });
    if (!isEditable(own)) throw new Error('an agreed version never changes', { cause: 'list_agreed' satisfies Refusal });
    const edited = edit(own);
    if (edited === own) return false;
    // Whatever a form lets through: a row that no backup would take must not come to be.
    if (!checklistSchema.safeParse(edited.list).success) throw new Error('a checklist that lacks something', { cause: 'list_not_ready' satisfies Refusal });
    await writer.put('checklists', edited);
    return true;
  });
}

/** The row with its list changed; only topics that it uses stay. */
export function withList(own: OwnChecklist, list: Checklist, topics: TopicCatalogue, at: number): OwnChecklist {
  return { ...own, list, topics: ownTopics(list, topics), updatedAt: at };
}
