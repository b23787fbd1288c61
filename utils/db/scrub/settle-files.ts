/**
 * Makes the browser's store merge what it keeps of deleted rows, in databases that are too large for filler alone: each level of its
 * files is ten times the one above, and a row may lie in the lowest while its deletion waits above it. A file in which many look-ups found nothing
 * is merged into the level below; so each part of each store is asked for keys that nobody has (measured: tests/e2e/large-scrub.test.ts).
 */

/** Look-ups in one place and pass. A file is merged after 128 of them, one file at a time. */
const LOOKS = 48;
/** Enough for two levels, and more: each pass also takes up what had to wait in the one before. */
const PASSES = 8;
const PAUSE_MS = 200;
/** One place at least in each file: they have 2 MB. */
const PLACE_BYTES = 1.5 * 2 ** 20;
const [FEWEST, MOST] = [4, 200];
/** Places that are looked at in one transaction: a write into the same store waits for as long as that takes. */
const AT_ONCE = 8;
/** Rows by which the size of a store is judged. */
const SAMPLE = 6;

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error('not read')); };
  });
}

/** So many of the list, in even distances, its first and its last among them. */
function spread<T>(all: readonly T[], count: number): T[] {
  if (all.length <= count) return [...all];
  return Array.from({ length: count }, (_, i) => all[Math.round((i * (all.length - 1)) / (count - 1))] as T);
}

/** A key right behind this one, which no row has. */
function behind(key: IDBValidKey): IDBValidKey {
  return typeof key === 'string' ? `${key}!` : (key as number) + 0.5;
}

/** Where to look in a store: near rows that are there, the more the larger it is, and where the rows of a store without any would be. */
async function placesIn(store: IDBObjectStore): Promise<IDBValidKey[]> {
  const keys = await settled(store.getAllKeys());
  if (keys.length === 0) return store.autoIncrement ? [0.5, 1e9] : ['', '4!', '8!', 'c!', '~'];
  const rows = await Promise.all(spread(keys, SAMPLE).map(async (key) => settled(store.get(key) as IDBRequest<unknown>)));
  const bytes = (rows.reduce<number>((sum, row) => sum + JSON.stringify(row ?? null).length, 0) / rows.length) * keys.length;
  const count = Math.min(MOST, Math.max(FEWEST, Math.ceil(bytes / PLACE_BYTES)));
  return [typeof keys[0] === 'number' ? keys[0] - 0.5 : '', ...spread(keys, count).map(behind)];
}

function look(database: IDBDatabase, name: string, places: readonly IDBValidKey[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, 'readonly');
    const store = transaction.objectStore(name);
    for (const place of places) for (let i = 0; i < LOOKS; i += 1) store.get(place);
    transaction.oncomplete = () => { resolve(); };
    transaction.onabort = () => { reject(transaction.error ?? new Error('not read')); };
  });
}

/** Resolves when all has been asked for; what is merged then is done a moment later. `onPass` is called now and then. */
export async function settleFiles(database: IDBDatabase, onPass: () => Promise<unknown>): Promise<void> {
  const places = new Map<string, IDBValidKey[]>();
  for (const name of database.objectStoreNames) places.set(name, await placesIn(database.transaction(name, 'readonly').objectStore(name)));
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const [name, all] of places) for (let at = 0; at < all.length; at += AT_ONCE) await look(database, name, all.slice(at, at + AT_ONCE));
    await onPass();
    await new Promise<void>((resolve) => { setTimeout(resolve, PAUSE_MS); });
  }
}
