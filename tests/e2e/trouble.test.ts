/** The browser's own refusals, for real: a newer database, a window that holds an older one, files that were damaged behind its back. */
import { readdirSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCHEMA_VERSIONS } from '@/utils/db/versions';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';

declare const chrome: { storage: { local: { set: (items: object) => Promise<void> } } };

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
const profile = mkdtempSync(join(tmpdir(), 'baton-trouble-'));
let site: SiteServer;
let session: BrowserSession;

async function start(): Promise<void> {
  const extension = await ensureBuild('test');
  session = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true, profile });
  session.context.setDefaultTimeout(20_000);
  await session.inExtension(() => chrome.storage.local.set({ preferences: { language: 'en', theme: 'system', name: 'Emma' } }), null);
}

beforeAll(async () => {
  site = await startSiteServer(resolveFixture);
  await start();
});
afterAll(async () => {
  await session.stop();
  await site.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('the browser refuses', () => {
  it('data of a newer Baton: every page says so and offers the backup, and nothing is written', async () => {
    await session.inExtension(() => new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('baton', 9_990);
      request.onupgradeneeded = () => { request.result.createObjectStore('holograms', { keyPath: 'id' }); };
      request.onerror = () => { reject(new Error(String(request.error))); };
      request.onsuccess = () => { request.result.close(); resolve(); };
    }), null);
    for (const place of ['sidepanel.html', 'popup.html', 'library.html', 'library.html#/settings']) {
      const page = await session.open(`${EXT}/${place}`);
      await page.getByRole('heading', { name: 'The data is from a newer Baton' }).waitFor();
      if (place === 'popup.html') expect(await page.locator('#popup-box').evaluate((box) => (box as HTMLTextAreaElement).readOnly)).toBe(true);
      await page.getByRole('button', { name: 'Back up what can be read' }).click();
      await page.getByText(/^Saved as .+: \d+ entries/u).waitFor();
      await page.close();
    }
    // Practice has a database of its own.
    const practice = await session.open(`${EXT}/practice.html`);
    await practice.locator('#root > *').first().waitFor();
    expect(await practice.getByRole('heading', { name: 'The data is from a newer Baton' }).count()).toBe(0);
    await practice.close();
    await session.inExtension(() => new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('baton');
      request.onerror = () => { reject(new Error(String(request.error))); };
      request.onsuccess = () => { resolve(); };
    }), null);
  });

  it('a window that holds the older version: it is said, and goes on by itself when that window is closed', async () => {
    const holder = await session.open(`${EXT}/manifest.json`);
    await holder.evaluate((stores) => new Promise<void>((resolve, reject) => {
      indexedDB.deleteDatabase('baton');
      // Asked for at once: nobody comes in between and makes it new.
      const request = indexedDB.open('baton', 10);
      request.onupgradeneeded = () => { for (const [name, key, auto] of stores) request.result.createObjectStore(name, { keyPath: key, autoIncrement: auto }); };
      request.onerror = () => { reject(new Error(String(request.error))); };
      request.onsuccess = () => {
        const work = request.result.transaction('accounts', 'readwrite');
        work.objectStore('accounts').put({ id: 'a1', name: 'Gaon Foods', relationship: 'prospect', createdAt: 1, updatedAt: 1 });
        // Deaf to `versionchange`, as a window that hangs is.
        work.oncomplete = () => { Object.assign(globalThis, { held: request.result }); resolve(); };
      };
    }), Object.entries(SCHEMA_VERSIONS[0]?.stores ?? {}).map(([name, keys]) => { const key = (keys ?? 'id').split(',')[0] ?? 'id'; return [name, key.replace('++', ''), key.startsWith('++')] as const; }));
    const page = await session.open(`${EXT}/library.html#/accounts`);
    await page.getByRole('heading', { name: 'Another Baton window is holding the data' }).waitFor();
    await holder.close();
    await page.getByText('Gaon Foods').waitFor();
    expect(await page.getByRole('heading', { name: 'Another Baton window is holding the data' }).count()).toBe(0);
    await page.close();
  });

  it('files damaged behind the browser’s back: it is said, whatever the browser makes of them', async () => {
    const before = await session.open(`${EXT}/library.html#/deals`);
    await session.inExtension(() => chrome.storage.local.set({ hadData: true }), null);
    await before.close();
    await session.stop({ keepProfile: true });
    const folder = join(profile, 'Default', 'IndexedDB', `chrome-extension_${TEST_EXTENSION_ID}_0.indexeddb.leveldb`);
    const files = readdirSync(folder).filter((name) => /^(MANIFEST|CURRENT|\d+\.(log|ldb))/u.test(name));
    expect(files.length).toBeGreaterThan(1);
    for (const name of files) writeFileSync(join(folder, name), 'not what was here');
    await start();
    const page = await session.open(`${EXT}/library.html#/deals`);
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('alert').first().innerText()).toMatch(/threw them away|cannot read the data/u);
    await page.close();
  });
});
