/** Saves the form of an item into a draft of a team's own checklist. */
import { bothLanguages } from '../../../checklist/own/own';
import { blankItem, withItem } from '../../../checklist/own/edits';
import type { ItemForm } from '../../../checklist/own/item-form';
import { fieldsOf, formOf, NEW_TOPIC } from '../../../checklist/own/item-form';
import type { Checklist } from '../../../checklist/checklist';
import type { BatonDatabase } from '../../../db/database';
import type { Refusal } from '../../trouble/refusal';
import { editChecklist, editWithTopic } from './keep-checklist';

export interface ItemEdit {
  /** Null: a new one. */
  itemId: string | null;
  /** The fields that were changed by hand: the others stay as another window has them. All of them for a new one. */
  changed: Partial<ItemForm>;
  /** In which the form was shown. */
  language: 'ko' | 'en';
}

/** Writes what was changed into the item as it is by then. Throws `gone` when it was removed meanwhile, and whatever `editChecklist` throws. */
export async function saveItem(database: BatonDatabase, listId: string, { itemId, changed, language }: ItemEdit, at: number): Promise<void> {
  const edit = (list: Checklist, topic?: string): Checklist => {
    const now = itemId === null ? blankItem(list.sections.at(-1)?.id ?? '') : list.items.find((one) => one.id === itemId);
    if (!now) throw new Error('gone', { cause: 'gone' satisfies Refusal });
    const all = fieldsOf({ ...formOf(now, language), ...changed }, now);
    // The section that was picked may have been removed in another window.
    const fields = list.sections.some((one) => one.id === all.section) ? all : { ...all, section: list.sections.at(-1)?.id ?? all.section };
    return withItem(list, itemId, topic === undefined ? fields : { ...fields, topic });
  };
  if (itemId !== null || changed.topic !== NEW_TOPIC) { await editChecklist(database, listId, edit, at); return; }
  const { topicKo: ko = '', topicEn: en = '', topicPlace: packetSection = '' } = changed;
  await editWithTopic(database, listId, { ...bothLanguages({ ko, en }), packetSection }, edit, at);
}
