/** Every released schema opens with today's code, with all that was in it. */
import { readdirSync, readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { BatonDatabase } from '@/utils/db/database';
import { SCHEMA_VERSIONS } from '@/utils/db/versions';

const FOLDER = 'tests/fixtures/databases';
interface Frozen { version: number; tables: Record<string, Record<string, unknown>[]> }
const FROZEN = readdirSync(FOLDER).filter((f) => f.endsWith('.json')).map((f) => JSON.parse(readFileSync(`${FOLDER}/${f}`, 'utf8')) as Frozen);

/** The database as version `version` left it. */
async function freeze(name: string, { version, tables }: Frozen): Promise<void> {
  const old = new Dexie(name);
  for (const one of SCHEMA_VERSIONS.filter((v) => v.version <= version)) old.version(one.version).stores(one.stores);
  for (const [table, rows] of Object.entries(tables)) await old.table(table).bulkAdd(rows);
  old.close();
}

afterEach(async () => { await Dexie.delete('frozen'); });

describe('the database', () => {
  it('has a frozen sample of every version but the newest', () => {
    expect(FROZEN.map((f) => f.version)).toEqual(SCHEMA_VERSIONS.slice(0, -1).map((v) => v.version));
  });

  it.each(FROZEN.map((f) => [f.version, f] as const))('opens version %i and keeps every row', async (_version, frozen) => {
    await freeze('frozen', frozen);
    const now = new BatonDatabase('frozen');
    for (const [table, rows] of Object.entries(frozen.tables)) {
      for (const row of rows) expect(await now.table(table).get((row.id ?? row.key) as string)).toMatchObject(row);
    }
    now.close();
  });

  it('completes the wants of version 1', async () => {
    const v1 = FROZEN.find((f) => f.version === 1);
    if (!v1) throw new Error('no sample');
    await freeze('frozen', v1);
    const now = new BatonDatabase('frozen');
    expect(await now.wants.get('w1')).toMatchObject({ words: '카카오톡처럼 알림이 바로', painId: null, trigger: '', feasibility: 'unknown', thenHow: '' });
    now.close();
  });

  it('leaves everything as it was when an upgrade throws', async () => {
    const v1 = FROZEN.find((f) => f.version === 1);
    if (!v1) throw new Error('no sample');
    await freeze('frozen', v1);
    const broken = new Dexie('frozen');
    for (const one of SCHEMA_VERSIONS) broken.version(one.version).stores(one.stores);
    broken.version(99).stores({}).upgrade(async (transaction) => {
      await transaction.table('notes').clear();
      throw new Error('on purpose');
    });
    await expect(broken.open()).rejects.toThrow();
    broken.close();
    const now = new BatonDatabase('frozen');
    expect(await now.notes.count()).toBe(1);
    now.close();
  });
});
