/** A table that is added must not be forgotten: each one is backed up, purged, searched for off-record words and reset, or is named here with the reason why not. */
import { describe, expect, it } from 'vitest';
import { BACKUP_TABLES } from '@/utils/backup/tables';
import { BatonDatabase } from '@/utils/db/database';
import { CHANGE_TABLES } from '@/utils/db/rows';
import { SEARCH_TABLES } from '@/utils/search/tables';
import { emptyDatabase } from '@/utils/services/backup/reset-everything';
import { freshDatabase } from '../rows';

const ALL = new BatonDatabase('every-table').tables.map((table) => table.name);

/** Not in a backup. */
const NOT_BACKED_UP: Record<string, string> = {
  presence: 'what tabs show now', changes: 'undo belongs to this machine, and what was deleted should not travel',
  searchChunks: 'made again from the rows', searchDirty: 'keys only', filler: 'random bytes, for a moment',
};
/** Not searched. */
const NOT_SEARCHED: Record<string, string> = {
  ...NOT_BACKED_UP, drafts: 'not said yet', bin: 'deleted', contradictions: 'found through their answers', removals: 'ids and times', checklists: 'questions of our own, not what was said', proposals: 'what was decided about those',
};
/** Not undone. */
const NOT_UNDONE: Record<string, string> = {
  ...NOT_BACKED_UP, drafts: 'typed, not done', removals: 'stays: that a row is there again says more',
};

const missing = (known: readonly string[], reasons: Record<string, string>): string[] => ALL.filter((name) => !known.includes(name) && !(name in reasons));

describe('every table of the database', () => {
  it.each([['backed up', BACKUP_TABLES, NOT_BACKED_UP], ['searched', SEARCH_TABLES, NOT_SEARCHED], ['undone', CHANGE_TABLES, NOT_UNDONE]] as const)('is %s or says why not', (_what, known, reasons) => {
    expect(missing(known, reasons)).toEqual([]);
    expect([...known, ...Object.keys(reasons)].filter((name) => !ALL.includes(name))).toEqual([]);
    expect(known.filter((name) => name in reasons)).toEqual([]);
  });

  it('is empty after a reset', async () => {
    const database = freshDatabase();
    for (const table of database.tables) await table.put({ id: 'x', key: 'x', tabId: 1 });
    await emptyDatabase(database);
    const left = await Promise.all(database.tables.map(async (table) => [table.name, await table.count()] as const));
    expect(left.filter(([name, count]) => count > 0 && name !== 'searchDirty')).toEqual([]);
    expect(await database.searchDirty.filter(({ key }) => !key.endsWith(':*')).count()).toBe(0);
  });
});
