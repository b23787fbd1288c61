/** What a key in the capture bar costs the panel's main thread, with much on the screen. */
import type { CDPSession, Page } from 'playwright-core';
import type { BrowserSession } from '../../harness/browser-session';
import { wait } from '../../harness/until';
import { LONG_CHECKLIST, LONG_ITEMS } from '../kit/bench-extension';
import type { Figure } from '../kit/figures';
import { figure } from '../kit/figures';
import type { Bench } from '../kit/stage';
import { address, benchPage, fill, metrics, withBrowser } from '../kit/stage';

const KEYS = 150;
const NOTES = 1_000;
/** About ten keys a second: all that a key sets off, its draft too, is over by then. */
const BETWEEN_MS = 90;
const LETTERS = 'we lose a day every week over stock counts and labels ';

async function busyFor(cdp: CDPSession): Promise<number> {
  return (await metrics(cdp)).TaskDuration ?? Number.NaN;
}

/** Main-thread milliseconds per key: all tasks of the page's process from just before a key until the next. */
async function typeKeys(page: Page): Promise<number[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.locator('#capture').focus();
  const costs: number[] = [];
  for (let i = -10; i < KEYS; i += 1) {
    const before = await busyFor(cdp);
    await page.keyboard.press(LETTERS[(i + 10) % LETTERS.length] === ' ' ? 'Space' : (LETTERS[(i + 10) % LETTERS.length] ?? 'x'));
    await wait(BETWEEN_MS);
    if (i >= 0) costs.push((await busyFor(cdp)) - before);
  }
  const typed = await page.locator('#capture').inputValue();
  if (typed.length !== KEYS + 10) throw new Error(`${String(typed.length)} letters are in the box instead of ${String(KEYS + 10)}.`);
  await page.locator('#capture').fill('');
  await cdp.detach();
  return costs;
}

async function inPanel(session: BrowserSession, prepare: (panel: Page) => Promise<void>): Promise<number[]> {
  const panel = await session.open(address('sidepanel.html'));
  await panel.locator('#capture').waitFor();
  await prepare(panel);
  // Rows that were just drawn are still being laid out.
  await wait(1_500);
  const costs = await typeKeys(panel);
  await wait(300);
  await panel.close();
  return costs;
}

/** A list that keeps only the rows near what is seen says of each how many there are. */
async function lists(panel: Page, count: number): Promise<void> {
  await panel.waitForFunction((least) => Number(document.querySelector('.records > li')?.getAttribute('aria-setsize')) >= least, count);
}

async function shows(panel: Page, rows: string, count: number): Promise<void> {
  await panel.waitForFunction(([selector, least]) => document.querySelectorAll(selector).length >= least, [rows, count] as const);
}

export async function measureTyping(bench: Bench): Promise<Figure[]> {
  let [checklist, lines, bare]: number[][] = [[], [], []];
  await withBrowser(bench, async (session) => {
    await fill(session, { deals: 1, meetings: 1, notes: NOTES, gaps: 100, live: true, allInNewest: true, now: Date.now(), checklists: [LONG_CHECKLIST] });
    checklist = await inPanel(session, async (panel) => shows(panel, '[data-item]', LONG_ITEMS));
    lines = await inPanel(session, async (panel) => {
      await panel.locator('#tab-lines').click();
      await lists(panel, NOTES);
    });
    const page = await session.open(benchPage('bare'));
    bare = await typeKeys(page);
    await page.close();
  });
  const shared = { unit: 'ms', statistic: 'p98', baseline: { name: 'bare React page', values: bare ?? [] }, bar: { of: 'value', atMost: 16 } } as const;
  return [
    figure({ ...shared, name: `key, ${String(LONG_ITEMS)} items shown`, values: checklist ?? [], note: `a made-up checklist of ${String(LONG_ITEMS)} items in place of the first call’s, ${String(NOTES)} notes in the meeting; TaskDuration of the page’s process per key (rendering and the draft’s write included)` }),
    figure({ ...shared, name: `key, ${String(NOTES)} notes shown`, values: lines ?? [] }),
  ];
}
