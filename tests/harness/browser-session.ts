/**
 * A browser of our own with the built extension in it: own profile, own port, own process group.
 * Only what was started here is ever stopped.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { flags, zoneOf } from './browser-flags';
import './plain-talk';
import { debuggingAddress } from './debugging-address';
import { ensureBrowser } from './find-browser';
import { ensureFirstProfile, unused } from './first-profile';
import { TEST_EXTENSION_ID } from './test-key';
import { until } from './until';

export interface SessionOptions {
  /** Folder of the built extension. */
  extension: string;
  /** From the site server. */
  resolverRules: string;
  headless: boolean;
  /** Minutes east of UTC where the browser "sits". */
  utcOffset?: number;
  /** When it has this offset; some zones change it in summer. */
  at?: number;
  /** A profile to go on with (after a kill); otherwise a fresh one. */
  profile?: string;
  /** Language of the browser's own interface, which Baton must not depend on. */
  language?: string;
  extraFlags?: string[];
  /** Where the browser saves what the user downloads; a folder in the profile otherwise. */
  downloads?: string;
  /** Leaves the welcome open that Baton shows once after installing; closed otherwise, as a user would. */
  keepWelcome?: boolean;
  size?: { width: number; height: number };
}

export interface BrowserSession {
  profile: string;
  downloads: string;
  context: BrowserContext;
  /** Opens an address in a new tab, in the foreground. */
  open: (url: string) => Promise<Page>;
  /** Presses the toolbar button on a tab and gives the real side panel as a page. */
  openPanel: (tab: Page) => Promise<Page>;
  /** Runs in an extension context that is not the panel: for the clock and for reading rows. */
  inExtension: <A, R>(work: (argument: A) => R | Promise<R>, argument: A) => Promise<R>;
  /** Ends the service worker, as the browser does when it is idle; the next event starts it again. */
  stopWorker: () => Promise<void>;
  /** As on the first day again, but without a new browser: no tab, no row, no setting, and no welcome. */
  startAfresh: () => Promise<void>;
  /** Resolves when the user closed the browser. */
  closed: Promise<void>;
  /** Asks the browser to end, and removes the profile unless `keepProfile`. */
  stop: (options?: { keepProfile?: boolean }) => Promise<void>;
  /** kill -9, as a crash would be. The profile stays. */
  killHard: () => Promise<void>;
}

function start(options: SessionOptions, profile: string): ChildProcess {
  return spawn(ensureBrowser(), flags(options, profile), {
    detached: process.platform !== 'win32',
    stdio: 'ignore',
    env: { ...process.env, TZ: zoneOf(options.utcOffset ?? 0, options.at ?? 0) ?? 'UTC', LANGUAGE: options.language ?? 'en' },
  });
}

/** Ends the whole process group that was started here, and nothing else. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended in this very moment: that is what was asked for.
  }
}

/** Starts the browser and waits until Baton's service worker runs. */
export async function startBrowser(options: SessionOptions): Promise<BrowserSession> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'baton-profile-'));
  const usual = options.headless && !options.keepWelcome && options.language === undefined;
  if (usual && unused(profile)) cpSync(await firstProfile(options.extension), profile, { recursive: true });
  return launch(options, profile);
}

/** The folder of a profile to begin with, made when there is none for this build. */
export async function firstProfile(extension: string): Promise<string> {
  return ensureFirstProfile(extension, async (profile) => {
    await (await launch({ extension, resolverRules: 'MAP * ~NOTFOUND', headless: true }, profile)).stop({ keepProfile: true });
  });
}

async function launch(options: SessionOptions, profile: string): Promise<BrowserSession> {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const downloads = options.downloads ?? join(profile, 'Baton downloads');
  mkdirSync(downloads, { recursive: true });
  const child = start(options, profile);
  const closed = new Promise<void>((resolve) => child.once('exit', () => { resolve(); }));
  const onParentExit = (): void => { signalGroup(child, 'SIGKILL'); };
  process.once('exit', onParentExit);
  try {
    const address = await debuggingAddress(profile, child);
    const browser = await chromium.connectOverCDP(address);
    const cdp = await browser.newBrowserCDPSession();
    const session = new Session({ child, profile, downloads, closed, onParentExit, keepWelcome: options.keepWelcome ?? false }, address, browser, cdp);
    await session.saveDownloads();
    await session.closeWelcome();
    return session.facade();
  } catch (error) {
    signalGroup(child, 'SIGKILL');
    throw error;
  }
}

interface Owned {
  child: ChildProcess;
  profile: string;
  downloads: string;
  closed: Promise<void>;
  onParentExit: () => void;
  keepWelcome: boolean;
}

interface StorageArea { set: (items: object) => Promise<void>; clear: () => Promise<void> }

/** What extension pages have beside the web's own. */
interface ExtensionGlobal {
  chrome: {
    storage: { local: StorageArea & { get: (key: string) => Promise<Record<string, unknown>> }; session: StorageArea };
    tabs: { query: (filter: object) => Promise<{ id: number; url?: string; pendingUrl?: string }[]>; remove: (ids: number[]) => Promise<void> };
  };
}

class Session {
  readonly #owned: Owned;
  readonly #address: string;
  readonly #browser: Browser;
  readonly #cdp: CDPSession;
  #late: Browser[] = [];
  #door: Page | null = null;

  constructor(owned: Owned, address: string, browser: Browser, cdp: CDPSession) {
    this.#owned = owned;
    this.#address = address;
    this.#browser = browser;
    this.#cdp = cdp;
  }

  facade(): BrowserSession {
    return {
      profile: this.#owned.profile,
      downloads: this.#owned.downloads,
      context: this.#context(),
      open: async (url) => this.#open(url),
      openPanel: async (tab) => this.#openPanel(tab),
      inExtension: async (work, argument) => this.#inExtension(work, argument),
      stopWorker: async () => this.#stopWorker(),
      startAfresh: async () => this.#startAfresh(),
      closed: this.#owned.closed,
      stop: async (options) => this.#stop(options?.keepProfile ?? false),
      killHard: async () => this.#kill(),
    };
  }

  /** Each Playwright connection sends downloads to a folder of its own; the last word is ours. */
  async saveDownloads(): Promise<void> {
    await this.#cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: this.#owned.downloads, eventsEnabled: true });
  }

  /** Waits until Baton has opened its welcome (once in a profile), so that no tab comes in the middle of a test. */
  async closeWelcome(): Promise<void> {
    const noted = async (): Promise<boolean> => this.#inExtension(async () => Boolean((await (globalThis as unknown as ExtensionGlobal).chrome.storage.local.get('welcomed')).welcomed), null);
    await until(noted, { what: 'the welcome after installing', timeout: 30_000 });
    if (this.#owned.keepWelcome) return;
    await this.#inExtension(async () => {
      const { tabs } = (globalThis as unknown as ExtensionGlobal).chrome;
      const welcome = (await tabs.query({})).filter((tab) => (tab.pendingUrl ?? tab.url ?? '').endsWith('/library.html#/welcome'));
      await tabs.remove(welcome.map((tab) => tab.id));
    }, null);
  }

  #context(): BrowserContext {
    const context = this.#browser.contexts()[0];
    if (!context) throw new Error('The browser has no context.');
    return context;
  }

  async #open(url: string): Promise<Page> {
    const page = await this.#context().newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.bringToFront();
    return page;
  }

  /** A page of the extension that shows nothing of the panel; opened once, in the background. */
  async #inExtension<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R> {
    if (!this.#door) {
      const front = this.#context().pages().at(-1);
      this.#door = await this.#context().newPage();
      await until(async () => this.#door?.goto(`chrome-extension://${TEST_EXTENSION_ID}/manifest.json`).then(() => true, () => false), { what: 'the extension to load' });
      await front?.bringToFront();
    }
    return this.#door.evaluate<R, A>(work as never, argument);
  }

  async #stopWorker(): Promise<void> {
    const { targetInfos } = await this.#cdp.send('Target.getTargets', { filter: [{}] });
    const worker = targetInfos.find((info) => info.type === 'service_worker' && info.url.includes(TEST_EXTENSION_ID));
    if (worker) await this.#cdp.send('Target.closeTarget', { targetId: worker.targetId }).catch(() => undefined);
  }

  async #startAfresh(): Promise<void> {
    await this.#inExtension(() => undefined, null);
    for (const page of this.#context().pages().filter((one) => one !== this.#door)) await page.close();
    await Promise.allSettled(this.#late.splice(0).map(async (one) => one.close()));
    await until(async () => (await this.#panels()).length === 0, { what: 'the panels to close' });
    // What it keeps in memory goes with it, and so does its hold on the database.
    await this.#stopWorker();
    await this.#inExtension(async () => {
      const { storage } = (globalThis as unknown as ExtensionGlobal).chrome;
      const { welcomed } = await storage.local.get('welcomed');
      await Promise.all([storage.local.clear(), storage.session.clear()]);
      await storage.local.set({ welcomed });
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('baton');
        request.onsuccess = () => { resolve(); };
        request.onerror = () => { reject(new Error('The database could not be deleted.')); };
      });
    }, null);
  }

  async #openPanel(tab: Page): Promise<Page> {
    await tab.bringToFront();
    const before = (await this.#panels()).map((one) => one.id);
    const opened = await until(
      async () => {
        await this.#pressToolbarButton(tab);
        return until(async () => (await this.#panels()).find((one) => !before.includes(one.id)), { what: 'the panel', timeout: 2_500 }).catch(() => undefined);
      },
      { what: 'the side panel to open', timeout: 20_000 },
    );
    return until(async () => this.#panelPage(opened.id), { what: 'the side panel as a page', timeout: 20_000 });
  }

  /** Open side panels, from the browser itself; each tab has its own. */
  async #panels(): Promise<{ id: string; url: string }[]> {
    const { targetInfos } = await this.#cdp.send('Target.getTargets', { filter: [{}] });
    return targetInfos.filter((info) => info.url.includes(`${TEST_EXTENSION_ID}/sidepanel.html`)).map((info) => ({ id: info.targetId, url: info.url }));
  }

  async #pressToolbarButton(tab: Page): Promise<void> {
    const page = await tab.context().newCDPSession(tab);
    const { targetInfo } = await page.send('Target.getTargetInfo');
    await page.detach();
    const { targetInfos } = await this.#cdp.send('Target.getTargets', { filter: [{}] });
    const tabs = targetInfos.filter((info) => info.type === 'tab');
    const tabTarget = tabs.find((info) => info.url === targetInfo.url && info.title === targetInfo.title) ?? tabs.find((info) => info.url === targetInfo.url);
    if (!tabTarget) throw new Error(`No tab shows ${targetInfo.url}.`);
    // Not in Playwright's protocol types yet.
    await (this.#cdp as unknown as { send: (method: string, params: object) => Promise<unknown> }).send('Extensions.triggerAction', { id: TEST_EXTENSION_ID, targetId: tabTarget.targetId });
  }

  /** Playwright's first connection never lists a side panel; a later one does. The address names the panel's tab. */
  async #panelPage(id: string): Promise<Page | undefined> {
    const url = (await this.#panels()).find((one) => one.id === id)?.url;
    const late = await chromium.connectOverCDP(this.#address);
    await this.saveDownloads();
    const panel = late.contexts().flatMap((context) => context.pages()).find((page) => page.url() === url);
    if (!panel) {
      await late.close();
      return undefined;
    }
    this.#late.push(late);
    return panel;
  }

  async #stop(keepProfile: boolean): Promise<void> {
    await this.#cdp.send('Browser.close').catch(() => undefined);
    await Promise.race([this.#owned.closed, new Promise((resolve) => setTimeout(resolve, 5_000))]);
    signalGroup(this.#owned.child, 'SIGKILL');
    await this.#cleanUp();
    if (!keepProfile) rmSync(this.#owned.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #kill(): Promise<void> {
    signalGroup(this.#owned.child, 'SIGKILL');
    await this.#owned.closed;
    await this.#cleanUp();
  }

  async #cleanUp(): Promise<void> {
    process.off('exit', this.#owned.onParentExit);
    await Promise.allSettled([...this.#late, this.#browser].map(async (one) => one.close()));
  }
}
