/** A call page that attacks by amount and by surprise: replaced before anything ran, names and titles without measure, a pill that is torn out. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { until } from '../harness/until';

declare const chrome: { runtime: { getContexts: (filter: { contextTypes: string[] }) => Promise<unknown[]> } };
interface Person { name: string; leftAt: number | null }
interface MeetingRow { room: string; title: string; state: string; participants: Person[]; updatedAt: number }
type Fx = typeof globalThis & { __fx: Record<string, (...args: unknown[]) => unknown>; stolen: string[]; hosts: Element[] };

let site: SiteServer;
let session: BrowserSession;

/** Takes away, at the very start of the document, what a script that trusts its page would build on. */
function poison(): void {
  const stolen: string[] = [];
  Object.assign(globalThis, { stolen, chrome: { runtime: { id: 'fake', sendMessage: (message: unknown) => { stolen.push(`sendMessage ${String(message)}`); return Promise.resolve({ panel: 'closed' }); } } } });
  const trap = (target: object, name: string): void => {
    Reflect.defineProperty(target, name, { configurable: true, get: () => { stolen.push(name); return undefined; }, set: () => { stolen.push(name); } });
  };
  // Names of Baton's own messages and rows: an object made in this world would run into them.
  for (const name of ['to', 'signal', 'room', 'triesLeft', 'participants', 'complete', 'toJSON', 'isTrusted']) trap(Object.prototype, name);
  class Blind { observe(): void { stolen.push('observe'); } disconnect(): void { stolen.push('disconnect'); } takeRecords(): never[] { return []; } }
  Object.assign(globalThis, { MutationObserver: Blind, AbortController: undefined, AbortSignal: undefined });
  Reflect.defineProperty(customElements, 'define', { configurable: true, value: () => { stolen.push('define'); } });
  Reflect.defineProperty(ShadowRoot.prototype, 'append', { configurable: true, value: () => { stolen.push('append'); } });
}

async function fx(page: Page, name: string, ...args: unknown[]): Promise<void> {
  await page.evaluate(([method, given]) => { void (globalThis as Fx).__fx[method]?.(...given); }, [name, args] as [string, unknown[]]);
}

async function open(room: string, script: (() => void) | null = null): Promise<Page> {
  const page = await session.context.newPage();
  if (script) await page.addInitScript(script);
  await page.goto(`https://meet.google.com/${room}?lang=en&n=1&self=Emma&idle=0`);
  await page.waitForFunction(() => '__fx' in globalThis);
  await page.bringToFront();
  await fx(page, 'join');
  return page;
}

async function meetingOf(room: string): Promise<MeetingRow | undefined> {
  const rows = await session.inExtension(() => new Promise<unknown[]>((resolve) => {
    const request = indexedDB.open('baton');
    request.onupgradeneeded = () => { request.transaction?.abort(); };
    request.onerror = () => { resolve([]); };
    request.onsuccess = () => {
      const all = request.result.transaction('meetings').objectStore('meetings').getAll();
      all.onsuccess = () => { resolve(all.result); request.result.close(); };
    };
  }), null);
  return (rows as MeetingRow[]).find((row) => row.room === `meet:${room}`);
}

const panels = (): Promise<number> => session.inExtension(async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length, null);
const strangers = (page: Page): Promise<number> => page.evaluate(() => [...document.querySelectorAll('html > *:not(head):not(body)')].length);

beforeAll(async () => {
  const extension = await ensureBuild('test');
  site = await startSiteServer(resolveFixture);
  session = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true });
  session.context.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await session.stop();
  await site.stop();
});

describe('a page that was there first', () => {
  it('with poisoned prototypes, observers and a runtime of its own neither blinds Baton nor hears it', async () => {
    const page = await open('pqr-stuv-wxy', poison);
    await until(async () => (await meetingOf('pqr-stuv-wxy'))?.state === 'live', { what: 'the call' });
    await fx(page, 'people', [{ name: 'Emma', self: true }, { name: 'Raj' }]);
    await until(async () => (await meetingOf('pqr-stuv-wxy'))?.participants.length === 2, { what: 'the people' });
    await until(async () => (await strangers(page)) === 1, { what: 'the pill' });
    // The page’s own scripts run into its traps (options are read through `signal`); a message, a row or the pill’s root never does.
    const heard = await page.evaluate(() => (globalThis as Fx).stolen.filter((one) => /sendMessage|define|append|triesLeft/u.test(one)));
    expect(heard).toEqual([]);
    await page.close();
  });
});

describe('a page that says too much', () => {
  it('names of a megabyte, names that are code, five hundred at once: cut, kept as text, and the call goes on', async () => {
    const page = await open('qrs-tuvw-xyz');
    const evil = ['__proto__', 'constructor', '<img src=x onerror=alert(1)>', `${'A'.repeat(1_000_000)}`, '\u202ekcatta', '=cmd|calc', '{"to":"background"}', '\u0000\u0007bell'];
    const many = [...evil, ...Array.from({ length: 492 }, (_, i) => `<img onerror=a${String(i)}>`)].map((name) => ({ name }));
    await fx(page, 'people', [{ name: 'Emma', self: true }, ...many]);
    await until(async () => ((await meetingOf('qrs-tuvw-xyz'))?.participants.length ?? 0) > 300, { what: 'the people', timeout: 30_000 });
    const people = (await meetingOf('qrs-tuvw-xyz'))?.participants ?? [];
    expect(people.length).toBeLessThanOrEqual(501);
    expect(Math.max(...people.map(({ name }) => name.length))).toBeLessThanOrEqual(200);
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['__proto__', 'constructor', '<img src=x onerror=alert(1)>']));
    expect(people.filter(({ name }) => /[\p{Cc}\u202a-\u202e]/u.test(name))).toEqual([]);
    await page.close();
  });

  it('a hundred titles a second and titles of a megabyte: one title, cut, and few writes', async () => {
    const page = await open('rst-uvwx-yza');
    await until(async () => (await meetingOf('rst-uvwx-yza'))?.state === 'live', { what: 'the call' });
    await page.evaluate(async () => {
      for (let i = 0; i < 300; i += 1) {
        document.title = `Meet - ${String(i)} ${'T'.repeat(i % 10 === 0 ? 1_000_000 : 50)}`;
        await new Promise((resolve) => { setTimeout(resolve, 10); });
      }
    });
    await until(async () => ((await meetingOf('rst-uvwx-yza'))?.title ?? '') !== '', { what: 'a title' });
    expect((await meetingOf('rst-uvwx-yza'))?.title.length).toBeLessThanOrEqual(300);
    await page.close();
  });

  it('new names all the time do not make the meeting grow without end', async () => {
    const page = await open('stu-vwxy-zab');
    await until(async () => (await meetingOf('stu-vwxy-zab'))?.state === 'live', { what: 'the call' });
    for (let round = 0; round < 5; round += 1) {
      await fx(page, 'people', [{ name: 'Emma', self: true }, ...Array.from({ length: 480 }, (_, i) => ({ name: `p${String(round)}-${String(i)}` }))]);
      await page.waitForTimeout(1_500);
    }
    await page.waitForTimeout(1_500);
    const { length } = (await meetingOf('stu-vwxy-zab'))?.participants ?? [];
    expect(length).toBeGreaterThan(480);
    expect(length).toBeLessThanOrEqual(2_000);
    await page.close();
  });
});

describe('a page that handles the pill', () => {
  it('tears it out and puts it back a thousand times, presses, probes and covers it: nothing opens, nothing is told, nothing stays', async () => {
    const page = await open('tuv-wxyz-abc');
    await until(async () => (await strangers(page)) === 1, { what: 'the pill' });
    const told = await page.evaluate(() => {
      const host = document.querySelector('html > *:not(head):not(body)') as HTMLElement;
      const seen: string[] = [];
      for (const type of ['click', 'pointerdown', 'focusin', 'keydown']) {
        addEventListener(type, (event) => { for (const one of event.composedPath()) if (one instanceof Node && !document.contains(one)) seen.push(one.nodeName); }, true);
      }
      for (let i = 0; i < 1_000; i += 1) {
        host.remove();
        (i % 3 === 0 ? document.body : document.documentElement).append(host);
      }
      document.documentElement.append(host);
      const copy = host.cloneNode(true) as HTMLElement;
      host.click();
      host.focus();
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      const at = document.elementFromPoint(60, innerHeight - 114);
      at?.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, detail: 1 }));
      host.style.cssText = 'opacity:0;position:fixed;inset:0';
      return {
        seen, at: at?.tagName, inside: host.shadowRoot, copied: copy.childNodes.length, text: host.innerText + (host.textContent ?? ''), html: host.outerHTML.replace(/ style="[^"]*"/u, ''),
        slots: host.getRootNode() === document, parts: host.part.length, aria: host.ariaLabel, internals: typeof host.attachInternals,
      };
    });
    expect(told).toMatchObject({ seen: [], at: 'DIV', inside: null, copied: 0, text: '', html: '<div></div>', parts: 0, aria: null });
    await page.waitForTimeout(800);
    expect(await panels()).toBe(0);
    // Wherever the page has put it: it goes with the call.
    await page.evaluate(() => { const host = document.querySelector('html > *:not(head):not(body)'); if (host) document.body.append(host, document.createElement('hr')); (globalThis as Fx).hosts = host ? [host] : []; });
    await page.evaluate(() => { history.replaceState(null, '', '/landing'); });
    await until(async () => (await meetingOf('tuv-wxyz-abc'))?.state === 'wrap_up', { what: 'the end of the call', timeout: 10_000 });
    await until(() => page.evaluate(() => (globalThis as Fx).hosts.every((host) => !host.isConnected)), { what: 'the pill to go' });
    await page.close();
  });
});
