/** Which tables are searched, and the keys of their rows. Every page knows this, since each write notes what it changed; how rows read (docs.ts), only who searches. */

/** Tables that are searched, in the order of the filter. */
export const SEARCH_TABLES = ['notes', 'gaps', 'commitments', 'wants', 'answers', 'meetings', 'deals', 'accounts', 'contacts', 'clips', 'packets', 'followUps'] as const;
export type SearchTable = (typeof SEARCH_TABLES)[number];

/** Table and id of a key; null for what is no key of a searched row. */
export function parseKey(key: string): { table: SearchTable; id: string } | null {
  const cut = key.indexOf(':');
  const table = SEARCH_TABLES.find((t) => t === key.slice(0, cut));
  return table ? { table, id: key.slice(cut + 1) } : null;
}
