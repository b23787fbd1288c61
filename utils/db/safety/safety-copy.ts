/** What was here before a restore, kept in a database of its own: undoing a restore needs no luck. */
import type { EntityTable, Transaction } from 'dexie';
import Dexie from 'dexie';

export interface SafetyCopy { id: 'before-restore'; at: number; fileName: string; bytes: Uint8Array<ArrayBuffer> }

class SafetyDatabase extends Dexie {
  declare copies: EntityTable<SafetyCopy, 'id'>;

  constructor() {
    super('baton-safety', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ copies: 'id' });
  }
}

const safety = new SafetyDatabase();

/** Keeps a copy, in place of the one before. */
export async function keepSafetyCopy(copy: Omit<SafetyCopy, 'id'>): Promise<void> {
  await safety.copies.put({ ...copy, id: 'before-restore' });
}

/** The copy, or null when there is none. */
export async function readSafetyCopy(): Promise<SafetyCopy | null> {
  return (await safety.copies.get('before-restore')) ?? null;
}

/** Drops a copy that is older than `before`: like the bin, it is there for a week. */
export async function dropOldSafetyCopy(before: number): Promise<void> {
  await safety.copies.filter((copy) => copy.at < before).delete();
}

/** Drops the copy once the transaction that is running is done; it is in a database of its own, which that can't wait for. */
export function dropSafetyCopyAfterwards(): void {
  const drop = (): void => { void dropSafetyCopy().catch(() => undefined); };
  // Outside of any there is none, whatever the type says.
  const running = Dexie.currentTransaction as Transaction | null;
  if (running) running.on('complete', drop);
  else drop();
}

export async function dropSafetyCopy(): Promise<void> {
  await safety.copies.clear();
}
