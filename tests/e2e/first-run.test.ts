/** First run: the welcome comes once, practice works on its own and leaves nothing, help knows the keys. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
let extension: string;
let site: SiteServer;
let session: BrowserSession | null = null;

async function open(options: { keepWelcome?: boolean; profile?: string } = {}): Promise<BrowserSession> {
  await session?.stop();
  session = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true, ...options });
  session.context.setDefaultTimeout(20_000);
  return session;
}

function welcomes(browser: BrowserSession): Page[] {
  return browser.context.pages().filter((page) => page.url().includes('#/welcome'));
}

async function databases(browser: BrowserSession): Promise<string[]> {
  return browser.inExtension(async () => (await indexedDB.databases()).map((one) => one.name ?? '').sort(), null);
}

/** Rows of a table of the real database, or none while it does not exist. */
async function realRows(browser: BrowserSession, table: string): Promise<number> {
  return browser.inExtension((name) => new Promise<number>((resolve) => {
    const request = indexedDB.open('baton');
    request.onupgradeneeded = () => { request.transaction?.abort(); };
    request.onerror = () => { resolve(0); };
    request.onsuccess = () => {
      const count = request.result.transaction(name).objectStore(name).count();
      count.onsuccess = () => { resolve(count.result); request.result.close(); };
    };
  }), table);
}

async function say(panel: FrameLocator, text: string): Promise<void> {
  const bar = panel.getByRole('textbox', { name: 'Capture' });
  await bar.fill(text);
  await bar.press('Enter');
  await until(async () => (await bar.inputValue()) === '', { what: `“${text}” to be taken` });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in a page or frame; its code goes past the policy as the debugger's own does. */
async function violations(where: Page | Frame): Promise<string[]> {
  await where.evaluate(axe);
  return where.evaluate(async () => {
    const { axe: found } = globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const result = await found.run(document, { iframes: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  });
}

beforeAll(async () => {
  extension = await ensureBuild('test');
  site = await startSiteServer(() => null);
});
afterAll(async () => {
  await session?.stop();
  await site.stop();
});

describe('the welcome', () => {
  it('opens once after installing, leads through three screens, and never comes again by itself', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'baton-welcome-'));
    const browser = await open({ keepWelcome: true, profile });
    const page = await until(() => welcomes(browser)[0], { what: 'the welcome' });
    await page.getByRole('heading', { level: 1, name: 'What Baton sees, and where it stays' }).waitFor();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByText('한국어', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '나에게 맞게' }).waitFor();
    await page.getByRole('textbox', { name: '내 이름' }).fill('박서연');
    await page.getByRole('link', { name: '다음' }).click();
    await page.getByRole('link', { name: '연습 통화 시작' }).click();
    await page.getByRole('heading', { level: 1, name: '연습 통화' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /^고객과 통화하기 전에/u }).waitFor();
    await until(async () => browser.inExtension(async () => {
      const kept = (await (globalThis as unknown as { chrome: { storage: { local: { get: (key: string) => Promise<{ preferences?: { name: string; language: string } }> } } } }).chrome.storage.local.get('preferences')).preferences;
      return kept?.name === '박서연' && kept.language === 'ko';
    }, null), { what: 'language and name to be kept' });
    await browser.stop({ keepProfile: true });
    session = null;
    const again = await open({ keepWelcome: true, profile });
    await new Promise((resolve) => { setTimeout(resolve, 2_000); });
    expect(welcomes(again)).toEqual([]);
  });
});

// One browser for all that follows: help keeps nothing.
describe('help and practice', () => {
  let browser: BrowserSession;
  beforeAll(async () => { browser = await open(); });

  it('show the shortcuts as the browser has them', async () => {
    const page = await browser.open(`${EXT}/library.html#/help`);
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    const set = await page.evaluate(async () => (globalThis as unknown as { chrome: { commands: { getAll: () => Promise<{ name: string; shortcut: string }[]> } } }).chrome.commands.getAll());
    // Some are taken by the browser itself: help then says so, and does not promise a key that does nothing.
    const rows = { 'open-panel': 'Open the panel of this tab', capture: 'Write a note', gap: 'Write a gap' };
    for (const [name, text] of Object.entries(rows)) {
      const shortcut = set.find((one) => one.name === name)?.shortcut ?? 'no such command';
      const shown = page.locator('dl > div').filter({ has: page.locator('dd', { hasText: new RegExp(`^${text}$`, 'u') }) }).locator('dt');
      await until(async () => (await shown.innerText()) === (shortcut === '' ? 'not set' : shortcut), { what: `the key of ${name}, ${shortcut}` });
    }
    expect(set.some((one) => one.shortcut !== '')).toBe(true);
    await page.getByText(/^Baton \d+\.\d+\.\d+ · Mozilla/u).waitFor();
  });

  it('go, in a practice call, from the first sentence to the packet, beside no real deal, and is gone with one button', async () => {
    const page = await browser.open(`${EXT}/library.html#/practice`);
    const panel = page.frameLocator('iframe');
    await page.getByRole('button', { name: 'Start the call' }).click();
    await page.getByText('Our orders come in by mail', { exact: false }).waitFor();
    const bar = panel.getByRole('textbox', { name: 'Capture' });
    await bar.waitFor();
    await panel.getByText('Practice: kept apart from your deals').waitFor();
    for (const where of page.frames()) expect(await violations(where)).toEqual([]);
    await panel.getByRole('button', { name: /^Answered|^.*Trigger/u }).first().press('Enter');
    await panel.getByRole('textbox', { name: 'Answer', exact: true }).fill('Orders get lost between mail, phone and chat');
    await panel.getByRole('button', { name: 'Save answer' }).click();
    await page.getByText('Answer an item, done').waitFor();
    await say(panel, '? which version is the warehouse system');
    await page.getByText('Write a line with “?”, done').waitFor();
    await panel.getByRole('button', { name: 'End and review' }).click();
    await page.getByText('End the call and see its review, done').waitFor();
    await panel.getByRole('button', { name: /packet/iu }).first().click();
    await page.getByText('That is all of it.', { exact: false }).waitFor();
    const preview = panel.frameLocator('iframe.packet-frame');
    await preview.getByText('Practice: Northgate Supply', { exact: false }).first().waitFor();
    expect(await databases(browser)).toContain('baton-practice');
    for (const table of ['deals', 'accounts', 'meetings', 'gaps', 'answers', 'packets', 'drafts', 'changes']) expect([table, await realRows(browser, table)]).toEqual([table, 0]);
    await page.getByRole('button', { name: 'End practice and remove it' }).click();
    await page.getByText('The practice call is removed.', { exact: false }).waitFor();
    expect(await databases(browser)).not.toContain('baton-practice');
    await page.getByRole('button', { name: 'Practise again' }).click();
    await panel.getByRole('textbox', { name: 'Capture' }).waitFor();
  });
});
