/** What the built content script costs Meet's page: three hours of a restless call in virtual time, and the green room. */
import type { CDPSession, Page } from 'playwright-core';
import type { BrowserSession } from '../../harness/browser-session';
import { until, wait } from '../../harness/until';
import type { Figure } from '../kit/figures';
import { figure } from '../kit/figures';
import type { Bench } from '../kit/stage';
import { metrics, withBrowser } from '../kit/stage';

const ROOM = 'https://meet.google.com/abc-defg-hij?churn=2&n=6';
const OWN = 'content-scripts/';
const PARTS = 18;
const PART_MS = 600_000;
const GREEN_MS = 10_000;

async function open(session: BrowserSession): Promise<{ page: Page; cdp: CDPSession }> {
  const page = await session.open(ROOM);
  await page.waitForFunction(() => '__fx' in window);
  return { page, cdp: await page.context().newCDPSession(page) };
}

/** Lets so much virtual time pass: Chromium runs every timer that is due and skips the waiting between them. */
async function pass(cdp: CDPSession, budget: number): Promise<void> {
  const over = new Promise<boolean>((resolve) => { cdp.once('Emulation.virtualTimeBudgetExpired', () => { resolve(true); }); });
  await cdp.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget });
  if (!(await Promise.race([over, wait(120_000).then(() => false)]))) throw new Error('Virtual time did not pass.');
}

/** Milliseconds in scripts whose address has these words and in all that they call, by a sampling profiler. */
async function scriptTimes(cdp: CDPSession, work: () => Promise<void>): Promise<{ own: number; churn: number }> {
  await cdp.send('Profiler.start');
  await work();
  const { profile } = await cdp.send('Profiler.stop');
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const of = (part: string): number => {
    const within = new Set<number>();
    const enter = (id: number, inside: boolean): void => {
      const node = nodes.get(id);
      const here = inside || (node?.callFrame.url.includes(part) ?? false);
      if (here) within.add(id);
      for (const child of node?.children ?? []) enter(child, here);
    };
    const root = profile.nodes[0];
    if (root) enter(root.id, false);
    return (profile.samples ?? []).reduce((sum, id, i) => sum + (within.has(id) ? (profile.timeDeltas?.[i] ?? 0) : 0), 0) / 1000;
  };
  return { own: of(OWN), churn: of('engine/churn.js') };
}

interface Part { own: number; churn: number; nodes: number; heap: number; ticks: number }

/** Three hours of a call, in parts of ten minutes. */
async function longCall(session: BrowserSession): Promise<Part[]> {
  const { page, cdp } = await open(session);
  await page.evaluate(() => { void (window as unknown as { __fx: { join: () => unknown } }).__fx.join(); });
  await until(async () => page.evaluate(() => document.documentElement.lastElementChild?.tagName !== 'BODY'), { what: 'Baton’s pill' });
  await page.evaluate(() => {
    const count = { ticks: 0 };
    Object.assign(window, { benchCount: count });
    setInterval(() => { count.ticks += 1; }, 1_000);
  });
  await cdp.send('Performance.enable');
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  await pass(cdp, PART_MS);
  const parts: Part[] = [];
  for (let i = 0; i < PARTS; i += 1) {
    const before = await page.evaluate(() => (window as unknown as { benchCount: { ticks: number } }).benchCount.ticks);
    const times = await scriptTimes(cdp, async () => pass(cdp, PART_MS));
    await cdp.send('HeapProfiler.collectGarbage');
    const { Nodes = Number.NaN, JSHeapUsedSize = Number.NaN } = await metrics(cdp);
    const ticks = (await page.evaluate(() => (window as unknown as { benchCount: { ticks: number } }).benchCount.ticks)) - before;
    parts.push({ ...times, nodes: Nodes, heap: JSHeapUsedSize, ticks });
  }
  await page.close();
  const late = parts.find(({ ticks }) => ticks < 0.98 * (PART_MS / 1_000));
  if (late) throw new Error(`A timer of one second fired ${String(late.ticks)} times in ten virtual minutes.`);
  if (parts.some(({ own }) => own === 0)) throw new Error('The content script was not seen at work.');
  return parts;
}

/** How often code of the content script was called, by the browser's own trace. */
async function callsIn(cdp: CDPSession, ms: number): Promise<number> {
  let calls = 0;
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as { name?: string; args?: { data?: { url?: string } } }[]) if (event.name === 'FunctionCall' && event.args?.data?.url?.includes(OWN)) calls += 1;
  });
  await cdp.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline'] }, transferMode: 'ReportEvents' });
  await wait(ms);
  const over = new Promise((resolve) => { cdp.once('Tracing.tracingComplete', resolve); });
  await cdp.send('Tracing.end');
  await over;
  return calls;
}

/** The content script's own world in a page. */
async function ownWorld(cdp: CDPSession): Promise<number> {
  let world = 0;
  cdp.on('Runtime.executionContextCreated', ({ context }) => { if (context.origin.startsWith('chrome-extension://')) world = context.id; });
  await cdp.send('Runtime.enable');
  return until(() => world, { what: 'the world of the content script' });
}

/** Mutation observers alive in a world. */
async function observersIn(cdp: CDPSession, contextId: number): Promise<number> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'MutationObserver.prototype', contextId });
  const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
  const { result: length } = await cdp.send('Runtime.callFunctionOn', { objectId: objects.objectId ?? '', functionDeclaration: 'function () { return this.length; }', returnByValue: true });
  return Number(length.value);
}

interface Green { callsPerSecond: number; observers: number; observersInCall: number }

/** No call: the green room, while the page's body changes all the time. In a call afterwards there is one observer, so it would be seen. */
async function greenRoom(session: BrowserSession): Promise<Green> {
  const { page, cdp } = await open(session);
  await page.evaluate(() => { setInterval(() => { const box = document.createElement('i'); document.body.append(box); box.remove(); }, 10); });
  await wait(1_500);
  const callsPerSecond = (await callsIn(cdp, GREEN_MS)) / (GREEN_MS / 1_000);
  const world = await ownWorld(cdp);
  const observers = await observersIn(cdp, world);
  await page.evaluate(() => { void (window as unknown as { __fx: { join: () => unknown } }).__fx.join(); });
  const observersInCall = await until(async () => (await observersIn(cdp, world)) || undefined, { what: 'the observer of the title in a call' });
  await page.close();
  if (callsPerSecond === 0) throw new Error('The content script was not seen at work in the green room.');
  return { callsPerSecond, observers, observersInCall };
}

export async function measureContent(bench: Bench): Promise<Figure[]> {
  const [parts, green] = await withBrowser(bench, async (session) => [await longCall(session), await greenRoom(session)] as const);
  const sum = (of: (part: Part) => number): number => parts.reduce((all, part) => all + of(part), 0);
  const share = (ms: number): number => (100 * ms) / (PARTS * PART_MS);
  const third = PARTS / 3;
  const meanOf = (some: readonly Part[]): number => some.reduce((all, { own }) => all + own, 0) / some.length;
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) throw new Error('No part of the call was measured.');
  return [
    figure({
      name: 'script time in a 3-hour call', unit: '%', statistic: 'once', values: [share(sum(({ own }) => own))], baseline: { name: 'the fixture’s own churn', values: [share(sum(({ churn }) => churn))] }, bar: { of: 'value', atMost: 0.1 },
      note: `Meet fixture, churn 2, 6 people, the built content script; CDP virtual time (timers run in full, waiting is skipped), so frames are not drawn in between; ${sum(({ own }) => own).toFixed(0)} ms in all, what it calls of the browser included, by a sampling profiler at 0.1 ms`,
    }),
    figure({ name: 'script time, last hour', unit: 'ms/10 min', statistic: 'once', values: [meanOf(parts.slice(-third))], baseline: { name: 'first hour', values: [meanOf(parts.slice(0, third))] }, bar: { of: 'ratio', atMost: 1.5 } }),
    figure({ name: 'DOM nodes after 3 hours', unit: 'nodes', statistic: 'once', values: [last.nodes], baseline: { name: 'after 10 minutes', values: [first.nodes] }, bar: { of: 'ratio', atMost: 1.01 }, note: `after garbage collection; JS heap ${(first.heap / 2 ** 20).toFixed(2)} → ${(last.heap / 2 ** 20).toFixed(2)} MB` }),
    figure({ name: 'green room: runs a second', unit: '/s', statistic: 'once', values: [green.callsPerSecond], bar: { of: 'value', atMost: 1.1 }, note: 'calls of the content script’s functions by the browser (trace, 10 s, real time) while the body changes 100 times a second; one timer a second, and what the edges of 10 s may add' }),
    figure({ name: 'green room: observers', unit: '', statistic: 'once', values: [green.observers], bar: { of: 'value', atMost: 0 }, note: `MutationObservers alive in the script’s world; in a call there is ${String(green.observersInCall)} (the title’s)` }),
  ];
}
