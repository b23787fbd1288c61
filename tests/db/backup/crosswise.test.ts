/** Two machines bring each other's backup in, crosswise, as it was before: what nobody took away is on both, and what does not conflict is the same on both. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BackupTable } from '@/utils/backup/tables';
import { BACKUP_TABLES } from '@/utils/backup/tables';
import type { Machine, Op } from './machines';
import { bring, diverge, everything, fileOf, steps } from './machines';

type Row = Record<string, unknown> & { id?: string; key?: string };
type Rows = Record<string, Row[]>;
/** What takes nothing away. */
const ADDING: readonly Op[] = ['say', 'say', 'edit', 'edit', 'answer', 'minutes', 'call', 'callMoved', 'rename', 'packet', 'step', 'draft', 'person', 'list', 'listEdit', 'meet'];
const SKEWS = [7, -3_600_007, 3_600_007];
const settings = () => ({ numRuns: Number(process.env['RUNS'] ?? 12), ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}) });
const keyOf = ({ id, key }: Row): string => id ?? key ?? '';
const rowsOf = async ({ db }: Machine): Promise<Rows> => (await everything(db)) as Rows;

/** Each takes the other's file in, written before either had. Resolves to the rows before and after. */
async function cross([a, b]: [Machine, Machine]): Promise<{ before: [Rows, Rows]; after: [Rows, Rows] }> {
  const before: [Rows, Rows] = [await rowsOf(a), await rowsOf(b)];
  const [mine, theirs] = [await fileOf(a.db), await fileOf(b.db)];
  await bring(theirs, a.db);
  await bring(mine, b.db);
  return { before, after: [await rowsOf(a), await rowsOf(b)] };
}

function byKey(rows: readonly Row[] = []): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** In one order. Each machine numbers its meetings from its own on. */
function alike(rows: readonly Row[] = []): Row[] {
  return rows.map(({ ordinal: _ordinal, ...row }): Row => row).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

it('where nothing was taken away both have the same rows, whichever was brought in first', async () => {
  await fc.assert(fc.asyncProperty(steps(6, ADDING), steps(16, ADDING), fc.constantFrom(...SKEWS), async (before, since, skew) => {
    const machines = await diverge(before, since, skew);
    const { after: [left, right] } = await cross(machines);
    for (const table of BACKUP_TABLES) expect(alike(left[table]), table).toEqual(alike(right[table]));
    for (const { db } of machines) db.close();
  }), settings());
}, 300_000);

/** Why a row of one side is not on the other after the merge: the other had taken it away. */
function wasTaken(table: BackupTable, row: Row, before: Rows, after: Rows): boolean {
  // What waits in the bin goes when all in it has gone.
  if (table === 'bin' && wasEmptied(row, before, after)) return true;
  const marks = new Set([...before['removals'] ?? [], ...after['removals'] ?? []].map(({ id }) => id));
  const { meetingId, dealId, topic, accountId } = row as { meetingId?: string; dealId?: string; topic?: string | null; accountId?: string };
  return [`${table}:${keyOf(row)}`, `line-off:${keyOf(row)}`, `topic-off:${topic ?? ''}:${dealId ?? ''}`, `meetings:${meetingId ?? ''}`, `deals:${dealId ?? ''}`, `accounts:${accountId ?? ''}`].some((mark) => marks.has(mark));
}

function wasEmptied(bin: Row, before: Rows, after: Rows): boolean {
  return (bin['rows'] as { table: BackupTable; row: Row }[]).every((kept) => wasTaken(kept.table, kept.row, before, after));
}

it('no row is lost but what one of them took away', async () => {
  await fc.assert(fc.asyncProperty(steps(8), steps(20), fc.constantFrom(...SKEWS), async (before, since, skew) => {
    const machines = await diverge(before, since, skew);
    const { before: [a, b], after } = await cross(machines);
    for (const [own, other, now] of [[a, b, after[0]], [b, a, after[1]]] as const) {
      for (const table of BACKUP_TABLES) {
        // Half-typed forms go with what they are about, and marks where what they mark is there again.
        if (table === 'drafts' || table === 'removals') continue;
        const left = byKey(now[table]);
        for (const row of own[table] ?? []) if (!left.has(keyOf(row))) expect(wasTaken(table, row, { removals: (other['removals'] ?? []).filter(({ id }) => /-off:/u.test(String(id))) }, {}), `own ${table} ${JSON.stringify(row)}`).toBe(true);
        for (const row of other[table] ?? []) if (!left.has(keyOf(row))) expect(wasTaken(table, row, own, now), `other ${table} ${JSON.stringify(row)}`).toBe(true);
      }
    }
    // Off the record, on both, at once.
    for (const { db } of machines) {
      const all = JSON.stringify(await Promise.all(db.tables.map((one) => one.toArray())));
      for (const word of machines.flatMap(({ forgotten }) => forgotten)) expect(all.includes(word), word).toBe(false);
    }
    for (const { db } of machines) db.close();
  }), settings());
}, 300_000);
