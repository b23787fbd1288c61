/** One browser with the fixture sites and the adapters in their pages; many calls at once. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { PlatformSignal } from '@/utils/platforms/signals';
import { resolveFixture } from '../../fixtures/sites/server-routes';
import { ROOT } from '../../harness/build-extension';
import { ensureBrowser, quietFlags } from '../../harness/find-browser';
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
  fx: (name: string, ...args: unknown[]) => Promise<unknown>;
  /** Milliseconds of the adapter's clock. */
  now: () => number;
  /** Lets so many seconds of the adapter's clock pass. */
  pass: (seconds: number) => Promise<void>;
  /** Waits for the n-th signal of a type, at most so many seconds of the adapter's clock. */
  wait: <T extends PlatformSignal['type']>(type: T, within: number, nth?: number) => Promise<OfType<T>>;
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
const SPEED = 4;

export async function setAdapterStage(): Promise<AdapterStage> {
  const site = await startSiteServer(resolveFixture);
  const code = await bundle();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...quietFlags(), '--ignore-certificate-errors', `--host-resolver-rules=${site.resolverRules}`, '--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'],
  });
  return {
    call: async (url, options = {}) => openCall(browser, code, url, options.speed ?? SPEED),
    stop: async () => {
      await browser.close();
      await site.stop();
    },
  };
}

async function openCall(browser: Browser, code: string, url: string, speed: number): Promise<Call> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1000, height: 700 } });
  const epoch = Date.now();
  const told: Told[] = [];
  const seen = new Set<string>();
  await context.exposeBinding('__told', (_source, one: Told) => {
    // Told again by the next page, because nobody had time to say that it had arrived.
    if (!seen.has(JSON.stringify(one))) told.push(one);
    seen.add(JSON.stringify(one));
  });
  await context.addInitScript(`window.__epoch = ${String(epoch)};`);
  await context.addInitScript(code);
  const page = await context.newPage();
  const address = new URL(url);
  address.searchParams.set('speed', String(speed));
  await page.goto(address.href);
  await fixtureReady(page);
  return callOn(context, page, told, epoch, speed);
}

async function fixtureReady(page: Page): Promise<void> {
  await page.waitForFunction(() => '__fx' in window);
  await page.evaluate(async () => { await (window as unknown as { __fx: { ready: Promise<void> } }).__fx.ready; });
}

function callOn(context: BrowserContext, page: Page, told: Told[], epoch: number, speed: number): Call {
  const of = <T extends PlatformSignal['type']>(type: T): OfType<T>[] => told.map((one) => one.signal).filter((signal): signal is OfType<T> => signal.type === type);
  return {
    page,
    speed,
    told,
    of,
    fx: async (name, ...args) => page.evaluate(async ([method, given]) => {
      const { __fx } = window as unknown as { __fx: Record<string, (...args: unknown[]) => unknown> & { ready: Promise<void> } };
      await __fx.ready;
      // What takes long (captions, transfers) is not waited for, nor are elements sent.
      const answer = await Promise.race([__fx[method]?.(...given), new Promise((done) => { setTimeout(done, 50); })]);
      return answer === undefined ? null : JSON.stringify(answer);
    }, [name, args] as [string, unknown[]]),
    now: () => epoch + (Date.now() - epoch) * speed,
    pass: async (seconds) => { await new Promise((done) => { setTimeout(done, (seconds * 1000) / speed); }); },
    wait: async (type, within, nth = 1) => until(() => of(type)[nth - 1], { what: `"${type}" no. ${String(nth)}; told was ${JSON.stringify(told.map((one) => one.signal.type))}`, timeout: Math.max(SLOW_MACHINE_MS, (within * 1000) / speed), every: 10 }),
    cost: async () => page.evaluate(() => window.__cost),
    close: async () => { await context.close(); },
  };
}
