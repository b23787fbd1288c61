/**
 * Notes which searched rows changed, in the transaction that changes them: the search index is never
 * behind without knowing it. Only keys are noted, never words.
 */
import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';
import { SEARCH_TABLES } from '../search/tables';

const DIRTY = 'searchDirty';

/** The key that says: any row of the table may have changed. */
export const ANY_ROW = '*';

function isSearched(name: string): boolean {
  return SEARCH_TABLES.some((t) => t === name);
}

function changedIds(table: DBCoreTable, request: DBCoreMutateRequest): string[] {
  if (request.type === 'deleteRange') return [ANY_ROW];
  if (request.type === 'delete') return request.keys.map(String);
  const { extractKey } = table.schema.primaryKey;
  return request.values.map((value, i) => String(request.keys?.[i] ?? extractKey?.(value)));
}

function watched(core: DBCore, table: DBCoreTable, name: string): DBCoreTable {
  return {
    ...table,
    mutate: async (request) => {
      // Upgrades from before there was an index have no such table in their transaction.
      if (!(request.trans as unknown as IDBTransaction).objectStoreNames.contains(DIRTY)) return table.mutate(request);
      const values = changedIds(table, request).map((id) => ({ key: `${name}:${id}` }));
      const noted = values.length > 0 ? core.table(DIRTY).mutate({ type: 'put', trans: request.trans, values }) : null;
      // Asked for together: one wait instead of two. A row that could not be written is noted too, which only costs a look.
      const [result] = await Promise.all([table.mutate(request), noted]);
      return result;
    },
  };
}

/** Dexie's middleware for it. */
export const searchDirty: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'search-dirty',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) => {
      const adds = mode === 'readwrite' && stores.some(isSearched) && !stores.includes(DIRTY);
      return core.transaction(adds ? [...stores, DIRTY] : stores, mode, options);
    },
    table: (name) => (isSearched(name) ? watched(core, core.table(name), name) : core.table(name)),
  }),
};
