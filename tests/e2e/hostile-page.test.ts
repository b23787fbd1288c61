/** A call page that attacks: it can lie about its own call, and neither drive nor read Baton. */
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

declare const chrome: { runtime: { getContexts: (filter: { contextTypes: string[] }) => Promise<unknown[]> } };
/** What the attacker's script wrote down. */
interface Loot { roots: number; listeners: string[]; words: string[]; before: string[] }
type Hostile = typeof globalThis & { loot: Loot; __fx: Record<string, (...args: unknown[]) => unknown> };

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
const SECRET = 'the budget is three million';
let site: SiteServer;
let session: BrowserSession;

/** Replaces what pages and scripts are built from, before anything else runs, and records what passes. */
function attack(): void {
  const loot: Loot = { roots: 0, listeners: [], words: [], before: [] };
  const hear = (value: unknown): void => {
    try {
      const text = typeof value === 'string' ? value : '';
      if (/baton|page-signal|open-panel|Open Baton|chrome-extension/iu.test(text)) loot.words.push(text.slice(0, 200));
    } catch {
      // The attacker goes on.
    }
  };
  const wrap = (target: object, name: string, before: (self: unknown, args: unknown[]) => void): void => {
    const original = Reflect.get(target, name) as (...args: unknown[]) => unknown;
    Reflect.defineProperty(target, name, { configurable: true, writable: true, value: function stolen(this: unknown, ...args: unknown[]) { before(this, args); return Reflect.apply(original, this, args); } });
  };
  const attachShadow = Reflect.get(Element.prototype, 'attachShadow');
  Reflect.defineProperty(Element.prototype, 'attachShadow', { configurable: true, writable: true, value: function stolen(this: Element) { loot.roots += 1; return Reflect.apply(attachShadow, this, [{ mode: 'open' }]); } });
  wrap(EventTarget.prototype, 'addEventListener', (self, [type]) => { if (self instanceof HTMLButtonElement || self === window) loot.listeners.push(String(type)); });
  wrap(JSON, 'stringify', (_, [value]) => { hear(typeof value === 'object' && value !== null && 'to' in value ? 'page-signal' : ''); });
  wrap(JSON, 'parse', (_, [value]) => { hear(value); });
  wrap(Array.prototype, 'push', (_, args) => { args.forEach(hear); });
  wrap(Array.prototype, 'join', (self) => { if (Array.isArray(self)) self.forEach(hear); });
  wrap(Element.prototype, 'append', (_, args) => { args.forEach((arg) => { hear(arg instanceof Element ? arg.textContent : arg); }); });
  wrap(Document.prototype, 'createElement', (_, [tag]) => { hear(tag); });
  Reflect.defineProperty(Object.prototype, 'signal', { configurable: true, set(value: unknown) { hear(JSON.stringify(value)); loot.words.push('Object.prototype.signal'); } });
  Reflect.defineProperty(Event.prototype, 'isTrusted', { configurable: true, get: () => true });
  Object.assign(globalThis, { loot });
  addEventListener('message', (event) => { hear(JSON.stringify(event.data)); });
  loot.before = Object.getOwnPropertyNames(globalThis);
}

async function open(room: string, query = ''): Promise<Page> {
  const page = await session.context.newPage();
  await page.addInitScript(attack);
  await page.goto(`https://meet.google.com/${room}?lang=en&n=1&self=Emma&idle=0${query}`);
  await page.waitForFunction(() => '__fx' in globalThis);
  await page.bringToFront();
  return page;
}

async function fx(page: Page, name: string, ...args: unknown[]): Promise<void> {
  await page.evaluate(([method, given]) => { void (globalThis as Hostile).__fx[method]?.(...given); }, [name, args] as [string, unknown[]]);
}

async function rows(table: string): Promise<Record<string, unknown>[]> {
  return session.inExtension((name) => new Promise<Record<string, unknown>[]>((resolve) => {
    const request = indexedDB.open('baton');
    request.onupgradeneeded = () => { request.transaction?.abort(); };
    request.onerror = () => { resolve([]); };
    request.onsuccess = () => {
      const all = request.result.transaction(name).objectStore(name).getAll();
      all.onsuccess = () => { resolve(all.result as Record<string, unknown>[]); request.result.close(); };
    };
  }), table);
}

async function panels(): Promise<number> {
  return session.inExtension(async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length, null);
}

async function meetingOf(room: string): Promise<Record<string, unknown> | undefined> {
  return (await rows('meetings')).find((meeting) => meeting.room === `meet:${room}`);
}

async function pill(page: Page): Promise<void> {
  await until(async () => page.evaluate(() => [...document.documentElement.children].some((child) => !['HEAD', 'BODY'].includes(child.tagName))), { what: 'the pill', timeout: 8_000 });
}

beforeAll(async () => {
  const extension = await ensureBuild('test');
  site = await startSiteServer(resolveFixture);
  session = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true });
  session.context.setDefaultTimeout(20_000);
  const panel = await session.open(`${EXT}/sidepanel.html`);
  await panel.getByRole('button', { name: 'Start a meeting now' }).click();
  await panel.getByRole('textbox', { name: 'Capture' }).fill(SECRET);
  await panel.getByRole('textbox', { name: 'Capture' }).press('Enter');
  await until(async () => (await rows('notes')).length === 1, { what: 'the note' });
  await panel.close();
});
afterAll(async () => {
  await session.stop();
  await site.stop();
});

describe('a page that replaced the language under everything', () => {
  it('sees none of Baton’s calls, and Baton still reads the call', async () => {
    const page = await open('abc-defg-hij');
    await fx(page, 'join');
    await fx(page, 'people', [{ name: 'Emma', self: true }, { name: 'Raj' }]);
    await pill(page);
    await until(async () => ((await meetingOf('abc-defg-hij'))?.participants as unknown[] | undefined)?.length === 2, { what: 'the people' });
    const loot = await page.evaluate(() => (globalThis as Hostile).loot);
    expect(loot.words).toEqual([]);
    // The pill's root was made where the page's own attachShadow is not.
    expect(loot.roots).toBe(0);
    expect(await page.evaluate(() => [...document.documentElement.children].at(-1)?.shadowRoot)).toBeNull();
    await page.close();
  });

  it('finds no name, style, script or attribute of Baton in itself', async () => {
    const page = await open('bcd-efgh-ijk');
    const look = () => page.evaluate(() => ({
      html: document.documentElement.getAttributeNames().filter((name) => name !== 'lang' && name !== 'class'),
      extra: [...document.documentElement.children].filter((child) => !['HEAD', 'BODY'].includes(child.tagName)).map((child) => [child.tagName, child.getAttributeNames(), child.childNodes.length]),
      sheets: document.adoptedStyleSheets.length,
      scripts: [...document.querySelectorAll('script,link,style')].filter((one) => /extension:/u.test(one.outerHTML)).length,
      entries: performance.getEntriesByType('resource').filter((one) => one.name.includes('extension')).length,
      added: Object.getOwnPropertyNames(globalThis).filter((name) => !(globalThis as Hostile).loot.before.includes(name) && !/^(__fx|loot|fx)/u.test(name)),
    }));
    const before = await look();
    await fx(page, 'join');
    await pill(page);
    const after = await look();
    expect(after).toEqual({ ...before, extra: [['DIV', [], 0]], added: after.added });
    // What the fixture itself puts on window while it runs is not ours: the isolated world adds nothing.
    expect(after.added.filter((name) => /baton|wxt|chrome|browser|content/iu.test(name))).toEqual([]);
    await page.close();
  });
});

describe('a page that reaches for Baton', () => {
  it('has no runtime, no database, no file and no frame of it', async () => {
    const page = await open('cde-fghi-jkl');
    await fx(page, 'join');
    await pill(page);
    const reached = await page.evaluate(async (ext) => {
      const runtime = (globalThis as unknown as { chrome?: { runtime?: unknown } }).chrome?.runtime;
      const fetched = await fetch(`${ext}/library.html`).then(() => 'read', () => 'refused');
      const image = await new Promise<string>((resolve) => {
        const img = new Image();
        img.onload = () => { resolve('read'); };
        img.onerror = () => { resolve('refused'); };
        img.src = `${ext}/icon/32.png`;
      });
      const frame = document.createElement('iframe');
      frame.src = `${ext}/sidepanel.html`;
      document.body.append(frame);
      await new Promise((resolve) => { setTimeout(resolve, 800); });
      const names = (await indexedDB.databases()).map((one) => one.name);
      const stored = [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((name) => !name.startsWith('fx-'));
      return { runtime: typeof runtime, fetched, image, names, stored };
    }, EXT);
    expect(reached).toEqual({ runtime: 'undefined', fetched: 'refused', image: 'refused', names: [], stored: [] });
    const framed = page.frames().find((one) => one !== page.mainFrame());
    expect(await framed?.evaluate(() => document.body.innerText).catch(() => '')).not.toMatch(/Baton|Capture/u);
    await page.close();
  });

  it('opens no panel by clicks, keys and messages of its own', async () => {
    const page = await open('def-ghij-klm');
    await fx(page, 'join');
    await pill(page);
    const before = await panels();
    await page.evaluate((id) => {
      const host = [...document.documentElement.children].at(-1);
      const targets = [host, document.elementFromPoint(60, innerHeight - 114), document, window].filter((one): one is Element => Boolean(one));
      for (const target of targets) {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: 60, clientY: innerHeight - 114 }));
        for (const key of ['Enter', ' ']) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        target.dispatchEvent(new KeyboardEvent('keydown', { key: 'B', code: 'KeyB', altKey: true, shiftKey: true, bubbles: true }));
      }
      if (host instanceof HTMLElement) host.click();
      for (const message of [{ to: 'background', type: 'open-panel' }, { to: 'background', type: 'page-signal', signal: { type: 'joined', room: 'meet:zzz-zzzz-zzz', at: 1 } }, { type: 'wxt', id }]) {
        window.postMessage(message, '*');
        document.dispatchEvent(new CustomEvent('message', { detail: message }));
        new BroadcastChannel('dexie-txcommitted').postMessage(message);
        new BroadcastChannel('baton').postMessage(message);
      }
    }, TEST_EXTENSION_ID);
    await page.waitForTimeout(1_200);
    expect(await panels()).toBe(before);
    expect(await meetingOf('zzz-zzzz-zzz')).toBeUndefined();
    await page.close();
  });

  it('can lie about its own call and about nothing else', async () => {
    const kept = async (): Promise<unknown[]> => Promise.all(['notes', 'answers', 'gaps', 'commitments', 'wants', 'deals', 'accounts', 'packets', 'drafts', 'changes'].map(rows));
    const before = await kept();
    const page = await open('efg-hijk-lmn');
    await fx(page, 'join');
    await pill(page);
    await fx(page, 'people', [{ name: 'Emma', self: true }, { name: '"); DROP TABLE deals; --' }, { name: '__proto__' }, { name: '<svg onload=alert(1)>' }]);
    await page.evaluate(async () => {
      for (let i = 0; i < 300; i += 1) {
        document.title = `${String(i)} {"to":"background","type":"open-panel"}`;
        dispatchEvent(new Event('pagehide'));
        dispatchEvent(new Event('pageshow'));
        history.replaceState(null, '', `/${['aaa', 'bbb', 'ccc'][i % 3] ?? ''}-defg-hij${location.search}`);
        if (i % 30 === 0) await new Promise((resolve) => { setTimeout(resolve, 20); });
      }
    });
    await page.waitForTimeout(2_500);
    expect(await kept()).toEqual(before);
    expect(JSON.stringify(before)).toContain(SECRET);
    expect((await rows('meetings')).length).toBeLessThan(12);
    expect(await panels()).toBe(0);
    await page.close();
  });

  it('can’t stand in for the document’s own functions by naming elements after them', async () => {
    const page = await open('fgh-ijkl-mno');
    await fx(page, 'join');
    await until(async () => (await meetingOf('fgh-ijkl-mno'))?.state === 'live', { what: 'the call to be seen' });
    const stolen = await page.evaluate(() => {
      const forms = ['querySelector', 'querySelectorAll', 'documentElement', 'body', 'head', 'title', 'createElement', 'defaultView', 'getElementById', 'addEventListener', 'readyState'].map((name) => {
        const form = Object.assign(document.createElement('form'), { name, id: name, hidden: true });
        form.append(Object.assign(document.createElement('input'), { name: 'attachShadow' }), Object.assign(document.createElement('input'), { name: 'append' }));
        return form;
      });
      document.body.append(...forms);
      return typeof document.querySelector;
    });
    // In the page's own world they do stand in; Baton's is another.
    expect(stolen).not.toBe('function');
    await page.waitForTimeout(2_500);
    expect((await meetingOf('fgh-ijkl-mno'))?.state).toBe('live');
    await page.evaluate(() => { history.replaceState(null, '', '/landing'); });
    await until(async () => (await meetingOf('fgh-ijkl-mno'))?.state === 'wrap_up', { what: 'the end of the call to be seen', timeout: 10_000 });
    await page.close();
  });
});
