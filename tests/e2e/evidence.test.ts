/** Evidence in the built extension: a right click on a page of the web, the reader page, the item in the panel, the library. */
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { createDeal } from '../harness/panel/deals';
import { panelOn } from '../harness/panel/panel';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';

declare const chrome: {
  contextMenus: { onClicked: { dispatch?: (info: object, tab: object) => void } };
  tabs: { query: (q: object) => Promise<{ id: number; url: string; title: string }[]> };
  storage: { local: { set: (v: object) => Promise<void> }; session: { get: (key: string) => Promise<Record<string, unknown>> } };
};

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
const ARTICLE = `<!doctype html><html lang="ko"><head><title>창고 재고가 맞지 않는 이유</title></head><body>
<nav><a href="/home">홈</a></nav><article><h1>창고 재고가 맞지 않는 이유</h1>${'<p>월말 실사에 이틀이 걸리는 까닭은 입고 기록이 늦기 때문이라고 현장 담당자는 말한다. 바코드를 쓰면 절반으로 준다.</p>'.repeat(12)}
<img src="https://tracker.example/pixel.png" alt="창고 사진"><p><a href="javascript:window.__hit=1">눌러 보세요</a></p></article><script>window.__page = 1</script></body></html>`;
/** A page that does what it can to be run in Baton, or to notice and bend its copying. */
const HOSTILE = `<!doctype html><html lang="en"><head><title>Hostile</title><base href="https://evil.test/"></head><body onload="window.__loaded=1">
<script>
  window.__made = 0;
  customElements.define('x-a', class extends HTMLElement { constructor() { super(); window.__made += 1; } });
  const tamper = () => { window.__tampered = 1; return '<script>window.__hit=1</scr' + 'ipt>'; };
  Object.defineProperty(Element.prototype, 'outerHTML', { get: tamper });
  Object.defineProperty(Node.prototype, 'textContent', { get: tamper });
  Element.prototype.matches = tamper; Document.prototype.importNode = tamper; window.MessageChannel = tamper; window.getSelection = tamper;
</script><x-a></x-a><article><h1>Hostile</h1>${'<p onclick="window.__hit=1" style="background:url(https://evil.test/p.png)">Stock differs between two systems every month, and nobody knows why it does.</p>'.repeat(12)}
<p><a href="javascript:window.__hit=1">one</a> <a href="terms">two</a></p><img src="x" onerror="window.__hit=1" alt="three">
<svg onload="window.__hit=1"><script>window.__hit=1</script><a xlink:href="javascript:window.__hit=1"><text>four</text></a></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.__hit=1&gt;"></table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=window.__hit=1>"></p></noscript><iframe srcdoc="<script>parent.__hit=1</script>"></iframe>
<form action="https://evil.test/" id="attributes"><input name="attributes" value="secret"><textarea>secret</textarea><button formaction="javascript:window.__hit=1">go</button></form></article></body></html>`;
const BODILESS = '<!doctype html><html lang="en"><head><title>No body</title></head><body><script>document.body.remove()</script></body></html>';
const APP = '<!doctype html><html lang="en"><head><title>Dashboard</title></head><body><canvas></canvas></body></html>';

let site: SiteServer;
let browser: BrowserSession;

beforeAll(async () => {
  const [extension, server] = await Promise.all([
    ensureBuild('test'),
    startSiteServer((host, path) => (path.startsWith('/news') ? { body: ARTICLE } : path.startsWith('/app-page') ? { body: APP } : path.startsWith('/hostile') ? { body: HOSTILE } : path.startsWith('/bodiless') ? { body: BODILESS } : resolveFixture(host, path))),
  ]);
  site = server;
  browser = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true });
  await browser.inExtension(() => chrome.storage.local.set({ preferences: { language: 'en', theme: 'light', name: 'Emma' } }), null);
});
afterAll(async () => {
  await browser.stop();
  await site.stop();
});

/** Clicks an entry of the context menu, as the browser would tell the worker of it. */
async function rightClick(menuItemId: string, tab: Page, selectionText?: string): Promise<void> {
  const worker: Worker = browser.context.serviceWorkers()[0] ?? (await browser.context.waitForEvent('serviceworker'));
  await worker.evaluate(async ({ menu, url, words }) => {
    const found = (await chrome.tabs.query({})).find((t) => t.url === url);
    if (!found) throw new Error('no such tab');
    chrome.contextMenus.onClicked.dispatch?.({ menuItemId: menu, pageUrl: url, ...(words === undefined ? {} : { selectionText: words }) }, found);
  }, { menu: menuItemId, url: tab.url(), words: selectionText });
}

interface StoredClip { title: string; kind: string; limit: string | null; html: string; text: string }

/** Evidence as it lies in the database. */
async function clips(): Promise<StoredClip[]> {
  return browser.inExtension(() => new Promise<StoredClip[]>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onerror = () => { reject(new Error('no database')); };
    request.onsuccess = () => {
      const all = request.result.transaction('clips').objectStore('clips').getAll();
      all.onsuccess = () => { request.result.close(); resolve(all.result as StoredClip[]); };
    };
  }), null);
}

describe('evidence', () => {
  it('goes from a page to the item in the panel, and to the library', async () => {
    const panel = await browser.open(`${EXT}/sidepanel.html`);
    await panel.getByRole('button', { name: 'Start a meeting now' }).click();
    const deal = { account: 'Acme', deal: 'Stock', stage: 'estimate', checklist: 'A', also: null } as const;
    await createDeal(await panelOn(panel, 'en'), deal, { first: true });
    await panel.getByRole('button', { name: /^Trigger/u }).waitFor();
    const items = await until(async () => {
      const stored = await browser.inExtension(() => chrome.storage.session.get('menuItems'), null);
      const offered = stored.menuItems as { dealId: string; sections: { items: { id: string; topic: string }[] }[] } | undefined;
      return offered?.sections.flatMap((s) => s.items.map((item) => ({ ...item, dealId: offered.dealId })));
    }, { what: 'the items for the menu' });
    const trigger = items.find((i) => i.topic === 'context.trigger');

    const article = await browser.open('https://meet.google.com/news/1');
    await rightClick(['item', trigger?.dealId, trigger?.id, trigger?.topic].join(':'), article);
    await panel.bringToFront();
    await panel.getByRole('button', { name: /^Trigger/u }).click();
    const link = panel.getByRole('link', { name: '창고 재고가 맞지 않는 이유' });
    await link.waitFor();
    expect(await article.evaluate(() => Object.keys(window).filter((key) => /baton/i.test(key)))).toEqual([]);

    const opened = browser.context.waitForEvent('page');
    await link.click();
    const library = await opened;
    await library.getByRole('heading', { name: '창고 재고가 맞지 않는 이유', level: 1 }).waitFor();
    const body = library.getByRole('region', { name: 'What was kept' });
    expect(await body.textContent()).toContain('바코드를 쓰면 절반으로 준다');
    expect(await body.locator('img, script, nav').count()).toBe(0);
    expect(await body.getByRole('link', { name: '창고 사진' }).getAttribute('href')).toBe('https://tracker.example/pixel.png');
  });

  it('of a page without an article is its address and what was selected, and says so', async () => {
    const app = await browser.open('https://meet.google.com/app-page');
    await rightClick('here', app);
    const library = await browser.open(`${EXT}/library.html#/evidence`);
    await library.getByRole('link', { name: 'Dashboard' }).click();
    await library.getByText(/only its address was kept/).waitFor();
  });

  it('of a hostile page is its words alone, and the page does not notice', async () => {
    const page = await browser.open('https://meet.google.com/hostile/1');
    await page.waitForLoadState('load');
    const state = () => page.evaluate(() => JSON.stringify({ keys: Object.keys(window), made: Reflect.get(window, '__made') as number, body: new XMLSerializer().serializeToString(document) }));
    const before = await state();
    await rightClick('here', page);
    const clip = await until(async () => (await clips()).find((one) => one.title === 'Hostile'), { what: 'the clip' });
    expect(await state()).toBe(before);
    expect(clip).toMatchObject({ kind: 'article', limit: null });
    expect(clip.text).toContain('nobody knows why');
    expect(clip.html).toContain('<p>Stock differs between two systems');
    expect(clip.html + clip.text).not.toMatch(/__hit|__tampered|secret|javascript:|<(?:script|svg|math|img|form|input|iframe|style|x-a)|\son\w+=|style=/iu);
    const library = await browser.open(`${EXT}/library.html#/evidence`);
    await library.getByRole('link', { name: 'Hostile' }).click();
    await library.getByRole('region', { name: 'What was kept' }).waitFor();
    expect(await library.evaluate(() => '__hit' in window)).toBe(false);
  });

  it('of a page that took its own body out is its address', async () => {
    await rightClick('here', await browser.open('https://meet.google.com/bodiless'));
    const clip = await until(async () => (await clips()).find((one) => one.title === 'No body'), { what: 'the clip' });
    expect(clip).toMatchObject({ kind: 'link', limit: 'empty', html: '', text: '' });
  });
});
