/** The extension in a browser of its own, filled with rows, and what the measures do in it. */
import type { CDPSession, Page } from 'playwright-core';
import { resolveFixture } from '../../fixtures/sites/server-routes';
import type { BrowserSession } from '../../harness/browser-session';
import { startBrowser } from '../../harness/browser-session';
import type { SiteResolver } from '../../harness/site-server';
import { startSiteServer } from '../../harness/site-server';
import { TEST_EXTENSION_ID } from '../../harness/test-key';
import { until } from '../../harness/until';
import type { BenchPage } from './bench-extension';
import type { Amount, Rows } from './rows';
import { rowsOf } from './rows';

export interface Bench {
  /** The folder of the extension with the bench's pages. */
  extension: string;
  /** Runs of a measure that opens things again and again. */
  runs: number;
  say: (line: string) => void;
}

export const address = (path: string): string => `chrome-extension://${TEST_EXTENSION_ID}/${path}`;
export const benchPage = (page: BenchPage): string => address(`bench-${page}.html`);

/** One browser with a fresh profile, gone when the work is done. `also` answers before the fixture sites. */
export async function withBrowser<T>(bench: Bench, work: (session: BrowserSession) => Promise<T>, also: SiteResolver = () => null, extraFlags: string[] = []): Promise<T> {
  const site = await startSiteServer(async (host, path) => (await also(host, path)) ?? resolveFixture(host, path));
  try {
    const session = await startBrowser({ extension: bench.extension, resolverRules: site.resolverRules, headless: true, extraFlags });
    try {
      return await work(session);
    } finally {
      await session.stop();
    }
  } finally {
    await site.stop();
  }
}

/** tsx gives named functions their names through a helper that pages don't have; code sent to a page may need it. */
export const KEEP_NAMES = 'globalThis.__name ??= (named) => named;';

/** Rows per transaction. */
const BATCH = 5_000;

/** Waits until Baton has made its database, then writes rows past it. No page of Baton may be open, it would not hear of them. */
export async function fill(session: BrowserSession, amount: Amount): Promise<Rows> {
  const page = await session.open(address('popup.html'));
  await page.locator('.popup-line').waitFor();
  await until(async () => page.evaluate(async () => (await indexedDB.databases()).some(({ name, version = 0 }) => name === 'baton' && version >= 20)), { what: 'the database' });
  await page.close();
  const rows = rowsOf(amount);
  await putRows(session, rows);
  return rows;
}

/** Writes rows straight into their tables. */
export async function putRows(session: BrowserSession, rows: Partial<Rows>): Promise<void> {
  for (const [table, all] of Object.entries(rows) as [string, object[]][]) {
    for (let from = 0; from < all.length; from += BATCH) {
      await session.inExtension(([name, batch]) => new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('baton');
        request.onerror = () => { reject(new Error('no database')); };
        request.onsuccess = () => {
          const work = request.result.transaction(name, 'readwrite');
          for (const row of batch) work.objectStore(name).put(row);
          work.oncomplete = () => { request.result.close(); resolve(); };
          work.onabort = () => { reject(work.error ?? new Error('not filled')); };
        };
      }), [table, all.slice(from, from + BATCH)] as const);
    }
  }
}

/** Empties a table, past Baton. */
export async function clearTable(session: BrowserSession, table: string): Promise<void> {
  await session.inExtension((name) => new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onerror = () => { reject(new Error('no database')); };
    request.onsuccess = () => {
      const work = request.result.transaction(name, 'readwrite');
      work.objectStore(name).clear();
      work.oncomplete = () => { request.result.close(); resolve(); };
    };
  }), table);
}

/** How many rows a table has. */
export async function countRows(session: BrowserSession, table: string): Promise<number> {
  return session.inExtension((name) => new Promise<number>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onerror = () => { reject(new Error('no database')); };
    request.onsuccess = () => {
      const count = request.result.transaction(name).objectStore(name).count();
      count.onsuccess = () => { request.result.close(); resolve(count.result); };
    };
  }), table);
}

/** Milliseconds of the browser's own counters of a page (`TaskDuration`, `ScriptDuration` …) and its counts (`Nodes` …). */
export async function metrics(cdp: CDPSession): Promise<Record<string, number>> {
  const { metrics: all } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(all.map(({ name, value }) => [name, /Duration$/.test(name) ? value * 1000 : value]));
}

/** A tab of the bench's tools, in the foreground. */
export async function openTools(session: BrowserSession): Promise<Page> {
  const page = await session.open(benchPage('tools'));
  await page.waitForFunction(() => 'benchTools' in window);
  return page;
}
