/** What the panel keeps in memory after three hours of lines. */
import type { CDPSession, Page } from 'playwright-core';
import { wait } from '../../harness/until';
import type { Figure } from '../kit/figures';
import { figure } from '../kit/figures';
import type { Bench } from '../kit/stage';
import { address, fill, metrics, withBrowser } from '../kit/stage';
import { line, seeded } from '../kit/words';

/** One line in 36 seconds. */
const PER_HOUR = 100;
const TEN_MINUTES = Math.round(PER_HOUR / 6);
const THREE_HOURS = 3 * PER_HOUR;

async function keep(panel: Page, from: number, to: number, next: () => string): Promise<void> {
  for (let i = from; i < to; i += 1) {
    await panel.keyboard.insertText(next());
    await panel.keyboard.press('Enter');
    await panel.waitForFunction((count) => document.querySelector('.records > li:last-child:not([aria-busy])')?.getAttribute('aria-posinset') === String(count) && document.querySelector<HTMLTextAreaElement>('#capture')?.value === '', i + 1);
  }
}

interface Memory { heap: number; nodes: number }

/** Dexie lets go of a query's result three seconds after nobody asks for it: in a call, long before the next line. */
const REST_MS = 5_000;

async function memoryOf(cdp: CDPSession): Promise<Memory> {
  await wait(REST_MS);
  // What one collection frees may let go of more.
  for (let i = 0; i < 3; i += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = Number.NaN, Nodes = Number.NaN } = await metrics(cdp);
  return { heap: JSHeapUsedSize / 2 ** 20, nodes: Nodes };
}

export async function measureMemory(bench: Bench): Promise<Figure[]> {
  const [early, late, anew] = await withBrowser(bench, async (session) => {
    await fill(session, { deals: 1, meetings: 1, notes: 0, gaps: 0, live: true, now: Date.now() });
    const panel = await session.open(address('sidepanel.html'));
    const cdp = await panel.context().newCDPSession(panel);
    await cdp.send('Performance.enable');
    await panel.locator('#tab-lines').click();
    await panel.locator('#capture').focus();
    const random = seeded(10);
    const next = (): string => `Line: ${line(random)}`;
    await keep(panel, 0, TEN_MINUTES, next);
    const before = await memoryOf(cdp);
    await keep(panel, TEN_MINUTES, THREE_HOURS, next);
    const after = await memoryOf(cdp);
    await panel.reload();
    await panel.locator('#tab-lines').click();
    await panel.locator(`.records > li[aria-posinset="${String(THREE_HOURS)}"]`).waitFor();
    return [before, after, await memoryOf(cdp)] as const;
  });
  return [figure({
    name: 'panel’s JS heap after 3 hours', unit: 'MB', statistic: 'once', values: [late.heap], baseline: { name: 'after 10 minutes', values: [early.heap] }, bar: { of: 'ratio', atMost: 1.5 },
    note: `after 5 s of rest and a garbage collection; ${String(THREE_HOURS)} lines (${String(TEN_MINUTES)} for the first 10 minutes) through the capture bar with the list of lines open, one after the other in about a minute: what only time would bring is not in it; DOM nodes ${String(early.nodes)} → ${String(late.nodes)}; a panel opened anew on the same lines has ${anew.heap.toFixed(1)} MB and ${String(anew.nodes)} nodes`,
  })];
}
