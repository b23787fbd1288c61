/** Reads whatever can still be read, past Dexie and past the schema: for a backup when nothing else works. */
import { DATABASE_NAME } from '../database';

export interface Rescued { schema: number; tables: Map<string, Record<string, unknown>[]>; unreadable: string[] }

function opened(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Without a version it opens as it is, older or newer.
    const request = factory.open(name);
    request.onupgradeneeded = () => { request.transaction?.abort(); };
    request.onblocked = () => { reject(new Error('blocked')); };
    request.onerror = () => { reject(request.error ?? new Error('not opened')); };
    request.onsuccess = () => { resolve(request.result); };
  });
}

function allOf(database: IDBDatabase, store: string): Promise<Record<string, unknown>[]> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(store, 'readonly').objectStore(store).getAll() as IDBRequest<Record<string, unknown>[]>;
    request.onerror = () => { reject(request.error ?? new Error('not read')); };
    request.onsuccess = () => { resolve(request.result); };
  });
}

/** The rows of the tables asked for, as far as they can be read. Throws when the database can't be opened at all. */
export async function rescueRows(wanted: readonly string[], factory: IDBFactory = indexedDB, name: string = DATABASE_NAME): Promise<Rescued> {
  const database = await opened(factory, name);
  const rescued: Rescued = { schema: Math.max(1, Math.floor(database.version / 10)), tables: new Map(), unreadable: [] };
  for (const store of wanted.filter((one) => database.objectStoreNames.contains(one))) {
    try {
      rescued.tables.set(store, await allOf(database, store));
    } catch {
      rescued.unreadable.push(store);
    }
  }
  database.close();
  return rescued;
}
