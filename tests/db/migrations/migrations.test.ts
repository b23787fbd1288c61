/** Every released schema opens with today's code, with all that was in it. */
import { readdirSync, readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { noTargets, sortOut } from '@/utils/backup/check';
import type { BackupRow } from '@/utils/backup/tables';
import { BACKUP_TABLES } from '@/utils/backup/tables';
import { undoNewest } from '@/utils/db/undo/change';
import { BatonDatabase } from '@/utils/db/database';
import { readDeal } from '@/utils/db/read-deal';
import { SCHEMA_VERSIONS } from '@/utils/db/versions';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { docOf } from '@/utils/search/docs';
import { SEARCH_TABLES } from '@/utils/search/tables';
import { makePacket } from '@/utils/services/packet/make-packet';

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
      for (const row of rows) expect(await now.table(table).get((row.id ?? row.key ?? row.tabId ?? row.seq) as string)).toMatchObject(row);
    }
    now.close();
  });

  it.each(FROZEN.map((f) => [f.version, f] as const))('version %i has a row in every table it had', (version, frozen) => {
    const stores = Object.assign({}, ...SCHEMA_VERSIONS.filter((v) => v.version <= version).map((v) => v.stores)) as Record<string, unknown>;
    expect(Object.keys(stores).filter((table) => (frozen.tables[table] ?? []).length === 0)).toEqual([]);
  });

  it.each(FROZEN.map((f) => [f.version, f] as const))('version %i is understood by today’s readers: backup, search, deal, packet, undo', async (_version, frozen) => {
    await freeze('frozen', frozen);
    const now = new BatonDatabase('frozen');
    const known = noTargets();
    for (const table of BACKUP_TABLES) expect(sortOut(table, await now.table<BackupRow>(table).toArray(), known).aside).toEqual([]);
    const { id: dealId } = (await now.deals.toArray())[0] ?? { id: '' };
    const record = await readDeal(now, dealId);
    expect(record?.notes).toHaveLength(frozen.tables.notes?.length ?? -1);
    for (const table of SEARCH_TABLES) for (const row of await now.table<{ id: string }>(table).toArray()) docOf(table, row.id, row as never, {});
    const choices = { purpose: 'estimate', language: 'ko', redaction: 'internal', request: DEFAULT_REQUEST, sendAnywayReason: '', createdBy: '박서연' } as const;
    const made = await makePacket(now, dealId, null, choices, Date.UTC(2026, 10, 25));
    expect(made.packet.packet).toMatchObject({ number: 2 });
    expect(made.packet.changes).not.toBeNull();
    const meetingId = record?.meetings[0]?.id ?? '';
    for (let undone = await undoNewest(now, meetingId); undone !== null;) undone = await undoNewest(now, meetingId);
    expect(await now.answers.count()).toBe(0);
    now.close();
  });

  it('completes the wants of version 1', async () => {
    const v1 = FROZEN.find((f) => f.version === 1);
    if (!v1) throw new Error('no sample');
    await freeze('frozen', v1);
    const now = new BatonDatabase('frozen');
    expect(await now.wants.toArray()).toMatchObject([{ words: '카카오톡처럼 알림이 바로', painId: null, trigger: '', feasibility: 'unknown', thenHow: '' }]);
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
    expect(await now.notes.toArray()).toEqual(v1.tables.notes);
    now.close();
  });
});
