/**
 * A full disk, for real: the browser's quota used up, and a file system without room under the whole profile.
 * The line that can't be saved stays in the box, it is said why, a backup can be made, and when there is room it is saved.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';

declare const chrome: { storage: { local: { set: (items: object) => Promise<void> } } };

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
const MEET = 'https://meet.google.com/abc-defg-hij?lang=en&n=1&self=Emma&idle=0';
/** Longer than what is free in the block that the browser wrote last. */
const LONG = `must not be lost ${'x'.repeat(6_000)}`;

interface Disk { fill: () => Promise<void>; free: () => Promise<void> }
let site: SiteServer;
let session: BrowserSession;
let folder = '';
let mounted = false;

async function start(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'baton-full-'));
  if (mounted) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'baton-full', folder]);
  session = await startBrowser({ extension: await ensureBuild('test'), resolverRules: site.resolverRules, headless: true, profile: folder });
  session.context.setDefaultTimeout(20_000);
  await session.inExtension(() => chrome.storage.local.set({ preferences: { language: 'en', theme: 'system', name: 'Emma' } }), null);
}

/** Whether this process may mount: root, and not in a sandbox that forbids it. */
function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'baton-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'baton-mount', place], { stdio: 'ignore' });
    execFileSync('umount', [place]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

beforeAll(async () => { site = await startSiteServer(resolveFixture); return () => site.stop(); });
afterEach(async () => {
  await session.stop({ keepProfile: true });
  if (mounted) execFileSync('umount', ['-l', folder]);
  mounted = false;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** The notes as the database has them, read past Baton; `null` while the browser, which closes all that met the full disk, doesn't open it. */
async function stored(): Promise<string[] | null> {
  return session.inExtension(() => new Promise<string[] | null>((resolve) => {
    const request = indexedDB.open('baton');
    request.onerror = () => { resolve(null); };
    request.onsuccess = () => {
      const read = request.result.transaction('notes');
      const all = read.objectStore('notes').getAll();
      read.onabort = () => { request.result.close(); resolve(null); };
      read.oncomplete = () => { request.result.close(); resolve((all.result as { text: string }[]).map((note) => note.text)); };
    };
  }), null);
}

async function notes(): Promise<string[]> {
  return until(stored, { what: 'the database to open', every: 300 });
}

/** Whether the browser refuses a row. It grants space for half a minute ahead: until that is over, a quota changes nothing. */
async function refused(): Promise<boolean> {
  return session.inExtension(() => new Promise<boolean>((resolve) => {
    const request = indexedDB.open('baton');
    request.onerror = () => { resolve(true); };
    request.onsuccess = () => {
      const work = request.result.transaction('drafts', 'readwrite');
      work.objectStore('drafts').put({ key: 'probe', meetingId: '', text: 'x'.repeat(9_000), updatedAt: 1 });
      work.objectStore('drafts').delete('probe');
      work.oncomplete = () => { request.result.close(); resolve(false); };
      work.onabort = () => { request.result.close(); resolve(true); };
    };
  }), null);
}

/** A call with the panel beside it, and a line that was saved while there was room. */
async function inCall(): Promise<{ tab: Page; panel: Page }> {
  const tab = await session.open(MEET);
  await tab.waitForFunction(() => '__fx' in globalThis);
  await tab.evaluate(() => { (globalThis as unknown as { __fx: { join: () => void } }).__fx.join(); });
  const panel = await session.openPanel(tab);
  const bar = panel.getByRole('textbox', { name: 'Capture' });
  await bar.fill('before');
  await bar.press('Enter');
  // Not when the box is empty: then it is on its way to the disk, which is about to be full.
  await until(async () => /^Saved \d/u.test(await panel.locator('.saved').innerText()), { what: 'the line to be saved' });
  return { tab, panel };
}

/** Enter, again and again as a person would, until the box is empty. */
async function sendUntilTaken(page: Page, box: string): Promise<void> {
  const field = page.getByRole('textbox', { name: box });
  await until(async () => { await field.press('Enter'); return (await field.inputValue()) === ''; }, { what: 'the line to be taken', every: 700 });
}

async function losesNothing({ fill, free }: Disk): Promise<void> {
  const { tab, panel } = await inCall();
  await fill();
  const bar = panel.getByRole('textbox', { name: 'Capture' });
  await bar.fill(LONG);
  await bar.press('Enter');
  // Beside the box, not at the other end of the panel.
  const section = panel.getByRole('region', { name: 'Capture' });
  await section.getByRole('alert').filter({ hasText: 'The disk is full. Make room, then try again.' }).waitFor();
  expect(await bar.inputValue()).toBe(LONG);
  expect(await panel.locator('.saved').innerText()).toBe('Not saved');
  // Opened now, the popup says it too: at once, or of the line that it can't keep.
  const popup = await session.open(`${EXT}/popup.html`);
  await popup.locator('.popup-line').waitFor();
  await popup.keyboard.insertText(LONG);
  await popup.keyboard.press('Enter');
  // What the call page reported meanwhile may not have been saved either, and is said beside it.
  await popup.getByRole('alert').filter({ hasText: /^(?:Not saved\. )?The disk is full/u }).waitFor();
  await popup.close();
  // Behind another tab a side panel stands still.
  await tab.bringToFront();
  await free();
  expect(await notes()).toEqual(['before']);
  await section.getByRole('button', { name: 'Back up what can be read' }).click();
  await section.getByText(/^Saved as .+: \d+ entr/u).waitFor();
  await sendUntilTaken(panel, 'Capture');
  await section.getByRole('alert').waitFor({ state: 'detached' });
  expect(await notes()).toEqual(expect.arrayContaining(['before', LONG]));
  expect(await notes()).toHaveLength(2);
}

describe('a full disk', () => {
  it('by the browser’s quota: the line stays, it is said why, and it is saved when there is room', async () => {
    await start();
    // The override lasts as long as this session of the debugger.
    const keeper = await session.open(`${EXT}/manifest.json`);
    const cdp = await keeper.context().newCDPSession(keeper);
    await losesNothing({
      fill: async () => {
        await cdp.send('Storage.overrideQuotaForOrigin', { origin: EXT, quotaSize: 1 });
        await until(refused, { what: 'the browser to refuse', timeout: 60_000, every: 1_000 });
      },
      free: async () => { await cdp.send('Storage.overrideQuotaForOrigin', { origin: EXT }); },
    });
  });

  it.runIf(canMount())('under the whole profile: the browser closes the database, and Baton opens it again', async () => {
    mounted = true;
    await start();
    const filler = join(folder, 'filler');
    await losesNothing({
      fill: () => {
        for (const size of [1_000_000, 4_096]) {
          try {
            for (;;) appendFileSync(filler, Buffer.alloc(size));
          } catch {
            // Full is what is wanted.
          }
        }
        return Promise.resolve();
      },
      free: () => { rmSync(filler); return Promise.resolve(); },
    });
  });
});
