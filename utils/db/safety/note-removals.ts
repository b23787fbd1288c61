/** Notes what is deleted, and which steps of a deal are taken back, in the transaction that does it: whoever deletes cannot forget to say so. */
import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';
import type { Removal } from '../../backup/removed/marks';
import { latestOf, rowMark, stepMark } from '../../backup/removed/marks';
import type { Deal } from '../../deal/deal';
import { CHANGE_TABLES } from '../rows';

const REMOVALS = 'removals';

/** What the request takes away of a row. */
function takenFrom(name: string, row: Deal, after: Deal | undefined): Removal[] {
  if (!after) return [{ id: rowMark(name, row.id), at: latestOf(row) }];
  return (row.course ?? []).filter(({ to, at }) => after.course?.some((step) => to === step.to && at === step.at) !== true).map((step) => ({ id: stepMark(row.id, step), at: step.at }));
}

/** The rows that the request may take something away of. Emptying a table is a reset, a new row takes nothing away, and of changes only those of a deal's course do. */
function touched(name: string, request: DBCoreMutateRequest): { keys: string[]; after: Deal[] } {
  if (request.type === 'put' && name === 'deals') return { keys: (request.values as Deal[]).map(({ id }) => id), after: request.values as Deal[] };
  return { keys: request.type === 'delete' ? request.keys as string[] : [], after: [] };
}

function watched(core: DBCore, table: DBCoreTable, name: string): DBCoreTable {
  return {
    ...table,
    mutate: async (request) => {
      const { trans } = request;
      const { keys, after } = touched(name, request);
      // What is no change of a person's, and upgrades from before this was kept, have no such table in their transaction.
      if (keys.length === 0 || !(trans as unknown as IDBTransaction).objectStoreNames.contains(REMOVALS)) return table.mutate(request);
      // Asked for before the rows change, and not waited for: requests of a transaction are answered in order. Dexie's own `then` stays in the transaction.
      const noted = table.getMany({ trans, keys }).then((before: (Deal | undefined)[]) => {
        const values = before.flatMap((row, i) => (row ? takenFrom(name, row, after[i]) : []));
        return values.length > 0 ? core.table(REMOVALS).mutate({ type: 'put', trans, values }) : null;
      });
      const [result] = await Promise.all([table.mutate(request), noted]);
      return result;
    },
  };
}

/** Dexie's middleware for it. A row that comes back by undo keeps its mark: that it is there says more. */
export const noteRemovals: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'note-removals',
  create: (core) => ({ ...core, table: (name) => (CHANGE_TABLES.some((one) => one === name) ? watched(core, core.table(name), name) : core.table(name)) }),
};
