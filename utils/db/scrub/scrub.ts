/**
 * Makes deleted words leave the disk. The browser keeps IndexedDB in a log-structured store, one for all databases: a deleted
 * row stays in its files until they are compacted. Enough unrelated random data, written across the
 * whole key range and deleted again, forces those compactions (measured in tests/e2e/off-record.test.ts;
 * a smaller amount leaves words behind in some rounds).
 */
import { DATABASE_NAME } from '../database';
import { settleFiles } from './settle-files';

/** The first and the last store by creation: what lies between them is compacted too. */
const FIRST = 'accounts';
const LAST = 'filler';
/** 48 MB in rows small enough to stay inside the log (larger values go to files of their own). */
const ROWS = 1536;
const ROW_BYTES = 32 * 1024;
const BATCH = 32;
const KEY = '!filler';

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => { resolve(); };
    transaction.onerror = () => { reject(transaction.error ?? new Error('write failed')); };
    transaction.onabort = () => { reject(transaction.error ?? new Error('write stopped')); };
  });
}

/** A connection of its own: live queries shall not wake for filler. Never creates or upgrades the database. */
function openRaw(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => { request.transaction?.abort(); };
    request.onerror = () => { resolve(null); };
    request.onsuccess = () => {
      // An upgrade elsewhere must not wait for this.
      request.result.onversionchange = () => { request.result.close(); };
      resolve(request.result);
    };
  });
}

/** Fills a buffer with random bytes. */
type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** Writes a row at the far end of a database and takes it away: what is written at the same time spans all of it. */
async function touch(database: IDBDatabase): Promise<void> {
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, 'readwrite', { durability: 'relaxed' });
  for (const name of names) {
    const store = transaction.objectStore(name);
    const key = store.autoIncrement ? 0.5 : KEY;
    store.put({ [String(store.keyPath)]: key });
    store.delete(key);
  }
  await finished(transaction);
}

/** One of the databases beside was deleted meanwhile, by a reset: nothing is left in it to be scrubbed, and the others go on. */
async function unlessGone(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => { if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error; });
}

async function fill(database: IDBDatabase, beside: readonly IDBDatabase[], random: Random): Promise<void> {
  for (let row = 0; row < ROWS; row += BATCH) {
    const transaction = database.transaction([FIRST, LAST], 'readwrite', { durability: 'relaxed' });
    transaction.objectStore(FIRST).put({ id: KEY });
    for (let i = row; i < row + BATCH; i += 1) transaction.objectStore(LAST).put({ id: KEY + String(i).padStart(6, '0'), bytes: random(new Uint8Array(ROW_BYTES)) });
    transaction.objectStore(FIRST).delete(KEY);
    await finished(transaction);
    for (const one of beside) await unlessGone(touch(one));
  }
}

async function clear(database: IDBDatabase): Promise<void> {
  const last = database.transaction([FIRST, LAST], 'readwrite', { durability: 'strict' });
  last.objectStore(FIRST).delete(KEY);
  last.objectStore(LAST).clear();
  await finished(last);
}

/** Empties a database, whichever version it is of. */
async function empty(database: IDBDatabase): Promise<void> {
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite', { durability: 'strict' });
  for (const name of database.objectStoreNames) transaction.objectStore(name).clear();
  await finished(transaction);
}

/**
 * Overwrites what the files still hold of deleted rows, and of all that lay in the databases `beside`: those are emptied, and can be
 * deleted afterwards. `onPass` is called now and then: a worker that only waits for a disk counts as idle.
 */
export async function scrubDisk(random: Random, onPass: () => Promise<unknown>, name: string = DATABASE_NAME, beside: readonly string[] = []): Promise<void> {
  const database = await openRaw(name);
  if (!database) return;
  const others: IDBDatabase[] = [];
  try {
    if (!database.objectStoreNames.contains(LAST)) return;
    for (const one of beside) {
      const other = await openRaw(one);
      if (other) others.push(other);
    }
    const left = others.filter(({ objectStoreNames }) => objectStoreNames.length > 0);
    for (const other of left) await unlessGone(empty(other));
    try {
      await fill(database, left, random);
    } finally {
      // A disk without room for it shall not be left fuller than it was.
      await clear(database);
    }
    await settleFiles(database, onPass);
    for (const one of left) await unlessGone(settleFiles(one, onPass));
  } finally {
    for (const one of [database, ...others]) one.close();
  }
}
