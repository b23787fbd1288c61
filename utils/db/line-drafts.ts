/** Drafts of the forms over a captured line: the key says which line, so that they go where the line goes. */
import type { BatonDatabase } from './database';
import type { LineTable } from './read-meeting';
import { TABLE_OF } from './read-meeting';
import type { ChangeTable } from './rows';

const LINE_TABLES: readonly LineTable[] = Object.values(TABLE_OF);
const KEY = /^line:(\w+):(?:edit|end):(.+)$/u;

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

/** The line that a draft is about; null for every other draft. */
export function lineOfDraft(key: string): { table: LineTable; id: string } | null {
  const [, name, id] = KEY.exec(key) ?? [];
  const table = LINE_TABLES.find((one) => one === name);
  return table && id ? { table, id } : null;
}

/** A row leaves its table: what was half typed about it leaves too. */
export async function dropDraftsOf(database: BatonDatabase, table: ChangeTable, id: string): Promise<void> {
  const lines = LINE_TABLES.find((one) => one === table);
  if (lines) await database.drafts.bulkDelete(lineDraftKeys(lines, id));
}

/** What was half typed about any of these goes: a key names what its draft is about, a deal, a meeting, a line. */
export async function dropDraftsAbout(database: BatonDatabase, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  await database.drafts.filter(({ key, meetingId }) => gone.has(meetingId) || key.split(':').some((part) => gone.has(part))).delete();
}
