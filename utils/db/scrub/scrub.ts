/**
 * Makes deleted words leave the disk. The browser keeps IndexedDB in a log-structured store: a deleted
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
    request.onsuccess = () => { resolve(request.result); };
  });
}

/** Fills a buffer with random bytes. */
type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

async function fill(database: IDBDatabase, random: Random): Promise<void> {
  for (let row = 0; row < ROWS; row += BATCH) {
    const transaction = database.transaction([FIRST, LAST], 'readwrite', { durability: 'relaxed' });
    transaction.objectStore(FIRST).put({ id: KEY });
    for (let i = row; i < row + BATCH; i += 1) transaction.objectStore(LAST).put({ id: KEY + String(i).padStart(6, '0'), bytes: random(new Uint8Array(ROW_BYTES)) });
    transaction.objectStore(FIRST).delete(KEY);
    await finished(transaction);
  }
}

async function clear(database: IDBDatabase): Promise<void> {
  const last = database.transaction([FIRST, LAST], 'readwrite', { durability: 'strict' });
  last.objectStore(FIRST).delete(KEY);
  last.objectStore(LAST).clear();
  await finished(last);
}

/** Overwrites what the database's files still hold of deleted rows. `onPass` is called now and then: a worker that only waits for a disk counts as idle. */
export async function scrubDisk(random: Random, onPass: () => Promise<unknown>, name: string = DATABASE_NAME): Promise<void> {
  const database = await openRaw(name);
  if (!database) return;
  // An upgrade elsewhere must not wait for this.
  database.onversionchange = () => { database.close(); };
  try {
    if (!database.objectStoreNames.contains(LAST)) return;
    try {
      await fill(database, random);
    } finally {
      // A disk without room for it shall not be left fuller than it was.
      await clear(database);
    }
    await settleFiles(database, onPass);
  } finally {
    database.close();
  }
}
