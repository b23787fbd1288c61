/** Runs inside fixture pages in place of the content script: the adapter, with a clock and a count of what it does. */
import type { Clock } from '@/utils/platforms/clock';
import { observeMeet } from '@/utils/platforms/meet/adapter';
import type { PlatformSignal } from '@/utils/platforms/signals';
import { observeZoom } from '@/utils/platforms/zoom/adapter';
import type { PageTime } from './page-time';
import { pageTime } from './page-time';

export interface Told { id: string; signal: PlatformSignal; at: number; frame: 'top' | 'inner' }

/** What the adapter of this frame has cost so far. */
export interface Cost { timers: number; runs: number; ms: number; observed: string[] }

declare global {
  interface Window {
    /** To the test runner. */
    __told: (told: Told) => Promise<void>;
    /** Real instant at which the test's clock was at the same time. */
    __epoch: number;
    /** The time of this frame, for its adapter, for the fixture's own waits and for the test. */
    __time: PageTime;
    __cost: Cost;
    __stopAdapter: () => void;
    /** What the bundle has in place of `MutationObserver`: counts the adapter's own and nobody else's. */
    __CountedObserver: typeof MutationObserver;
  }
}

const speed = Number(new URLSearchParams(location.search).get('speed') ?? '1');
const cost: Cost = { timers: 0, runs: 0, ms: 0, observed: [] };
const time = pageTime(window.__epoch + (Date.now() - window.__epoch) * speed, speed);
window.__time = time;

function measured(work: () => void): () => void {
  return () => {
    const began = performance.now();
    work();
    cost.ms += performance.now() - began;
    cost.runs += 1;
  };
}

const clock: Clock = {
  now: time.now,
  every: (ms, work, signal) => {
    const end = time.every(ms, measured(work));
    cost.timers += 1;
    signal.addEventListener('abort', () => { end(); cost.timers -= 1; });
  },
  after: (ms, work, signal) => {
    const done = (): void => { end(); cost.timers -= 1; signal.removeEventListener('abort', done); };
    const end = time.after(ms, () => { done(); measured(work)(); });
    cost.timers += 1;
    signal.addEventListener('abort', done);
  },
};

window.__CountedObserver = class extends window.MutationObserver {
  constructor(callback: MutationCallback) {
    super((records, self) => { measured(() => { callback(records, self); })(); });
  }

  override observe(target: Node, options?: MutationObserverInit): void {
    cost.observed.push(target.nodeName);
    super.observe(target, options);
  }
};

function start(): void {
  const stop = new AbortController();
  window.__cost = cost;
  window.__stopAdapter = () => { stop.abort(); };
  const observe = location.hostname === 'meet.google.com' ? observeMeet : observeZoom;
  for (const left of pending()) void tell(left);
  observe(document, (signal) => { void tell({ id: crypto.randomUUID(), signal, at: time.now(), frame: window.top === window ? 'top' : 'inner' }); }, stop.signal, clock);
}

const PENDING = 'baton-pending';
const pending = (): Told[] => JSON.parse(sessionStorage.getItem(PENDING) ?? '[]') as Told[];

/** What is said while a page goes away is told by the next page of the tab: a test runner's binding is too slow for it. */
async function tell(told: Told): Promise<void> {
  const others = (): Told[] => pending().filter((one) => one.id !== told.id);
  sessionStorage.setItem(PENDING, JSON.stringify([...others(), told]));
  await window.__told(told);
  sessionStorage.setItem(PENDING, JSON.stringify(others()));
}

start();
