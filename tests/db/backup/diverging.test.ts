/** Two machines that went their own ways from one beginning, with clocks that differ: whatever was done, what holds of merging holds. (Changed in the same millisecond, each keeps its own.) */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BACKUP_TABLES } from '@/utils/backup/tables';
import type { Deal } from '@/utils/deal/deal';
import type { Meeting } from '@/utils/meeting/meeting';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { freshDatabase } from '../rows';
import { AT, bring, diverge, everything, fileOf, steps } from './machines';

/** What was taken back on one machine stays on the other until it is taken back there; whether a meeting counts as emptied, and which number it has, is each machine's own. */
function ownOf({ course: _course, contract: _contract, risksAccepted: _risks, itemsAccepted: _items, purgedAt: _purged, ordinal: _number, ...row }: Partial<Deal & Meeting>): object {
  return row;
}

it('forgets on both what either took off the record, leaves nothing dangling, and comes to rest', async () => {
  await fc.assert(fc.asyncProperty(steps(8), steps(20), fc.constantFrom(7, -3_600_007, 3_600_007), async (before, since, skew) => {
    const [a, b] = await diverge(before, since, skew);
    const own = await everything(a.db);
    const old = await fileOf(b.db);
    await bring(old, a.db);
    const once = await everything(a.db);
    expect(await bring(old, a.db)).toEqual({ written: 0, removed: 0 });
    expect(await everything(a.db)).toEqual(once);
    // Nothing that was here goes, but what is off the record on the other.
    const gone = own.notes?.filter((row) => !once.notes?.some((left) => (left as { id: string }).id === (row as { id: string }).id)) ?? [];
    for (const row of gone) expect([...b.forgotten, ''].some((word) => word !== '' && (row as { text: string }).text.includes(word)) || (row as { topic: string | null }).topic !== null).toBe(true);
    await bring(await fileOf(a.db), b.db);
    for (let round = 0, wrote = 1; wrote > 0; round += 1) {
      expect(round).toBeLessThan(4);
      wrote = (await bring(await fileOf(b.db), a.db)).written + (await bring(await fileOf(a.db), b.db)).written;
    }
    for (const { db } of [a, b]) {
      expect((await makeBackup(db, {}, AT)).aside).toBe(0);
      const all = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
      for (const word of [...a.forgotten, ...b.forgotten]) expect(all.includes(word), word).toBe(false);
    }
    // What both have is the same on both.
    const [left, right] = [await everything(a.db), await everything(b.db)];
    for (const table of BACKUP_TABLES.filter((name) => name !== 'removals')) {
      for (const row of left[table] as { id?: string; key?: string }[]) {
        const other = (right[table] as { id?: string; key?: string }[]).find((one) => one.id === row.id && one.key === row.key);
        if (other) expect(ownOf(other), table).toEqual(ownOf(row));
      }
    }
    // A copy on a third machine is the copy.
    const third = freshDatabase();
    await bring(await fileOf(a.db), third, 'replace');
    expect(await everything(third)).toEqual(left);
    for (const db of [a.db, b.db, third]) db.close();
  }), { numRuns: Number(process.env['RUNS'] ?? 15), ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}) });
}, 300_000);
