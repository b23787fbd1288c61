/** "Delete everything" reaches the disk: no name is in any file of the profile, not even in the browser's own of context menus. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';
import { tracesBelow } from '../practice/forbidden';

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
declare const chrome: { storage: { local: { set: (items: object) => Promise<void> } } };

let session: BrowserSession;

beforeAll(async () => {
  session = await startBrowser({ extension: await ensureBuild('test'), resolverRules: 'MAP * ~NOTFOUND', headless: true });
  session.context.setDefaultTimeout(20_000);
  await session.inExtension(() => chrome.storage.local.set({ preferences: { language: 'en', theme: 'system', name: 'Emma' } }), null);
});
afterAll(async () => session.stop());

it('no name of a deal is left on the disk', async () => {
  // Like nothing before them, so that no file has them as "as before".
  const names = Array.from({ length: 2 }, () => randomBytes(12).toString('base64url').replace(/[^a-z0-9]/giu, 'x'));
  const traces = (): string[] => [...new Set(tracesBelow(session.profile, names).map(({ where }) => where.replaceAll('\\', '/').split('/')[1] ?? ''))];
  const page = await session.open(`${EXT}/library.html#/deals`);
  for (const name of names) {
    await page.getByRole('heading').first().waitFor();
    await page.evaluate((name) => new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('baton');
      request.onerror = () => { reject(new Error(String(request.error))); };
      request.onsuccess = () => {
        const work = request.result.transaction(['accounts', 'deals'], 'readwrite');
        const when = { createdAt: 1, updatedAt: Date.now() };
        work.objectStore('accounts').put({ id: `a-${name}`, name, relationship: 'prospect', ...when });
        work.objectStore('deals').put({ id: `d-${name}`, accountId: `a-${name}`, name, stage: 'estimate', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [], rooms: [], ...when });
        work.oncomplete = () => { request.result.close(); resolve(); };
      };
    }), name);
    // Written past Baton: a page that is opened tells the menu what there is.
    await page.reload();
    await until(() => tracesBelow(session.profile, [name]).some(({ where }) => where.includes('Extension State')), { what: 'the menu to have the name', timeout: 20_000, every: 300 });
  }
  await page.goto(`${EXT}/library.html#/settings`);
  await page.getByLabel('Type “delete” to confirm').fill('delete');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByText('Everything was deleted.').waitFor();
  await until(() => traces().length === 0, { what: 'the names to leave every file', timeout: 60_000, every: 1_000 });
  expect(traces()).toEqual([]);
});
