/** The baseline of every write: a database of the bench's own, as bare as one can be. */

export const bareDatabase = new Promise<IDBDatabase>((resolve, reject) => {
  const request = indexedDB.open('bench', 1);
  request.onupgradeneeded = () => { request.result.createObjectStore('rows', { keyPath: 'id' }); };
  request.onsuccess = () => { resolve(request.result); };
  request.onerror = () => { reject(new Error('no database')); };
});

/** One row, until it is durable. */
export async function putStrict(row: object): Promise<void> {
  const transaction = (await bareDatabase).transaction('rows', 'readwrite', { durability: 'strict' });
  transaction.objectStore('rows').put(row);
  await new Promise<void>((resolve) => { transaction.oncomplete = () => { resolve(); }; });
}
