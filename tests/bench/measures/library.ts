/** The list of meetings: first rows, and frames while it is scrolled by wheel; 5,000 beside 50. */
import type { Page } from 'playwright-core';
import type { BrowserSession } from '../../harness/browser-session';
import type { Figure } from '../kit/figures';
import { figure, quantile } from '../kit/figures';
import type { Bench } from '../kit/stage';
import { address, fill, KEEP_NAMES, withBrowser } from '../kit/stage';

const [FEW, MANY] = [50, 5_000];
const WHEEL_PX = 120;
const WHEELS = 150;
/** A frame of a 60 Hz screen, and what a clock may be off. */
const FRAME_MS = 17;

/** In the page, from its first moment: when the first row is there and the frame with it is drawn. */
function watchRows(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.meeting-row a')) return;
    observer.disconnect();
    requestAnimationFrame(() => { setTimeout(() => { Object.assign(window, { benchRows: performance.now() }); }, 0); });
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function openList(session: BrowserSession): Promise<{ page: Page; ms: number }> {
  const page = await session.open(address('manifest.json'));
  await page.addInitScript(KEEP_NAMES);
  await page.addInitScript(watchRows);
  await page.goto(address('library.html#/meetings'), { waitUntil: 'commit' });
  const shown = await page.waitForFunction(() => (window as unknown as { benchRows?: number }).benchRows);
  return { page, ms: (await shown.jsonValue()) ?? Number.NaN };
}

/** Gaps between frames during a row of wheel turns: down as long as there is room, then up, and so on. */
async function scroll(session: BrowserSession): Promise<number[]> {
  const { page } = await openList(session);
  await page.mouse.move(700, 500);
  await page.evaluate(() => {
    const stamps: number[] = [];
    Object.assign(window, { benchStamps: stamps, benchFarthest: 0 });
    addEventListener('scroll', () => { Object.assign(window, { benchFarthest: Math.max(scrollY, (window as unknown as { benchFarthest: number }).benchFarthest) }); });
    const next = (at: number): void => { stamps.push(at); requestAnimationFrame(next); };
    requestAnimationFrame(next);
  });
  const room = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  let place = 0;
  let way = 1;
  for (let i = 0; i < WHEELS; i += 1) {
    if (place + way * WHEEL_PX > room || place + way * WHEEL_PX < 0) way = -way;
    place += way * WHEEL_PX;
    await page.mouse.wheel(0, way * WHEEL_PX);
  }
  const stamps = await page.evaluate(() => (window as unknown as { benchStamps: number[] }).benchStamps);
  const farthest = await page.evaluate(() => (window as unknown as { benchFarthest: number }).benchFarthest);
  if (farthest < 0.8 * Math.min(room, WHEELS * WHEEL_PX)) throw new Error(`The list scrolled to ${String(farthest)} px only.`);
  await page.close();
  return stamps.slice(1).map((at, i) => at - (stamps[i] ?? at));
}

export async function measureLibrary(bench: Bench): Promise<Figure[]> {
  const shown: Record<number, number[]> = { [FEW]: [], [MANY]: [] };
  const gaps: Record<number, number[]> = { [FEW]: [], [MANY]: [] };
  const now = Date.now();
  await withBrowser(bench, async (few) => withBrowser(bench, async (many) => {
    const both = [[FEW, few], [MANY, many]] as const;
    for (const [meetings, session] of both) {
      await fill(session, { deals: 40, meetings, notes: 0, gaps: 0, live: false, now });
      await (await openList(session)).page.close();
    }
    for (let run = 0; run < bench.runs; run += 1) {
      for (const [meetings, session] of both) {
        const { page, ms } = await openList(session);
        shown[meetings]?.push(ms);
        await page.close();
      }
    }
    for (let run = 0; run < 3; run += 1) for (const [meetings, session] of both) gaps[meetings]?.push(...(await scroll(session)));
  }));
  const frames = { unit: 'ms', statistic: 'p95', values: gaps[MANY] ?? [], baseline: { name: `${String(FEW)} meetings`, values: gaps[FEW] ?? [] } } as const;
  return [
    figure({ name: 'meetings list, first rows of 5,000', unit: 'ms', statistic: 'median', values: shown[MANY] ?? [], baseline: { name: `${String(FEW)} meetings`, values: shown[FEW] ?? [] }, bar: { of: 'ratio', atMost: 1.5 } }),
    figure({ ...frames, name: 'wheel scroll, frame against 50', bar: { of: 'ratio', atMost: 1.5 } }),
    figure({ ...frames, name: 'wheel scroll, frame against 60 fps', bar: { of: 'value', atMost: FRAME_MS }, note: `${String(WHEELS)} wheel turns of ${String(WHEEL_PX)} px, three times; p98 ${quantile(frames.values, 0.98).toFixed(1)} ms, longest frame ${quantile(frames.values, 1).toFixed(1)} ms (with 50: ${quantile(frames.baseline.values, 1).toFixed(1)} ms)` }),
  ];
}
