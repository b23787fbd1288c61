/** Search over 100,000 notes: each query by itself, in the library's page from key to results, and opening the stored index. */
import type { Page } from 'playwright-core';
import type { BrowserSession } from '../../harness/browser-session';
import type { Figure } from '../kit/figures';
import { figure, quantile } from '../kit/figures';
import type { Bench } from '../kit/stage';
import { address, fill, KEEP_NAMES, openTools, withBrowser } from '../kit/stage';

const NOTES = 100_000;
const QUERIES = {
  Korean: ['재고', '서버실', '발주 승인', '박 부장님 견적', '서버실에서', '서버시', '기존 ERP 연동', '물류센터 엑셀'],
  English: ['stock', 'warehouse', 'label printing', 'SAP interface', 'legal returns', 'burned by', 'mont', 'procurement budget'],
  초성: ['ㅈㄱ', 'ㅅㅂㅅ', 'ㅁㄹㅅㅌ', 'ㅂㅈㄴ', 'ㅈㅅ ㅁㄱ', 'ㅎㄱㅌ', '재ㄱ', 'ㄱㅇㅈㅂ'],
};
type Kind = keyof typeof QUERIES;
const KINDS = Object.keys(QUERIES) as Kind[];
const BAR = { of: 'value', atMost: 50 } as const;

/** In the library's page: the time of the newest change of the field, and of the frame that shows results for it. */
function watchResults(): void {
  const clock = { typed: 0, counted: 0, shown: 0 };
  Object.assign(window, { benchClock: clock });
  addEventListener('input', () => { Object.assign(clock, { typed: performance.now(), counted: 0, shown: 0 }); }, { capture: true });
  new MutationObserver(() => {
    if (clock.counted === 0 && document.querySelector('.search-results:not([hidden])')) clock.counted = performance.now();
    if (clock.shown !== 0 || !document.querySelector('.search-results:not([hidden]) li mark')) return;
    clock.shown = -1;
    requestAnimationFrame(() => { setTimeout(() => { clock.shown = performance.now(); }, 0); });
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
}

interface Clock { typed: number; counted: number; shown: number }

/** Milliseconds from the query in the field until its count is there, and until the frame with its first results. */
async function inLibrary(page: Page, query: string): Promise<{ counted: number; shown: number }> {
  const field = page.getByRole('searchbox');
  await field.fill('');
  await page.locator('.search-results[hidden]').waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelectorAll('.search-results li').length === 0);
  await field.focus();
  await page.keyboard.insertText(query);
  await page.waitForFunction(() => (window as unknown as { benchClock: Clock }).benchClock.shown > 0);
  return page.evaluate(() => {
    const { typed, counted, shown } = (window as unknown as { benchClock: Clock }).benchClock;
    return { counted: counted - typed, shown: shown - typed };
  });
}

async function openLibrary(session: BrowserSession): Promise<Page> {
  const page = await session.open(address('manifest.json'));
  await page.addInitScript(KEEP_NAMES);
  await page.addInitScript(watchResults);
  await page.goto(address('library.html#/search'));
  await inLibrary(page, '재고');
  return page;
}

interface Times { index: number[]; includes: number[]; counted: number[]; shown: number[] }

const noTimes = (): Times => ({ index: [], includes: [], counted: [], shown: [] });

export async function measureSearch(bench: Bench): Promise<Figure[]> {
  const times: Record<Kind, Times> = { Korean: noTimes(), English: noTimes(), 초성: noTimes() };
  const opened: number[] = [];
  let built = 0;
  await withBrowser(bench, async (session) => {
    await fill(session, { deals: 200, meetings: 2_000, notes: NOTES, gaps: 0, live: false, now: Date.now() });
    const tools = await openTools(session);
    built = await tools.evaluate(async () => window.benchTools.openSearchIndex());
    for (let run = 0; run < Math.min(bench.runs, 7); run += 1) {
      await tools.reload();
      await tools.waitForFunction(() => 'benchTools' in window);
      opened.push(await tools.evaluate(async () => window.benchTools.openSearchIndex()));
    }
    const texts = await tools.evaluate(async () => window.benchTools.readTexts());
    if (texts !== NOTES) throw new Error(`${String(texts)} notes instead of ${String(NOTES)}.`);
    for (const kind of KINDS) {
      for (const query of QUERIES[kind]) {
        for (let run = -1; run < bench.runs; run += 1) {
          const took = await tools.evaluate(async (q) => window.benchTools.search(q), query);
          if (took.hits === 0) throw new Error(`"${query}" finds nothing.`);
          if (run < 0) continue;
          times[kind].index.push(took.index);
          times[kind].includes.push(took.includes);
        }
      }
    }
    await tools.close();
    const library = await openLibrary(session);
    for (const kind of KINDS) {
      for (const query of QUERIES[kind]) {
        for (let run = 0; run < 4; run += 1) {
          const { counted, shown } = await inLibrary(library, query);
          times[kind].counted.push(counted);
          times[kind].shown.push(shown);
        }
      }
    }
  });
  const baseline = (kind: Kind): { name: string; values: number[] } => ({ name: 'String.includes', values: times[kind].includes });
  return [
    ...KINDS.map((kind) => figure({ name: `query, ${kind}`, unit: 'ms', statistic: 'p95', values: times[kind].index, baseline: baseline(kind), bar: BAR })),
    ...KINDS.map((kind) => figure({ name: `key to results on screen, ${kind}`, unit: 'ms', statistic: 'p95', values: times[kind].shown, baseline: baseline(kind), bar: BAR, note: `the whole query is inserted at once; the rows to show are known after ${quantile(times[kind].counted, 0.95).toFixed(0)} ms, then the rows in sight are read and drawn` })),
    figure({ name: 'stored index opens', unit: 'ms', statistic: 'median', values: opened, bar: { of: 'value', atMost: 1_000 }, note: `building it once, of ${String(NOTES)} notes: ${(built / 1000).toFixed(1)} s` }),
  ];
}
