/**
 * The built extension beside call pages: reaching the panel, two panels, crash and restart, calls back
 * to back, pages that attack, and no request of its own.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';

/** The extension's own API, inside pages of the extension. */
declare const chrome: {
  storage: { local: { set: (items: object) => Promise<void> } };
  runtime: { getContexts: (filter: { contextTypes: string[] }) => Promise<unknown[]> };
};

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
const MEET = 'https://meet.google.com/abc-defg-hij?lang=en&n=1&self=Emma&idle=0';
let site: SiteServer;
let extension: string;
const asked: string[] = [];
/** One browser for all tests but the one that kills it; each begins with nothing in it. */
let session: BrowserSession | null = null;

async function start(profile?: string): Promise<BrowserSession> {
  const started = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true, utcOffset: 0, ...(profile ? { profile } : {}) });
  started.context.setDefaultTimeout(20_000);
  return started;
}

const introduce = async (browser: BrowserSession): Promise<void> => browser.inExtension(() => chrome.storage.local.set({ preferences: { language: 'en', theme: 'system', name: 'Emma' } }), null);

async function open(): Promise<BrowserSession> {
  if (session) await session.startAfresh();
  else session = await start();
  await introduce(session);
  return session;
}

/** Calls a function of the fixture page. */
async function fx(page: Page, name: string, ...args: unknown[]): Promise<void> {
  await until(async () => page.evaluate(() => '__fx' in globalThis), { what: 'the call page' });
  await page.evaluate(([name, args]) => { void (globalThis as unknown as { __fx: Record<string, (...a: unknown[]) => unknown> }).__fx[name]?.(...args); }, [name, args] as [string, unknown[]]);
}

async function say(panel: Page, text: string): Promise<void> {
  const bar = panel.getByRole('textbox', { name: 'Capture' });
  await bar.fill(text);
  await bar.press('Enter');
  await until(async () => (await bar.inputValue()) === '', { what: `“${text}” to be taken` });
}

/** Rows of a table, read past the panel. Opening it must not make the database: that is Baton's to do. */
async function rows(browser: BrowserSession, table: string): Promise<Record<string, unknown>[]> {
  return browser.inExtension((name) => new Promise<Record<string, unknown>[]>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onupgradeneeded = () => { request.transaction?.abort(); };
    request.onerror = () => { resolve([]); };
    request.onsuccess = () => {
      const database = request.result;
      try {
        const all = database.transaction(name).objectStore(name).getAll();
        all.onsuccess = () => { resolve(all.result as Record<string, unknown>[]); database.close(); };
      } catch (error) {
        database.close();
        reject(error instanceof Error ? error : new Error('database'));
      }
    };
  }), table);
}

beforeAll(async () => {
  extension = await ensureBuild('test');
  site = await startSiteServer((host, path) => { asked.push(host); return resolveFixture(host, path); });
});
afterAll(async () => {
  await session?.stop();
  await site.stop();
});

describe('reaching the panel', () => {
  it('opens from the toolbar on a call page, from the pill by a real click, and follows the call', async () => {
    const browser = await open();
    const page = await browser.open(MEET);
    await fx(page, 'join');
    await fx(page, 'people', [{ name: 'Emma', self: true }, { name: 'Raj <img src=x onerror=alert(1)>' }]);
    const panel = await browser.openPanel(page);
    await panel.getByRole('textbox', { name: 'Capture' }).waitFor();
    await panel.getByRole('tab', { name: 'People' }).click();
    await panel.getByText('Raj <img src=x onerror=alert(1)>', { exact: true }).waitFor();
    expect(await panel.locator('img').count()).toBe(0);
    await fx(page, 'leave');
    await panel.getByText('This meeting isn’t filed under a deal yet.').waitFor();
  });

  it('opens from the pill by a real press; a page’s own click does nothing', async () => {
    const browser = await open();
    const page = await browser.open(MEET);
    await fx(page, 'join');
    // The pill's root is closed to everyone, tests too: it shows by what is under its place, 16 px from the left, 96 px from the bottom.
    const box = await until(async () => page.evaluate(() => {
      const at = { x: 60, y: innerHeight - 96 - 18 };
      const under = document.elementFromPoint(at.x, at.y);
      return under?.parentElement === document.documentElement && under !== document.body ? at : undefined;
    }), { what: 'the pill' });
    const panels = async (): Promise<number> => browser.inExtension(async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length, null);
    await page.evaluate(({ x, y }) => { document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: x, clientY: y })); }, box);
    await page.waitForTimeout(500);
    expect(await panels()).toBe(0);
    await page.bringToFront();
    await page.mouse.click(box.x, box.y);
    await until(async () => (await panels()) === 1, { what: 'the panel to open' });
  });

  it('has a popup elsewhere, and a plain window that works without any page', async () => {
    const browser = await open();
    const popup = await browser.open(`${EXT}/popup.html`);
    await popup.getByRole('button', { name: 'Open Baton in a window' }).waitFor();
    const panel = await browser.open(`${EXT}/sidepanel.html`);
    await panel.getByRole('textbox', { name: 'Meeting title' }).fill('Phone call');
    await panel.getByRole('button', { name: 'Start a meeting now' }).click();
    await say(panel, '? who decides');
    expect(await rows(browser, 'gaps')).toMatchObject([{ question: 'who decides', owner: 'Emma', dealId: '' }]);
    expect(await rows(browser, 'meetings')).toMatchObject([{ title: 'Phone call', state: 'live', segments: [{ platform: 'manual' }] }]);
  });
});

describe('live data', () => {
  it('two panels agree, in two languages switched live', async () => {
    const browser = await open();
    const page = await browser.open(MEET);
    await fx(page, 'join');
    const first = await browser.openPanel(page);
    const second = await browser.open(`${EXT}/sidepanel.html`);
    await say(first, 'written in the first');
    await second.getByRole('tab', { name: 'Notes' }).click();
    await second.getByText('written in the first').waitFor();
    await say(second, '! written in the second');
    // A panel beside a tab in the background doesn't paint: to its tab, as a person would.
    await page.bringToFront();
    await first.getByRole('tab', { name: 'Notes' }).click();
    await first.getByText('written in the second').waitFor();
    await second.bringToFront();
    await second.getByRole('button', { name: 'Settings' }).click();
    await second.getByText('한국어').click();
    await first.getByRole('tab', { name: '체크리스트' }).waitFor();
  });

  it('calls back to back in one tab do not mix, and the old one waits for its review', async () => {
    const browser = await open();
    const page = await browser.open(MEET);
    await fx(page, 'join');
    const panel = await browser.openPanel(page);
    await say(panel, 'of the first call');
    await page.goto(MEET.replace('abc-defg-hij', 'xyz-uvwx-rst'));
    await fx(page, 'join');
    await panel.getByText('waiting for its review', { exact: false }).waitFor();
    await panel.getByRole('button', { name: 'Different meeting' }).click();
    await say(panel, 'of the second call');
    const meetings = await rows(browser, 'meetings');
    const notes = await rows(browser, 'notes');
    expect(meetings).toHaveLength(2);
    const roomOf = (text: string): unknown => meetings.find((m) => m.id === notes.find((n) => n.text === text)?.meetingId)?.room;
    expect([roomOf('of the first call'), roomOf('of the second call')]).toEqual(['meet:abc-defg-hij', 'meet:xyz-uvwx-rst']);
  });

  it('survives a reload of the page: the same meeting goes on', async () => {
    const browser = await open();
    const page = await browser.open(MEET);
    await fx(page, 'join');
    const panel = await browser.openPanel(page);
    await say(panel, 'before');
    await page.reload();
    await fx(page, 'join');
    await until(async () => (await rows(browser, 'meetings')).some((m) => m.state === 'live'), { what: 'the call to go on' });
    await say(panel, 'after');
    expect(await rows(browser, 'meetings')).toHaveLength(1);
  });

  it('survives kill -9: every saved line once, the draft too, the meeting is offered again', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'baton-kill-'));
    const browser = await start(profile);
    await introduce(browser);
    const panel = await browser.open(`${EXT}/sidepanel.html`);
    await panel.getByRole('button', { name: 'Start a meeting now' }).click();
    for (const n of [1, 2, 3]) await say(panel, `line ${String(n)}`);
    await panel.getByRole('status').filter({ hasText: /^Saved / }).waitFor();
    const bar = panel.getByRole('textbox', { name: 'Capture' });
    await bar.pressSequentially('half a thou');
    await panel.waitForTimeout(150);
    await browser.killHard();
    const again = await start(profile);
    expect((await rows(again, 'notes')).map((n) => n.text).sort()).toEqual(['line 1', 'line 2', 'line 3']);
    const back = await again.open(`${EXT}/sidepanel.html`);
    await until(async () => (await back.getByRole('textbox', { name: 'Capture' }).inputValue()) === 'half a thou', { what: 'the draft to come back' });
    await again.stop();
  });
});

describe('strangers’ pages', () => {
  it('shows hostile names and 500 people as plain text and stays usable', async () => {
    const browser = await open();
    const page = await browser.open(MEET);
    await fx(page, 'join');
    await fx(page, 'people', [{ name: 'Emma', self: true }, ...Array.from({ length: 500 }, (_, i) => ({ name: `Person ${String(i)} <script>alert(1)</script>` }))]);
    const panel = await browser.openPanel(page);
    await until(async () => ((await rows(browser, 'meetings'))[0]?.participants as unknown[] | undefined)?.length === 500, { what: 'people to arrive', timeout: 20_000 });
    await panel.getByRole('tab', { name: 'People' }).click();
    await panel.getByText('Person 3 <script>alert(1)</script>', { exact: true }).waitFor();
    await say(panel, 'still works');
  });

  it('says so when the page can’t be read, and notes go on', async () => {
    const browser = await open();
    const page = await browser.open(`${MEET}&variant=hostile`);
    await fx(page, 'join');
    const panel = await browser.openPanel(page);
    await panel.getByText('Baton can’t read this page', { exact: false }).waitFor({ timeout: 30_000 });
    await panel.getByRole('button', { name: 'Start a meeting now' }).click();
    await say(panel, 'by hand');
  });

  it('asks no other host for anything', () => {
    expect(new Set(asked)).toEqual(new Set(['meet.google.com']));
  });
});
