import type { Table } from 'dexie';
import { db } from '@/utils/db/database';

/** Nobody reads or writes a draft until it is let go: a disk that is busy. Returns how. */
export async function busyDisk(): Promise<() => Promise<void>> {
  return held('rw', [db.drafts]);
}

/** A page that reads these tables for long: nobody writes into them until it is let go. Returns how. */
export async function longReader(tables: Table[]): Promise<() => Promise<void>> {
  return held('r', tables);
}

async function held(mode: 'r' | 'rw', tables: Table[]): Promise<() => Promise<void>> {
  let free = false;
  let begun: () => void = () => undefined;
  const holding = new Promise<void>((resolve) => { begun = resolve; });
  const done = db.transaction(mode, tables, async () => {
    while (!free) {
      await tables[0]?.get('nothing');
      begun();
    }
  });
  await holding;
  return async () => { free = true; await done; };
}
