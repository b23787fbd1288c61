/** Rows of an older schema become today's by the very upgrades that the database goes through. */
import Dexie from 'dexie';
import { BatonDatabase } from '../database';
import { withScratch } from '../safety/beside';
import { SCHEMA_VERSIONS } from '../versions';

type Rows = Record<string, unknown>;

/** Rows of schema `from`, as they are today. */
export async function migrateRows(tables: ReadonlyMap<string, Rows[]>, from: number): Promise<Map<string, Rows[]>> {
  return inScratch(tables, from, async () => undefined);
}

/**
 * Puts rows of schema `from` into a database of their own, opens it with today's code, lets `work` change them, reads them back and
 * empties it. What lay in it is in the browser's files until they are scrubbed: whoever calls this asks for that.
 */
export async function inScratch(tables: ReadonlyMap<string, Rows[]>, from: number, work: (database: BatonDatabase) => Promise<void>): Promise<Map<string, Rows[]>> {
  return withScratch(async (name) => {
    const old = new Dexie(name);
    try {
      for (const { version, stores } of SCHEMA_VERSIONS.filter((v) => v.version <= from)) old.version(version).stores(stores);
      await old.open();
      for (const [table, rows] of tables) if (old.tables.some((t) => t.name === table)) await old.table(table).bulkAdd(rows);
    } finally {
      old.close();
    }
    const today = new BatonDatabase(name);
    try {
      await work(today);
      const migrated = new Map<string, Rows[]>();
      for (const table of today.tables) migrated.set(table.name, (await table.toArray()) as Rows[]);
      await today.transaction('rw', today.tables, async () => {
        await Promise.all(today.tables.map((table) => table.clear()));
        // Emptying the others was noted for a search that nobody does here.
        await today.searchDirty.clear();
      });
      return migrated;
    } finally {
      today.close();
    }
  });
}
