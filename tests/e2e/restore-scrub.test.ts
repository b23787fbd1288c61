/**
 * A backup that is read lies for a moment in a database of its own. What of it is not taken over, because it is off the record
 * here, is in no file of the profile afterwards.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import { capture, takeOffRecord } from '../harness/panel/lines';
import { panelOn } from '../harness/panel/panel';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';
import { filesBelow, tracesBelow } from '../practice/forbidden';
import { scrubbed } from '../practice/verdict';

/** The extension's own API, inside pages of the extension. */
declare const chrome: { storage: { local: { set: (items: object) => Promise<void> } } };

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
let session: BrowserSession;

beforeAll(async () => {
  session = await startBrowser({ extension: await ensureBuild('test'), resolverRules: 'MAP * ~NOTFOUND', headless: true });
  session.context.setDefaultTimeout(20_000);
  await session.inExtension(() => chrome.storage.local.set({ preferences: { language: 'en', theme: 'system', name: 'Emma' } }), null);
});
afterAll(async () => session.stop());

/** Evidence that no compression makes smaller, of about fifty kilobytes each. */
async function fill(megabytes: number): Promise<void> {
  await session.inExtension((megabytes) => new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onerror = () => { reject(new Error(String(request.error))); };
    request.onsuccess = async () => {
      const meeting = await new Promise<{ id: string; dealId: string }>((done) => { const all = request.result.transaction('meetings').objectStore('meetings').getAll(); all.onsuccess = () => { done((all.result as { id: string; dealId: string }[])[0] ?? { id: '', dealId: '' }); }; });
      for (let at = 0; at < megabytes; at += 1) {
        const work = request.result.transaction('clips', 'readwrite', { durability: 'relaxed' });
        for (let i = 0; i < 20; i += 1) {
          const text = Array.from(crypto.getRandomValues(new Uint32Array(8_000)), (number) => number.toString(36)).join('');
          work.objectStore('clips').put({ id: crypto.randomUUID(), dealId: meeting.dealId, meetingId: meeting.id, itemId: null, topic: null, kind: 'article', limit: null, url: '', title: 't', siteName: '', byline: '', language: '', direction: 'ltr', html: '', text, at: 1, updatedAt: 1 });
        }
        await new Promise((done) => { work.oncomplete = done; });
      }
      request.result.close();
      resolve();
    };
  }), megabytes);
}

async function backUp(library: Page): Promise<string> {
  await library.getByRole('button', { name: 'Back up now' }).first().click();
  const said = await library.getByText('Saved as baton-backup-', { exact: false }).textContent({ timeout: 60_000 });
  const file = join(session.downloads, /baton-backup-[\d-]+(?: \(\d+\))?\.baton\.zip/.exec(said ?? '')?.[0] ?? 'none');
  await until(() => existsSync(file) && statSync(file).size > 0, { what: 'the download' });
  return file;
}

/** Databases of the extension, and the bytes of the copy from before the restore, in hexadecimal figures. */
async function beside(): Promise<{ names: string[]; copy: string }> {
  return session.inExtension(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const copy = await new Promise<string>((resolve) => {
      const request = indexedDB.open('baton-safety');
      request.onsuccess = () => {
        const all = request.result.transaction('copies').objectStore('copies').getAll() as IDBRequest<{ bytes: Uint8Array }[]>;
        all.onsuccess = () => { request.result.close(); resolve([...all.result[0]?.bytes ?? []].map((byte) => byte.toString(16).padStart(2, '0')).join('')); };
      };
    });
    return { names, copy };
  }, null);
}

/** A running browser replaces its files meanwhile. */
function holds(path: string, bytes: Buffer): boolean {
  try {
    return readFileSync(path).includes(bytes);
  } catch {
    return false;
  }
}

/** `MB=30` looks at it in a file whose rows lie two levels below their deletion. */
it('words that a merged file has and that went off the record leave the disk, and so does a copy from before that is dropped', async () => {
  const secrets = Array.from({ length: 3 }, () => randomBytes(12).toString('base64url').replace(/[^a-z0-9]/giu, 'x'));
  const page = await session.open(`${EXT}/sidepanel.html`);
  await page.getByRole('button', { name: 'Start a meeting now' }).click();
  await page.getByRole('textbox', { name: 'Capture' }).waitFor();
  const panel = await panelOn(page, 'en');
  for (const line of [...secrets, 'stays', 'goes later']) await capture(panel, line);
  await fill(Number(process.env['MB'] ?? 0));
  const library = await session.open(`${EXT}/library.html#/settings`);
  const file = await backUp(library);
  for (const secret of secrets) await takeOffRecord(panel, secret);
  await library.getByLabel('Choose a backup file').setInputFiles(file, { timeout: 120_000 });
  await library.getByRole('button', { name: 'Restore', exact: true }).click({ timeout: 120_000 });
  await library.getByText('Restored:', { exact: false }).waitFor({ timeout: 120_000 });
  // What the copy holds is packed: a piece of its middle stands for all of it. Long ones are files of their own, which go whole.
  const { copy } = await beside();
  const piece = Buffer.from(copy, 'hex').subarray(copy.length / 4, copy.length / 4 + 32);
  const copies = () => filesBelow(session.profile).filter((path) => path.includes('IndexedDB') && holds(path, piece));
  await scrubbed(session);
  await until(() => copies().length > 0, { what: 'the copy to be on the disk' });
  await takeOffRecord(panel, 'goes later');
  await scrubbed(session);
  const traces = () => [
    ...tracesBelow(session.profile, secrets),
    ...copies(),
  ];
  await until(() => traces().length === 0, { what: 'the words to leave every file', timeout: 20_000, every: 500 });
  await page.waitForTimeout(1_500);
  expect(traces()).toEqual([]);
  expect(tracesBelow(session.profile, ['stays']).length).toBeGreaterThan(0);
  expect((await beside()).names.sort()).toEqual(['baton', 'baton-safety']);
});

it('what a killed page was reading goes when the worker starts next; what a page reads just now stays', async () => {
  const dead = await session.open(`${EXT}/library.html#/settings`);
  const alive = await session.open(`${EXT}/library.html#/settings`);
  for (const [page, name] of [[dead, 'baton-migrating-dead'], [alive, 'baton-migrating-alive']] as const) {
    await page.evaluate(async (name) => new Promise<void>((held) => {
      void navigator.locks.request(name, async () => new Promise(() => { indexedDB.open(name).onsuccess = () => { held(); }; }));
    }), name);
  }
  await dead.close();
  await session.stopWorker();
  // It hears of what is stored, and starts for it.
  await session.inExtension(() => chrome.storage.local.set({ unrelated: 1 }), null);
  const names = async (): Promise<string[]> => session.inExtension(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''), null);
  await until(async () => !(await names()).includes('baton-migrating-dead'), { what: 'the rows of the killed page to go', timeout: 20_000, every: 500 });
  await scrubbed(session);
  expect(await names()).toContain('baton-migrating-alive');
  await alive.close();
});
