/** "Delete everything" leaves nothing: no database beside the real one, and no name in the browser's menu. */
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser, calls } from '@/tests/fakes/browser';
import { db } from '@/utils/db/database';
import { deleteDatabases, leftBehind } from '@/utils/db/safety/beside';
import { keepSafetyCopy } from '@/utils/db/safety/safety-copy';
import { watchContextMenu } from '@/utils/services/background/context-menu';
import { runBackground } from '@/utils/services/background/run-background';
import { scrubLeftBehind } from '@/utils/services/background/scrubbing';
import { emptyDatabase, resetEverything } from '@/utils/services/backup/reset-everything';
import { readMenuPlaces, tellMenuPlaces } from '@/utils/services/evidence/menu-places';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { preferences } from '@/utils/settings/preferences';
import { scrubDue } from '@/utils/settings/scrub-due';
import { someDeal } from '../rows';

async function leaveBehind(name: string): Promise<void> {
  const left = new Dexie(name);
  left.version(1).stores({ deals: 'id' });
  await left.table('deals').add({ id: 'd', name: '가온 재고' });
  left.close();
}

const names = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map((one) => one.name).filter((name) => name?.startsWith('baton'));

/** Titles of the menu as it was made last. */
function titles(): string[] {
  const last = calls.findLastIndex(([name]) => name === 'contextMenus.removeAll');
  return calls.slice(last + 1).flatMap(([name, entry]) => (name === 'contextMenus.create' ? [(entry as { title: string }).title] : []));
}

beforeEach(async () => {
  vi.stubGlobal('caches', { keys: async () => Promise.resolve([]) });
  // Other files' tests may have read backups.
  await deleteDatabases(await leftBehind());
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await emptyDatabase(db);
});

it('deletes every database beside the real one', async () => {
  await db.open();
  await keepSafetyCopy({ at: 1, fileName: 'f', bytes: new Uint8Array(1) });
  for (const name of ['baton-migrating-1', 'baton-practice', 'unrelated']) await leaveBehind(name);
  await resetEverything(db);
  expect(await names()).toEqual(['baton']);
  expect((await indexedDB.databases()).some((one) => one.name === 'unrelated')).toBe(true);
  await Dexie.delete('unrelated');
});

it('what a killed restore left behind is scrubbed and goes when the worker starts, and nothing else does', async () => {
  await db.open();
  for (const name of ['baton-migrating-2', 'baton-practice']) await leaveBehind(name);
  runBackground();
  await expect.poll(names, { timeout: 30_000 }).not.toContain('baton-migrating-2');
  await expect.poll(() => scrubDue.getValue(), { timeout: 30_000 }).toBeNull();
  await scrubLeftBehind();
  expect(await scrubDue.getValue()).toBeNull();
  expect(await names()).toEqual(expect.arrayContaining(['baton', 'baton-practice']));
  await Dexie.delete('baton-practice');
});

it('makes the context menu anew without names; before, it follows the meeting that runs', async () => {
  watchContextMenu();
  const [first, second] = [await someDeal(db, '가온', '재고'), await someDeal(db, '한빛', '물류')];
  const meeting = await startManualMeeting(db, first, '', 1);
  await tellMenuPlaces(await readMenuPlaces(db, Date.now()));
  await expect.poll(titles).toContain('가온 · 재고');
  expect(calls.some(([, entry]) => (entry as { id?: string } | undefined)?.id === `here:${first}`)).toBe(true);
  await db.meetings.update(meeting.id, { state: 'closed' });
  await startManualMeeting(db, second, '', 2);
  calls.length = 0;
  await tellMenuPlaces(await readMenuPlaces(db, Date.now()));
  await expect.poll(() => calls.some(([, entry]) => (entry as { id?: string } | undefined)?.id === `here:${second}`)).toBe(true);
  await resetEverything(db);
  await expect.poll(() => titles().length > 0 && !titles().some((title) => /가온|한빛/u.test(title))).toBe(true);
  expect((await preferences.getValue()).name).toBe('');
  expect(await browser.storage.session.get('menuItems')).toEqual({});
});
