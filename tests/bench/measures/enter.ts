/** Enter in the capture bar until the line is durable and drawn in the list of lines. */
import type { Page } from 'playwright-core';
import type { BrowserSession } from '../../harness/browser-session';
import { wait } from '../../harness/until';
import type { Figure } from '../kit/figures';
import { figure, quantile } from '../kit/figures';
import type { Bench } from '../kit/stage';
import { address, benchPage, fill, KEEP_NAMES, openTools, withBrowser } from '../kit/stage';
import { line, seeded } from '../kit/words';

const LINES = 60;
/** Between the last letter and Enter, as fast typists have it. */
const PAUSE_MS = 120;

interface Clock { text: string; enter: number; listed: number; saved: number; drawn: number }

/** In the panel: the time of Enter, of the row in the list, of "Saved", and of the frame that shows both. */
function watchLines(): void {
  const clock: Clock = { text: '', enter: 0, listed: 0, saved: 0, drawn: 0 };
  Object.assign(window, { benchClock: clock });
  addEventListener('keydown', (event) => { if (event.key === 'Enter') Object.assign(clock, { enter: performance.now(), listed: 0, saved: 0, drawn: 0 }); }, { capture: true });
  new MutationObserver((changes) => {
    if (clock.enter === 0 || clock.drawn !== 0) return;
    if (clock.listed === 0 && document.querySelector('.records')?.lastElementChild?.textContent.includes(clock.text)) clock.listed = performance.now();
    if (clock.saved === 0 && changes.some((change) => change.attributeName === 'data-saved-at')) clock.saved = performance.now();
    if (clock.listed === 0 || clock.saved === 0) return;
    clock.drawn = -1;
    requestAnimationFrame(() => { setTimeout(() => { clock.drawn = performance.now(); }, 0); });
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
}

async function enter(page: Page, text: string): Promise<Clock> {
  await page.bringToFront();
  await page.evaluate((words) => { Object.assign((window as unknown as { benchClock: Clock }).benchClock, { text: words, enter: 0 }); }, text);
  await page.keyboard.insertText(text);
  await wait(PAUSE_MS);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => (window as unknown as { benchClock: Clock }).benchClock.drawn > 0);
  return page.evaluate(() => (window as unknown as { benchClock: Clock }).benchClock);
}

/** A page whose lines are timed. */
async function watched(session: BrowserSession, path: string): Promise<Page> {
  const page = await session.open(address('manifest.json'));
  await page.addInitScript(KEEP_NAMES);
  await page.addInitScript(watchLines);
  await page.goto(path);
  return page;
}

const since = (clocks: readonly Clock[], to: 'listed' | 'saved' | 'drawn'): number[] => clocks.map((clock) => clock[to] - clock.enter);

export async function measureEnter(bench: Bench): Promise<Figure[]> {
  const [ours, theirs]: [Clock[], Clock[]] = [[], []];
  const puts: number[] = [];
  await withBrowser(bench, async (session) => {
    await fill(session, { deals: 40, meetings: 200, notes: 20_000, gaps: 2_000, live: true, now: Date.now() });
    const tools = await openTools(session);
    const least = await watched(session, benchPage('plain'));
    await least.locator('#capture').focus();
    const panel = await watched(session, address('sidepanel.html'));
    await panel.locator('#tab-lines').click();
    await panel.locator('.records li').first().waitFor();
    await panel.locator('#capture').focus();
    const random = seeded(6);
    for (let i = -2; i < LINES; i += 1) {
      const text = `Line ${String(i)}: ${line(random)}`;
      const [clock, bare] = [await enter(panel, text), await enter(least, text)];
      const put = await tools.evaluate(async () => window.benchTools.strictPut());
      if (i < 0) continue;
      ours.push(clock);
      theirs.push(bare);
      puts.push(put);
    }
  });
  const p95 = (to: 'listed' | 'saved'): string => quantile(since(ours, to), 0.95).toFixed(0);
  const shared = { unit: 'ms', statistic: 'p95', baseline: { name: 'one bare strict put', values: puts } } as const;
  const drawn = since(ours, 'drawn');
  return [figure({ ...shared, name: 'Enter until "Saved"', values: since(ours, 'saved') }), figure({
    ...shared, name: 'Enter until durable and on screen', values: drawn, bar: { of: 'ratio', atMost: 2 },
    note: `with 20,000 notes, 110 lines in the open list; p95 of the row in the list ${p95('listed')} ms, of "Saved" ${p95('saved')} ms, the rest is the wait for the frame`,
  }), figure({ ...shared, name: 'the same in a page of one box and one list, no framework', values: since(theirs, 'drawn') }), figure({ ...shared, name: 'Enter until durable and on screen, beside that page', values: drawn, baseline: { name: 'one box and one list', values: since(theirs, 'drawn') } })];
}
