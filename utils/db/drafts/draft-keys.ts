/** The vocabulary of draft keys: what they begin with, and the row that each is about. Databases in the field hold these keys. */
import type { LineTable } from '../read-entries';
import type { ChangeTable } from '../rows';

/**
 * What every key begins with, and the table whose row has the id behind it; null where there is no such row yet. No key
 * can be made that has no line here, so nothing that deletes, purges or takes off the record passes a draft by.
 */
export const ABOUT = {
  /** The capture bar of a meeting; `capture:popup` is the popup's. */
  capture: 'meetings',
  /** A meeting that is begun by hand. */
  start: null,
  title: 'meetings', people: 'meetings', person: 'meetings', consent: 'meetings', minutes: 'meetings', packet: 'meetings',
  /** A deal's own fields, its names, and what is behind an item of its checklist: by its topic, as numbers are given anew in each checklist. */
  deal: 'deals', names: 'deals', answer: 'deals', heard: 'deals', gap: 'deals',
  'add:pain': 'deals', 'add:want': 'deals', 'add:commitment': 'deals',
  'form:plan': 'deals', 'form:invitation': 'deals', 'form:packet': 'deals', 'form:step': 'deals', 'form:contract': 'deals', 'form:cost': 'deals', 'add:follow_up': 'deals',
  'form:account': 'accounts', 'form:new_contact': 'accounts', 'form:contact': 'contacts', 'form:follow_up': 'followUps',
  /** A team's own checklist: its name, a section, its agreement, one that is being made; and an item of it. */
  'form:checklist': 'checklists', 'form:item': 'checklists',
  /** What stands between two answers that differ: the same in the call and in the review. */
  conflict: 'contradictions',
  /** A form over a line: which one stands before the id. */
  'line:notes': 'notes', 'line:gaps': 'gaps', 'line:commitments': 'commitments', 'line:wants': 'wants',
} as const satisfies Record<string, ChangeTable | null>;

export type DraftHead = keyof typeof ABOUT;
export type DraftKey = `${DraftHead}:${string}`;
/** Forms over a line: the one that edits it, the one that closes a "?", the one that files it under another deal, the one that writes down what delivery said of it. */
export type LineForm = 'edit' | 'end' | 'move' | 'verdict';

const LINE_FORMS: readonly LineForm[] = ['edit', 'end', 'move', 'verdict'];
/** Stands where an id would be: of a deal that is being made, of the popup. */
export const NOBODY = ['', 'new', 'popup'];

/** A key; what belongs behind the id of its row (an item, a section of minutes) comes after it. */
export function draftKey(head: DraftHead, ...rest: readonly string[]): DraftKey {
  return `${head}:${rest.join(':')}`;
}

/** The key of a form over a line. */
export function lineDraftKey(table: LineTable, id: string, form: LineForm = 'edit'): DraftKey {
  return `line:${table}:${form}:${id}`;
}

/** The keys of these forms over a line, of all without. */
export function lineDraftKeys(table: LineTable, id: string, forms: readonly LineForm[] = LINE_FORMS): DraftKey[] {
  return forms.map((form) => lineDraftKey(table, id, form));
}

/** A form behind an item of a deal's checklist. `former`: the item's number stood where its topic does; such a draft is moved when it is opened. */
export interface ItemDraft { key: DraftKey; former: DraftKey }

/** The key of one form behind an item: its answer, two answers that were heard, its "?". */
export function itemDraft(form: 'answer' | 'heard' | 'gap', dealId: string, { id, topic }: { id: string; topic: string }): ItemDraft {
  return { key: draftKey(form, dealId, topic), former: draftKey(form, dealId, id) };
}

/** The keys of all forms behind an item of the checklist in the call. */
export function itemDraftKeys(dealId: string, item: { id: string; topic: string }, contradictionIds: readonly string[]): DraftKey[] {
  const forms = (['answer', 'heard'] as const).map((form) => itemDraft(form, dealId, item));
  return [...forms.flatMap(({ key, former }) => [key, former]), ...contradictionIds.map((id) => draftKey('conflict', id))];
}

/** The key of a deal's own fields; `null` for a deal that is being made. */
export function dealDraftKey(dealId: string | null): DraftKey {
  return draftKey('deal', dealId ?? 'new');
}
