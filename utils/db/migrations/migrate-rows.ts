/** Rows of an older schema become today's by the very upgrades that the database goes through. */
import Dexie from 'dexie';
import { BatonDatabase } from '../database';
import { newId } from '../new-id';
import { MIGRATING } from '../safety/beside';
import { SCHEMA_VERSIONS } from '../versions';

type Rows = Record<string, unknown>;

/** Rows of schema `from`, as they are today. */
export async function migrateRows(tables: ReadonlyMap<string, Rows[]>, from: number): Promise<Map<string, Rows[]>> {
  return inScratch(tables, from, async () => undefined);
}

/** Puts rows of schema `from` into a database of their own, opens it with today's code, lets `work` change them, reads them back and deletes it. */
export async function inScratch(tables: ReadonlyMap<string, Rows[]>, from: number, work: (database: BatonDatabase) => Promise<void>): Promise<Map<string, Rows[]>> {
  const name = `${MIGRATING}${newId()}`;
  try {
    const old = new Dexie(name);
    for (const { version, stores } of SCHEMA_VERSIONS.filter((v) => v.version <= from)) old.version(version).stores(stores);
    await old.open();
    for (const [table, rows] of tables) if (old.tables.some((t) => t.name === table)) await old.table(table).bulkAdd(rows);
    old.close();
    const today = new BatonDatabase(name);
    await work(today);
    const migrated = new Map<string, Rows[]>();
    for (const table of today.tables) migrated.set(table.name, (await table.toArray()) as Rows[]);
    today.close();
    return migrated;
  } finally {
    await Dexie.delete(name);
  }
}
