/** Drafts of the forms over a record: the key says which one, so that they go where it goes. */
import type { BatonDatabase } from '../database';
import type { LineTable } from '../read-meeting';
import { TABLE_OF } from '../read-meeting';
import type { ChangeTable } from '../rows';

const LINE_TABLES: readonly LineTable[] = Object.values(TABLE_OF);
const LINE_KEY = /^line:(\w+):(?:edit|end):(.+)$/u;

/** The draft key of a form over a line: the one that edits it, or the one that closes a "?". */
export function lineDraftKey(table: LineTable, id: string, form: 'edit' | 'end' = 'edit'): string {
  return `line:${table}:${form}:${id}`;
}

/** All draft keys of a line. */
export function lineDraftKeys(table: LineTable, id: string): string[] {
  return [lineDraftKey(table, id), lineDraftKey(table, id, 'end')];
}

/** The draft key of an item's editor. */
export function answerDraftKey(dealId: string, itemId: string): string {
  return `answer:${dealId}:${itemId}`;
}

/** Forms that belong to a record, and the table of that record. */
const FORMS = { plan: 'deals', invitation: 'deals', account: 'accounts', contact: 'contacts', new_contact: 'accounts' } as const;
export type RecordForm = keyof typeof FORMS;
const FORM_KEY = /^form:(\w+):(.+)$/u;
/** A line that is added on a deal's page. */
const ADD_KEY = /^add:\w+:(.+)$/u;

/** The draft key of a form that belongs to a record; '' as its id while it isn't known yet whose it will be. */
export function recordDraftKey(form: RecordForm, id: string): string {
  return `form:${form}:${id}`;
}

/** The line that a draft is about; null for every other draft. */
export function lineOfDraft(key: string): { table: LineTable; id: string } | null {
  const [, name, id] = LINE_KEY.exec(key) ?? [];
  const table = LINE_TABLES.find((one) => one === name);
  return table && id ? { table, id } : null;
}

/** The record that a draft belongs to, a line or another; null for a draft that belongs to none. */
export function recordOfDraft(key: string): { table: ChangeTable; id: string } | null {
  const [, form = '', id] = FORM_KEY.exec(key) ?? [];
  if (id && Object.hasOwn(FORMS, form)) return { table: FORMS[form as RecordForm], id };
  const dealId = ADD_KEY.exec(key)?.[1];
  return dealId ? { table: 'deals', id: dealId } : lineOfDraft(key);
}

/** A row leaves its table: what was half typed about it leaves too. */
export async function dropDraftsOf(database: BatonDatabase, table: ChangeTable, id: string): Promise<void> {
  const lines = LINE_TABLES.find((one) => one === table);
  const forms = (Object.keys(FORMS) as RecordForm[]).filter((form) => FORMS[form] === table).map((form) => recordDraftKey(form, id));
  const added = table === 'deals' ? ['pain', 'want', 'commitment'].map((kind) => `add:${kind}:${id}`) : [];
  const keys = [...(lines ? lineDraftKeys(lines, id) : []), ...forms, ...added];
  if (keys.length > 0) await database.drafts.bulkDelete(keys);
  if (table !== 'accounts') return;
  // A person being added among all, for whom this account was picked.
  const unfiled = recordDraftKey('new_contact', '');
  if ((await database.drafts.get(unfiled))?.text.includes(JSON.stringify(id))) await database.drafts.delete(unfiled);
}
