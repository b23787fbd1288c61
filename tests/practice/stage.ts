/** Everything a run works with, set up and taken down in one place. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { Panel } from '../harness/panel/panel';
import { panelOn } from '../harness/panel/panel';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import type { CallPages } from './call-pages';
import { callPages } from './call-pages';
import type { RunnerClock } from './clock';
import { runnerClock } from './clock';
import type { PracticeCall } from './practice-call';
import { offsetMinutes } from './check-call';

export interface RunOptions {
  call: PracticeCall;
  headless: boolean;
  /** Times real time; null = as fast as the panel takes it. */
  speed: number | null;
  out: string;
  screenshots: string | null;
  /** Further flags of the browser. */
  flags?: string[];
  say: (text: string) => void;
}

export interface Stage {
  session: BrowserSession;
  clock: RunnerClock;
  pages: CallPages;
  /** The panel beside a call page, or in a tab of its own where there is no page. */
  panelFor: (page: Page | null) => Promise<Panel>;
  shot: (name: string, panel: Panel) => Promise<void>;
  /** Pictures of panel and call page as they are when something went wrong. */
  shotOfFailure: () => Promise<void>;
  close: (options?: { keepProfile?: boolean }) => Promise<void>;
}

/** Captions need not be read at this speed. */
const FAST_PAGE = 200;

export async function setStage(options: RunOptions): Promise<Stage> {
  const { call } = options;
  const extension = await ensureBuild('test');
  const site = await startSiteServer(resolveFixture);
  const session = await startBrowser({ extension, resolverRules: site.resolverRules, headless: options.headless, utcOffset: offsetMinutes(call), at: Date.parse(call.start), extraFlags: options.flags ?? [] });
  const clock = runnerClock(session, Date.parse(call.start));
  const pages = callPages(session, call, options.speed ?? FAST_PAGE);
  let shots = 0;
  let newest: Page | null = null;
  const picture = async (name: string, page: Page): Promise<void> => {
    if (!options.screenshots) return;
    mkdirSync(options.screenshots, { recursive: true });
    shots += 1;
    await page.screenshot({ path: join(options.screenshots, `${String(shots).padStart(2, '0')}-${name}.png`) });
  };
  return {
    session,
    clock,
    pages,
    panelFor: async (page) => {
      newest = page ? await session.openPanel(page) : await session.open(`chrome-extension://${TEST_EXTENSION_ID}/sidepanel.html`);
      return panelOn(newest, 'en', clock.tick);
    },
    shot: async (name, panel) => picture(name, panel.page),
    shotOfFailure: async () => {
      const callPage = pages.page();
      // What went wrong is told anyway; a picture that can't be taken must not hide it.
      if (newest) await picture('failure-panel', newest).catch(() => undefined);
      if (callPage) await picture('failure-page', callPage).catch(() => undefined);
    },
    close: async (how) => {
      await session.stop(how);
      await site.stop();
    },
  };
}
