/** Rounds of work with something pulled from under it, and the count of what was lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import customDevelopment from '@/utils/checklist/data/custom-development.v1.json';
import type { Checklist } from '@/utils/checklist/checklist';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import { createDeal, fileUnder, leaveDeals, openDeals } from '../harness/panel/deals';
import { panelOn } from '../harness/panel/panel';
import type { Panel } from '../harness/panel/panel';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until, wait } from '../harness/until';
import { draftBehind, Ledger, randomFrom } from './ledger';
import { work } from './rep';

/** The extension's own API, inside pages of the extension. */
declare const chrome: { storage: { local: { set: (items: object) => Promise<void> } } };

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
const MEET = 'https://meet.google.com/abc-defg-hij?lang=ko&n=2&self=%EB%B0%95%EC%84%9C%EC%97%B0&idle=0';
const DEAL = '재고·실사 시스템 구축';
const CHECKLIST = customDevelopment as Checklist;
const LINE_TABLES = ['notes', 'gaps', 'commitments', 'wants', 'answers'];

export const TROUBLES = ['kill', 'worker', 'close panel', 'reload page', 'second panel', 'clock'] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface Report {
  rounds: number;
  troubles: Record<Trouble, number>;
  lines: number;
  promised: number;
  lost: string[];
  doubled: string[];
  /** Keystrokes by which a draft was behind after a kill, the worst. */
  draftBehind: number;
  drafts: number;
}

interface Scene { session: BrowserSession; tab: Page; panel: Panel }

export interface TortureOptions { rounds: number; seed: number; say?: (line: string) => void }

export async function torture({ rounds, seed, say = () => undefined }: TortureOptions): Promise<Report> {
  const extension = await ensureBuild('test');
  const site = await startSiteServer(resolveFixture);
  const profile = mkdtempSync(join(tmpdir(), 'baton-torture-'));
  const run = new Torture(extension, site, profile, randomFrom(seed), say);
  try {
    return await run.all(rounds);
  } finally {
    await run.end();
    await site.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

class Torture {
  readonly #ledger = new Ledger();
  readonly #report: Report = {
    rounds: 0, troubles: { 'kill': 0, 'worker': 0, 'close panel': 0, 'reload page': 0, 'second panel': 0, 'clock': 0 },
    lines: 0, promised: 0, lost: [], doubled: [], draftBehind: 0, drafts: 0,
  };

  #scene: Scene | null = null;
  #tokens = 0;

  constructor(
    private readonly extension: string,
    private readonly site: SiteServer,
    private readonly profile: string,
    private readonly random: () => number,
    private readonly say: (line: string) => void,
  ) {}

  async all(rounds: number): Promise<Report> {
    await this.#begin();
    for (let i = 0; i < rounds; i += 1) await this.#round(i);
    return { ...this.#report, lines: this.#ledger.lines, promised: this.#ledger.promised };
  }

  async end(): Promise<void> {
    await this.#scene?.session.stop({ keepProfile: true });
  }

  /** A deal and a first call of it; later calls in that room find it by themselves. */
  async #begin(): Promise<void> {
    const session = await this.#browser();
    await session.inExtension((value) => chrome.storage.local.set({ preferences: value }), { language: 'ko', theme: 'system', name: '박서연' });
    const page = await session.open(`${EXT}/sidepanel.html`);
    const panel = await panelOn(page, 'ko');
    await openDeals(panel);
    await createDeal(panel, { account: '가온식자재', deal: DEAL, stage: 'estimate', checklist: CHECKLIST.code, also: null }, { first: true });
    await leaveDeals(panel);
    await page.close();
    const scene = await this.#enter(session);
    await fileUnder(scene.panel, DEAL);
  }

  async #browser(): Promise<BrowserSession> {
    return startBrowser({ extension: this.extension, resolverRules: this.site.resolverRules, headless: true, utcOffset: 540, profile: this.profile });
  }

  async #enter(session: BrowserSession): Promise<Scene> {
    const tab = await session.open(MEET);
    await this.#join(tab);
    const panel = await panelOn(await session.openPanel(tab), 'ko');
    this.#scene = { session, tab, panel };
    return this.#scene;
  }

  async #join(tab: Page): Promise<void> {
    await until(() => tab.evaluate(() => '__fx' in globalThis), { what: 'the call page' });
    await tab.evaluate(() => { void (globalThis as unknown as { __fx: { join: () => unknown } }).__fx.join(); });
  }

  async #round(number: number): Promise<void> {
    const scene = this.#scene ?? await this.#enter(await this.#browser());
    // A kill is what costs most: every second round.
    const trouble: Trouble = number % 2 === 0 ? 'kill' : (TROUBLES[1 + Math.floor(this.random() * (TROUBLES.length - 1))] ?? 'kill');
    await this.#ready(scene);
    const draft = { text: '' };
    let over = false;
    const working = work({
      panel: scene.panel, items: CHECKLIST.items.filter((item) => item.type === 'text'), ledger: this.#ledger, random: this.random,
      nextToken: () => `tok${String(this.#tokens += 1)}x`, draft,
    }).catch((error: unknown) => { if (!over) this.say(`  interrupted: ${String(error).split('\n')[0] ?? ''}`); });
    await wait(50 + this.random() * 3_000);
    over = true;
    const typed = trouble === 'kill' ? draft.text : '';
    await this.#pull(trouble, scene, working);
    await this.#judge(number, trouble, typed);
  }

  /** The bar is there, on the deal. */
  async #ready({ panel }: Scene): Promise<void> {
    await panel.page.locator('#capture').waitFor({ timeout: 20_000 });
    await panel.page.getByRole('combobox', { name: panel.t('call.filter'), exact: true }).waitFor({ timeout: 20_000, state: 'attached' }).catch(() => undefined);
  }

  async #pull(trouble: Trouble, scene: Scene, working: Promise<void>): Promise<void> {
    const { session, tab, panel } = scene;
    if (trouble === 'kill') {
      await session.killHard();
      await working;
      this.#scene = null;
      await this.#enter(await this.#browser());
      return;
    }
    if (trouble === 'worker') await session.stopWorker();
    if (trouble === 'clock') {
      const delta = (this.random() < 0.5 ? -1 : 1) * Math.round(this.random() * 6 * 3_600_000);
      await session.inExtension((value) => chrome.storage.local.set({ practiceClock: value }), { at: Date.now() + delta, since: Date.now(), speed: 1 });
    }
    if (trouble === 'second panel') await this.#otherPanel(session);
    if (trouble === 'reload page') { await tab.reload(); await this.#join(tab); }
    if (trouble === 'close panel') {
      await panel.page.evaluate(() => { window.close(); }).catch(() => undefined);
      await working;
      // The browser needs a moment to let go of a panel; pressing the button meanwhile only finds the old one.
      await until(() => panel.page.isClosed(), { what: 'the panel to close' });
      await wait(800);
      scene.panel = await panelOn(await session.openPanel(tab), 'ko');
      return;
    }
    await working;
  }

  /** A second panel in a tab writes a line of its own meanwhile. */
  async #otherPanel(session: BrowserSession): Promise<void> {
    const page = await session.open(`${EXT}/sidepanel.html`);
    const panel = await panelOn(page, 'ko');
    const token = `tok${String(this.#tokens += 1)}x`;
    await panel.page.locator('#capture').waitFor();
    await panel.page.locator('#capture').fill(`${token} 다른 창에서`);
    this.#ledger.typed(token);
    await panel.page.locator('#capture').press('Enter');
    await until(async () => (await panel.page.locator('#capture').inputValue()) !== `${token} 다른 창에서`, { what: 'the second panel to save' });
    if (/^저장됨/u.test(await panel.page.locator('.saved').innerText())) this.#ledger.confirmed(token);
    await page.close();
    await this.#scene?.tab.bringToFront();
  }

  async #judge(number: number, trouble: Trouble, typed: string): Promise<void> {
    const scene = this.#scene;
    if (!scene) throw new Error('no browser');
    const stored = await this.#rows(scene.session);
    const { lost, doubled } = this.#ledger.judge(stored.rows);
    this.#report.rounds += 1;
    this.#report.troubles[trouble] += 1;
    this.#report.lost.push(...lost.filter((token) => !this.#report.lost.includes(token)));
    this.#report.doubled.push(...doubled.filter((token) => !this.#report.doubled.includes(token)));
    let behind = 0;
    if (typed !== '') {
      behind = draftBehind(typed, stored.drafts);
      this.#report.drafts += 1;
      if (behind > 1) this.say(`     typed ${JSON.stringify(typed)}, stored ${JSON.stringify(stored.drafts)}`);
      this.#report.draftBehind = Math.max(this.#report.draftBehind, behind);
    }
    this.say(`${String(number + 1).padStart(3)}  ${trouble.padEnd(12)}  ${String(this.#ledger.promised)} saved · lost ${String(lost.length)} · doubled ${String(doubled.length)}${typed === '' ? '' : ` · draft ${String(behind)} behind`}`);
  }

  async #rows(session: BrowserSession): Promise<{ rows: string[]; drafts: string[] }> {
    return session.inExtension((tables) => new Promise<{ rows: string[]; drafts: string[] }>((resolve, reject) => {
      const request = indexedDB.open('baton');
      request.onupgradeneeded = () => { request.transaction?.abort(); };
      request.onerror = () => { reject(new Error('the database is gone')); };
      request.onsuccess = () => {
        const database = request.result;
        const all = [...tables, 'drafts'].map((table) => new Promise<{ table: string; rows: unknown[] }>((done) => {
          const reading = database.transaction(table).objectStore(table).getAll();
          reading.onsuccess = () => { done({ table, rows: reading.result as unknown[] }); };
        }));
        void Promise.all(all).then((found) => {
          database.close();
          const drafts = found.filter((f) => f.table === 'drafts').flatMap((f) => f.rows as { text: string }[]).map((row) => row.text);
          resolve({ rows: found.filter((f) => f.table !== 'drafts').flatMap((f) => f.rows.map((row) => JSON.stringify(row))), drafts });
        });
      };
    }), LINE_TABLES);
  }
}
