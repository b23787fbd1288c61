/** One browser with the fixture sites and the adapters in their pages; many calls at once. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { PlatformSignal } from '@/utils/platforms/signals';
import { resolveFixture } from '../../fixtures/sites/server-routes';
import { ROOT } from '../../harness/build-extension';
import { ensureBrowser, quietFlags } from '../../harness/find-browser';
import type { SiteResolver } from '../../harness/site-server';
import { startSiteServer } from '../../harness/site-server';
import { until } from '../../harness/until';
import type { Cost, Told } from './page-entry';
import type { PageTime } from './page-time';

type OfType<T extends PlatformSignal['type']> = Extract<PlatformSignal, { type: T }>;

export interface Call {
  page: Page;
  speed: number;
  /** Everything the adapters of this page have said, in order. */
  told: Told[];
  of: <T extends PlatformSignal['type']>(type: T) => OfType<T>[];
  /** Calls `__fx[name]`; gives the instant, of the page's time, at which the page did it. */
  fx: (name: string, ...args: unknown[]) => Promise<number>;
  /** The page's time now, in milliseconds (page-time.ts). */
  now: () => Promise<number>;
  /** Lets so many seconds of the page's time pass. */
  pass: (seconds: number) => Promise<void>;
  /** Waits for the n-th signal of a type, however slow the machine is. */
  wait: <T extends PlatformSignal['type']>(type: T, nth?: number) => Promise<OfType<T>>;
  /** How many seconds after `since` the adapter said the n-th signal of a type, by the page's time. */
  saidAfter: (type: PlatformSignal['type'], since: number, nth?: number) => number;
  /** Goes to another address; gives the last instant of the page that was left. */
  leaveFor: (url: string) => Promise<number>;
  cost: () => Promise<Cost>;
  close: () => Promise<void>;
}

export interface AdapterStage {
  call: (url: string, options?: { speed?: number }) => Promise<Call>;
  stop: () => Promise<void>;
}

async function bundle(): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [{ find: /^@\//, replacement: ROOT }] },
    define: { MutationObserver: '__CountedObserver' },
    build: { write: false, minify: false, lib: { entry: 'tests/e2e/adapters/page-entry.ts', formats: ['iife'], name: 'BatonAdapterUnderTest' } },
  });
  const chunk = [built].flat().flatMap((one) => ('output' in one ? one.output : [])).find((one) => one.type === 'chunk');
  if (!chunk) throw new Error('The adapters did not bundle.');
  return chunk.code;
}

/** Waiting is patient; what is judged is the time that a signal carries. */
const SLOW_MACHINE_MS = 60_000;
/** Faster than real by this much: a call of minutes in seconds. On a busy machine it is less, and nothing is skipped. */
const SPEED = 10;

const SCRIPT = '/__adapter.js';

/**
 * The fixture sites with the adapter in each page. Not by `addInitScript`: a frame that a page has just
 * made may start without it.
 */
function withAdapter(code: string, epoch: number): SiteResolver {
  const script = { headers: { 'content-type': 'text/javascript', 'cross-origin-resource-policy': 'same-origin' }, body: `window.__epoch = ${String(epoch)};\n${code}` };
  return (host, path) => {
    if (path === SCRIPT) return script;
    const answer = resolveFixture(host, path);
    return answer?.headers['content-type']?.startsWith('text/html') ? { ...answer, body: answer.body.replace('</head>', `<script defer src="${SCRIPT}"></script></head>`) } : answer;
  };
}

export async function setAdapterStage(): Promise<AdapterStage> {
  const epoch = Date.now();
  const site = await startSiteServer(withAdapter(await bundle(), epoch));
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...quietFlags(), '--process-per-site', '--ignore-certificate-errors', `--host-resolver-rules=${site.resolverRules}`, '--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'],
  });
  const tabs = await tabsOf(browser);
  return {
    call: async (url, options = {}) => openCall(tabs, url, options.speed ?? SPEED),
    stop: async () => {
      await browser.close();
      await site.stop();
    },
  };
}

/**
 * All calls share one context: a context of its own for each would cost more than the call. So would a tab
 * of its own: a tab that is done with is emptied and waits in `free`.
 */
interface Tabs { context: BrowserContext; told: Map<Page, Told[]>; free: Page[] }

async function tabsOf(browser: Browser): Promise<Tabs> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1000, height: 700 } });
  const tabs: Tabs = { context, told: new Map(), free: [] };
  const seen = new Set<string>();
  await context.exposeBinding('__told', ({ page }, one: Told) => {
    // Told again by the next page, because nobody had time to say that it had arrived.
    if (!seen.has(one.id)) tabs.told.get(page)?.push(one);
    seen.add(one.id);
  });
  return tabs;
}

async function openCall(tabs: Tabs, url: string, speed: number): Promise<Call> {
  const page = tabs.free.pop() ?? await tabs.context.newPage();
  const told: Told[] = [];
  tabs.told.set(page, told);
  const address = new URL(url);
  address.searchParams.set('speed', String(speed));
  await page.goto(address.href);
  await fixtureReady(page);
  return callOn(page, told, speed, async () => freeTab(tabs, page));
}

/** Ends all that the page's adapters still had to say, and its time, and leaves the tab for the next call: the page goes when that comes. */
async function freeTab({ told, free }: Tabs, page: Page): Promise<void> {
  told.delete(page);
  const ended = await Promise.all(page.frames().map(async (frame) => frame.evaluate(() => {
    sessionStorage.clear();
    // A page that has only just come has nothing to end yet.
    if (!('__stopAdapter' in window)) return false;
    window.__stopAdapter();
    window.__time.end();
    return true;
  }).catch(() => false)));
  // Churn does not rest on the page's time, and would go on.
  if (ended.includes(false) || page.url().includes('churn=')) await page.goto('about:blank');
  free.push(page);
}

async function fixtureReady(page: Page): Promise<void> {
  await page.waitForFunction(() => '__fx' in window);
  await page.evaluate(async () => { await (window as unknown as { __fx: { ready: Promise<void> } }).__fx.ready; });
}

/** Where the call is: the inner frame of Zoom's shell, and the page itself elsewhere. */
const callFrame = (page: Page): Frame => page.frames().at(-1) ?? page.mainFrame();

async function passIn(page: Page, ms: number, speed: number): Promise<void> {
  const inPage = callFrame(page).evaluate((wait) => new Promise<void>((done) => { window.__time.after(wait, done); }), ms);
  // The page may go away under it, and its time with it.
  await inPage.catch(() => new Promise((done) => { setTimeout(done, ms / speed); }));
}

function callOn(page: Page, told: Told[], speed: number, close: () => Promise<void>): Call {
  // A frame that has just come has no time yet; one that goes has none any more.
  const timeIn = async (): Promise<number | null> => callFrame(page).evaluate(() => ('__time' in window ? window.__time.now() : null)).catch(() => null);
  const now = async (): Promise<number> => until(timeIn, { what: 'the page to have a time', every: 10 });
  const of = <T extends PlatformSignal['type']>(type: T): OfType<T>[] => told.map((one) => one.signal).filter((signal): signal is OfType<T> => signal.type === type);
  return {
    page,
    speed,
    told,
    of,
    fx: async (name, ...args) => page.evaluate(async ([method, given]) => {
      const { __fx } = window as unknown as { __fx: Record<string, (...args: unknown[]) => unknown> & { ready: Promise<void> } };
      await __fx.ready;
      // Zoom's call is in an inner frame, with a time of its own.
      const { __time } = window.frames[0] ?? window;
      const did = (__time as PageTime | undefined ?? window.__time).now();
      // What takes long (captions, transfers) is not waited for.
      await Promise.race([__fx[method]?.(...given), new Promise((done) => { setTimeout(done, 50); })]);
      return did;
    }, [name, args] as [string, unknown[]]),
    now,
    pass: async (seconds) => passIn(page, seconds * 1000, speed),
    wait: async (type, nth = 1) => until(() => of(type)[nth - 1], { what: () => `"${type}" no. ${String(nth)}; told was ${JSON.stringify(told.map((one) => one.signal.type))}`, timeout: SLOW_MACHINE_MS, every: 10 }),
    saidAfter: (type, since, nth = 1) => ((told.filter((one) => one.signal.type === type)[nth - 1]?.at ?? Infinity) - since) / 1000,
    leaveFor: async (url) => {
      // The inner frame goes with the page, each at its own time.
      await callFrame(page).evaluate(() => { addEventListener('pagehide', () => { sessionStorage.setItem('left-at', String(window.__time.now())); }); });
      await page.goto(`${url}?speed=${String(speed)}`);
      return Number(await page.evaluate(() => sessionStorage.getItem('left-at')));
    },
    cost: async () => page.evaluate(() => window.__cost),
    close,
  };
}
