/** The databases that may stand beside the real one: the copy before a restore, practice, and rows of a backup that is being read. */
import Dexie from 'dexie';
import { DATABASE_NAME } from '../database';
import { newId } from '../new-id';

/** Rows of a backup pass through a database of such a name. It stays, emptied, until its files are scrubbed. */
const SCRATCH = `${DATABASE_NAME}-migrating-`;
/** Longer than any open page needs to let go. */
const PATIENCE_MS = 5_000;

async function namesFrom(start: string): Promise<string[]> {
  return (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(start) ? [name] : []));
}

/** Deletes databases. One that a page holds on to is deleted by the browser once it is let go. */
export async function deleteDatabases(names: readonly string[]): Promise<void> {
  const patience = new Promise<void>((resolve) => { setTimeout(resolve, PATIENCE_MS); });
  await Promise.all(names.map(async (name) => Promise.race([Dexie.delete(name), patience])));
}

/** Held over the name of each such database while it is used, by whichever page; a page that is killed lets go. Missing in tests. */
function locks(): LockManager | undefined {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
}

/** Does `work` with the name of a database that nobody else has. Whoever uses it asks for a scrub afterwards: what lay in it goes from the disk with that. */
export async function withScratch<T>(work: (name: string) => Promise<T>): Promise<T> {
  const name = `${SCRATCH}${newId()}`;
  return locks()?.request(name, async () => work(name)) ?? work(name);
}

/** Such databases that nobody uses: what is left of backups that were read, also by a page or a browser that was killed meanwhile. */
export async function leftBehind(): Promise<string[]> {
  const names = await namesFrom(SCRATCH);
  const free = await Promise.all(names.map(async (name) => locks()?.request(name, { ifAvailable: true }, (lock) => lock !== null) ?? true));
  return names.filter((_, i) => free[i]);
}

/** Deletes every database but the real one. */
export async function deleteAllBeside(): Promise<void> {
  await deleteDatabases(await namesFrom(`${DATABASE_NAME}-`));
}
