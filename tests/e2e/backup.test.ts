/** The built extension: everything goes into one file, is deleted, and comes back from it. */
import { join } from 'node:path';
import { existsSync, statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';

declare const chrome: { storage: { local: { set: (items: object) => Promise<void>; get: (keys: null) => Promise<Record<string, unknown>> } } };

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
let site: SiteServer;
let extension: string;
let session: BrowserSession | null = null;

beforeAll(async () => {
  extension = await ensureBuild('test');
  site = await startSiteServer(resolveFixture);
});
afterEach(async () => { await session?.stop(); session = null; });
afterAll(async () => { await site.stop(); });

/** Every row of every table, read past the app. */
async function everything(browser: BrowserSession): Promise<Record<string, unknown[]>> {
  return browser.inExtension(() => new Promise<Record<string, unknown[]>>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onupgradeneeded = () => { request.transaction?.abort(); };
    request.onerror = () => { reject(new Error('no database')); };
    request.onsuccess = () => {
      const database = request.result;
      // What a restore does not touch: undo steps, tabs, the search index, and what forces the files to be compacted.
      const names = [...database.objectStoreNames].filter((n) => !['changes', 'presence', 'searchChunks', 'searchDirty', 'filler'].includes(n));
      const transaction = database.transaction(names);
      const found: Record<string, unknown[]> = {};
      for (const name of names) {
        const all = transaction.objectStore(name).getAll();
        all.onsuccess = () => { found[name] = all.result; };
      }
      transaction.oncomplete = () => { database.close(); resolve(found); };
    };
  }), null);
}

async function fill(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Start a meeting now' }).click();
  const bar = panel.getByRole('textbox', { name: 'Capture' });
  for (const line of ['재고가 안 맞음', '? 동시 접속 인원', '! 금요일까지 견적', '# 실사 때 밤샘']) {
    await bar.fill(line);
    await bar.press('Enter');
    await until(async () => (await bar.inputValue()) === '', { what: `“${line}” to be taken` });
  }
}

describe('a backup', () => {
  it('by the button brings everything back after it was all deleted', async () => {
    session = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true, utcOffset: 540 });
    const browser = session;
    await browser.inExtension(() => chrome.storage.local.set({ preferences: { language: 'en', theme: 'light', name: 'Emma' } }), null);
    await fill(await browser.open(`${EXT}/sidepanel.html`));
    const before = await everything(browser);
    expect([before.notes, before.gaps, before.commitments].every((rows) => rows && rows.length > 0)).toBe(true);

    const library = await browser.open(`${EXT}/library.html#/settings`);
    await library.getByRole('button', { name: 'Back up now' }).first().click();
    const said = await library.getByText('Saved as baton-backup-', { exact: false }).textContent();
    const file = join(browser.downloads, /baton-backup-\d{4}-\d\d-\d\d\.baton\.zip/.exec(said ?? '')?.[0] ?? 'none');
    await until(() => existsSync(file) && statSync(file).size > 0, { what: 'the download' });

    await library.getByLabel('Type “delete” to confirm').fill('delete');
    await library.getByRole('button', { name: 'Delete everything' }).click();
    await until(async () => Object.values(await everything(browser)).every((rows) => rows.length === 0), { what: 'everything to be gone' });
    // The tables are emptied before the settings go: the rows being gone does not say that the reset is done.
    await until(async () => !('preferences' in (await browser.inExtension(() => chrome.storage.local.get(null), null))), { what: 'the settings to be gone' });

    await library.reload();
    await library.getByLabel('Choose a backup file').setInputFiles(file);
    await library.getByText('Replace everything').click();
    await library.getByRole('button', { name: 'Restore', exact: true }).click();
    await library.getByText('Restored:', { exact: false }).waitFor();
    expect(await everything(browser)).toEqual(before);
    expect(await library.getByLabel('Your name').inputValue()).toBe('Emma');
  });
});
