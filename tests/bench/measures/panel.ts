/** Navigation until the capture box takes a key: panel and popup with a year of work, beside a bare React page. */
import type { BrowserSession } from '../../harness/browser-session';
import type { Figure } from '../kit/figures';
import { figure } from '../kit/figures';
import type { Bench } from '../kit/stage';
import { address, benchPage, clearTable, fill, KEEP_NAMES, withBrowser } from '../kit/stage';

const BOXES = { panel: '#capture', popup: '.popup-line', bare: '#capture' };
type Surface = keyof typeof BOXES;
const PAGES: Record<Surface, string> = { panel: address('sidepanel.html'), popup: address('popup.html'), bare: benchPage('bare') };

/** In the page, from its first moment: at each change, is the box there, and does a key typed into it stay? */
function watchBox(boxes: string): void {
  const look = (): void => {
    const box = document.querySelector<HTMLTextAreaElement>(boxes);
    if (!box) return;
    const there = performance.now();
    box.focus();
    if (document.activeElement !== box || !document.execCommand('insertText', false, 'x') || !box.value.endsWith('x')) return;
    observer.disconnect();
    Object.assign(window, { benchBox: { there, key: performance.now() } });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}

async function open(session: BrowserSession, surface: Surface): Promise<number> {
  // In a tab that shows the extension already: no process has to start, for none of the three.
  const page = await session.open(address('manifest.json'));
  await page.addInitScript(KEEP_NAMES);
  await page.addInitScript(watchBox, BOXES[surface]);
  await page.goto(PAGES[surface], { waitUntil: 'commit' });
  const taken = await page.waitForFunction(() => (window as unknown as { benchBox?: { key: number } }).benchBox?.key);
  const ms = await taken.jsonValue();
  await page.close();
  if (surface !== 'bare') await clearTable(session, 'drafts');
  return ms ?? Number.NaN;
}

export async function measurePanel(bench: Bench): Promise<Figure[]> {
  const times = await withBrowser(bench, async (session) => {
    await fill(session, { deals: 40, meetings: 200, notes: 20_000, gaps: 2_000, live: true, now: Date.now() });
    const all: Record<Surface, number[]> = { panel: [], popup: [], bare: [] };
    // The first opening of each compiles its scripts: once a browser, not once a call.
    for (const surface of ['bare', 'panel', 'popup'] as const) await open(session, surface);
    for (let run = 0; run < bench.runs; run += 1) {
      for (const surface of ['bare', 'panel', 'popup'] as const) all[surface].push(await open(session, surface));
    }
    return all;
  });
  const baseline = { name: 'bare React page', values: times.bare };
  const shared = { unit: 'ms', statistic: 'median', baseline, bar: { of: 'ratio', atMost: 1.5 } } as const;
  return [
    figure({ ...shared, name: 'panel opens', values: times.panel }),
    figure({ ...shared, name: 'popup opens', values: times.popup }),
    figure({ name: 'popup opens, absolute', unit: 'ms', statistic: 'p95', values: times.popup, bar: { of: 'value', atMost: 150 }, note: 'as a tab of popup.html, from navigation until a key typed into the box stays; the browser’s own popup window is not in it' }),
  ];
}
