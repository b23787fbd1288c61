/** The packet of a long meeting, made by the panel's packet screen as a rep makes it: preview, reason, "Save". */
import type { Page } from 'playwright-core';
import { panelOn, press, write } from '../../harness/panel/panel';
import type { Panel } from '../../harness/panel/panel';
import { endByHand, waitForReview } from '../../harness/panel/review';
import type { Figure } from '../kit/figures';
import { figure } from '../kit/figures';
import type { Bench } from '../kit/stage';
import { address, clearTable, fill, KEEP_NAMES, openTools, withBrowser } from '../kit/stage';

const AMOUNT = { notes: 1_000, gaps: 500 };
/** Entries of long tasks come a moment after their task. */
const LATE_ENTRIES_MS = 400;

interface Spell { whole: number; longest: number }
interface Watched { benchTasks: { start: number; duration: number }[] }

/** From now on every task of the page over 50 ms is noted, the preview's own frame included: it is on the same thread. */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(KEEP_NAMES);
  await page.evaluate(() => {
    const tasks: { start: number; duration: number }[] = [];
    Object.assign(window, { benchTasks: tasks });
    new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration }); }).observe({ entryTypes: ['longtask'] });
  });
}

/** Presses what `selector` finds and waits until `done` is in the page's text: how long that took, and the longest task from the press until a moment after the preview was drawn. */
async function spell(page: Page, name: string, done: { text?: string; enabled?: string }): Promise<Spell> {
  return page.evaluate(async ([label, until, wait]) => {
    const named = (text: string): HTMLButtonElement | undefined => [...document.querySelectorAll('button')].find((one) => one.textContent === text);
    const tasks = (window as unknown as Watched).benchTasks;
    const over = (): boolean => (until.enabled === undefined
      ? [...document.querySelectorAll('[role=status]')].some((one) => one.textContent.includes(until.text ?? '?'))
      : named(until.enabled)?.disabled === false);
    const pressed = named(label);
    if (!pressed) throw new Error(`There is no button ${label}.`);
    const began = performance.now();
    const ended = new Promise<number>((resolve) => {
      const look = (): void => { if (over()) { watcher.disconnect(); resolve(performance.now()); } };
      const watcher = new MutationObserver(look);
      watcher.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    });
    pressed.click();
    const end = await ended;
    // The preview's frame reads and draws its page after that, on the same thread.
    const drawn = (): boolean => {
      const inside = document.querySelector<HTMLIFrameElement>('.packet-frame')?.contentDocument;
      return inside?.readyState === 'complete' && inside.querySelector('footer') !== null;
    };
    for (let quiet = 0; quiet < wait; quiet = drawn() ? quiet + 50 : 0) await new Promise((resolve) => { setTimeout(resolve, 50); });
    return { whole: end - began, longest: Math.max(0, ...tasks.filter(({ start }) => start >= began).map(({ duration }) => duration)) };
  }, [name, done, LATE_ENTRIES_MS] as const);
}

/** One panel, opened anew: from the review to the preview, and from "Save" to the packet that was stored. */
async function exportOnce(panel: Panel, first: boolean): Promise<{ preview: Spell; save: Spell }> {
  const { page, t } = panel;
  if (first) {
    await endByHand(panel);
  } else {
    await page.reload();
    await press(page.getByRole('button', { name: new RegExp(`^${t('start.review')}: `) }).first());
    await waitForReview(panel);
  }
  await watchTasks(page);
  // The review writes its minutes a moment after it opened.
  await page.waitForTimeout(1_500);
  const preview = await spell(page, t('review.toPacket'), { enabled: t('packet.save') });
  const reason = page.getByRole('textbox', { name: t('packet.reason'), exact: true });
  if ((await reason.inputValue()) === '') {
    await write(reason, 'bench');
    await page.waitForTimeout(2_000);
  }
  const save = await spell(page, t('packet.save'), { text: t('packet.saved', { number: 1, file: '' }).trim() });
  return { preview, save };
}

export async function measureExport(bench: Bench): Promise<Figure[]> {
  const taken: { preview: Spell; save: Spell; plain: number; kb: number }[] = [];
  await withBrowser(bench, async (session) => {
    await fill(session, { ...AMOUNT, deals: 1, meetings: 1, live: true, now: Date.now() });
    const tools = await openTools(session);
    const panel = await panelOn(await session.open(address('sidepanel.html')), 'en');
    for (let run = -1; run < bench.runs; run += 1) {
      await panel.page.bringToFront();
      const one = await exportOnce(panel, run < 0);
      const plain = await tools.evaluate(async () => window.benchTools.zipNewest());
      // The packet before is compared with the next one: each is to be the deal's first.
      await clearTable(session, 'packets');
      if (run >= 0) taken.push({ ...one, ...plain });
    }
  });
  const kb = taken[0]?.kb ?? 0;
  const inPanel = { unit: 'ms', statistic: 'max', bar: { of: 'value', atMost: 50 } } as const;
  return [
    figure({
      name: 'packet of a long meeting', unit: 'ms', statistic: 'median', values: taken.map(({ save }) => save.whole), baseline: { name: 'JSON.stringify + zip', values: taken.map(({ plain }) => plain) }, bar: { of: 'value', atMost: 1_000 },
      note: `${String(AMOUNT.notes)} notes and ${String(AMOUNT.gaps)} gaps in place of 10,000 captions, which Baton does not store; in the panel, from “Save” until it says that the packet is stored and hands out the file; ${kb.toFixed(0)} thousand characters in all files`,
    }),
    figure({ ...inPanel, name: 'longest task while it is made', values: taken.map(({ save }) => save.longest), note: `from “Save” until ${String(LATE_ENTRIES_MS)} ms after it was stored and the preview shows the stored page; PerformanceObserver’s long tasks, 0 is none over 50 ms` }),
    figure({ name: 'packet screen opens', unit: 'ms', statistic: 'median', values: taken.map(({ preview }) => preview.whole), note: 'from the review’s button until the preview is there and “Save” can be pressed, 300 ms of which wait for more changes' }),
    figure({ ...inPanel, name: 'longest task while it opens', values: taken.map(({ preview }) => preview.longest), note: 'with the screen itself and the packet’s page in its frame' }),
  ];
}
