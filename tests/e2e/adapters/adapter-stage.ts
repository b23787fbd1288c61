/** One browser with the fixture sites and the adapters in their pages; many calls at once. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
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

type OfType<T extends PlatformSignal['type']> = Extract<PlatformSignal, { type: T }>;

export interface Call {
  page: Page;
  speed: number;
  /** Everything the adapters of this page have said, in order. */
  told: Told[];
  of: <T extends PlatformSignal['type']>(type: T) => OfType<T>[];
  /** Calls `__fx[name]`; gives the instant, of the adapter's clock, at which the page did it. */
  fx: (name: string, ...args: unknown[]) => Promise<number>;
  /** Milliseconds of the adapter's clock. */
  now: () => number;
  /** The adapter's clock at a real instant, such as the page's own `Date.now()`. */
  clockAt: (real: number) => number;
  /** Lets so many seconds of the adapter's clock pass. */
  pass: (seconds: number) => Promise<void>;
  /** Waits for the n-th signal of a type, at most so many seconds of the adapter's clock. */
  wait: <T extends PlatformSignal['type']>(type: T, within: number, nth?: number) => Promise<OfType<T>>;
  /** How many seconds after `since` the adapter said the n-th signal of a type, by its own clock. */
  saidAfter: (type: PlatformSignal['type'], since: number, nth?: number) => number;
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
const SLOW_MACHINE_MS = 8_000;
/** Faster than real by this much: a call of minutes in seconds, slow enough for a busy machine. */
const SPEED = 5;

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
    args: [...quietFlags(), '--ignore-certificate-errors', `--host-resolver-rules=${site.resolverRules}`, '--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'],
  });
  const tabs = await tabsOf(browser, epoch);
  return {
    call: async (url, options = {}) => openCall(tabs, url, options.speed ?? SPEED),
    stop: async () => {
      await browser.close();
      await site.stop();
    },
  };
}

/** All calls share one context: a context of its own for each would cost more than the call. */
interface Tabs { context: BrowserContext; epoch: number; told: Map<Page, Told[]> }

async function tabsOf(browser: Browser, epoch: number): Promise<Tabs> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1000, height: 700 } });
  const tabs: Tabs = { context, epoch, told: new Map() };
  const seen = new Set<string>();
  await context.exposeBinding('__told', ({ page }, one: Told) => {
    // Told again by the next page, because nobody had time to say that it had arrived.
    if (!seen.has(one.id)) tabs.told.get(page)?.push(one);
    seen.add(one.id);
  });
  return tabs;
}

async function openCall({ context, told: toldBy, epoch }: Tabs, url: string, speed: number): Promise<Call> {
  const page = await context.newPage();
  const told: Told[] = [];
  toldBy.set(page, told);
  const address = new URL(url);
  address.searchParams.set('speed', String(speed));
  await page.goto(address.href);
  await fixtureReady(page);
  return callOn(page, told, epoch, speed);
}

async function fixtureReady(page: Page): Promise<void> {
  await page.waitForFunction(() => '__fx' in window);
  await page.evaluate(async () => { await (window as unknown as { __fx: { ready: Promise<void> } }).__fx.ready; });
}

function callOn(page: Page, told: Told[], epoch: number, speed: number): Call {
  const virtual = (real: number): number => epoch + (real - epoch) * speed;
  const of = <T extends PlatformSignal['type']>(type: T): OfType<T>[] => told.map((one) => one.signal).filter((signal): signal is OfType<T> => signal.type === type);
  return {
    page,
    speed,
    told,
    of,
    fx: async (name, ...args) => virtual(await page.evaluate(async ([method, given]) => {
      const { __fx } = window as unknown as { __fx: Record<string, (...args: unknown[]) => unknown> & { ready: Promise<void> } };
      await __fx.ready;
      const did = Date.now();
      // What takes long (captions, transfers) is not waited for.
      await Promise.race([__fx[method]?.(...given), new Promise((done) => { setTimeout(done, 50); })]);
      return did;
    }, [name, args] as [string, unknown[]])),
    now: () => virtual(Date.now()),
    clockAt: virtual,
    pass: async (seconds) => { await new Promise((done) => { setTimeout(done, (seconds * 1000) / speed); }); },
    wait: async (type, within, nth = 1) => until(() => of(type)[nth - 1], { what: `"${type}" no. ${String(nth)}; told was ${JSON.stringify(told.map((one) => one.signal.type))}`, timeout: Math.max(SLOW_MACHINE_MS, (within * 1000) / speed), every: 10 }),
    saidAfter: (type, since, nth = 1) => ((told.filter((one) => one.signal.type === type)[nth - 1]?.at ?? Infinity) - since) / 1000,
    cost: async () => page.evaluate(() => window.__cost),
    close: async () => { await page.close(); },
  };
}
