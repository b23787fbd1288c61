/** The whole content script without its adapter: signals out, the pill on and off, quiet when orphaned. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageMessage, PageReply, SendResult } from '@/utils/messaging/page-signals';
import type { Clock } from '@/utils/platforms/clock';
import type { Emit } from '@/utils/platforms/signals';
import { startPlatform } from '@/utils/platforms/start';

const ROOM = 'meet:abc-defg-hij';
const CLOSED: PageReply = { panel: 'closed', language: 'ko', theme: 'dark' };

/** Closed shadow roots, for the test only. */
let roots: ShadowRoot[] = [];

beforeEach(() => {
  roots = [];
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init: ShadowRootInit) {
    expect(init.mode).toBe('closed');
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function run(answer: (message: PageMessage) => SendResult = () => ({ ok: true, reply: CLOSED })) {
  const sent: PageMessage[] = [];
  let alive = true;
  let emit: Emit = () => undefined;
  let given: AbortSignal | null = null;
  let clock: Clock | undefined;
  const outer = new AbortController();
  startPlatform(document, (_root, say, signal, time) => {
    emit = say;
    given = signal;
    clock = time;
  }, { alive: () => alive, send: async (message) => { sent.push(message); return Promise.resolve(answer(message)); } }, outer.signal);
  return {
    sent,
    outer,
    stopped: () => given?.aborted ?? false,
    orphan: () => { alive = false; },
    clock: () => clock,
    join: async () => { emit({ type: 'joined', room: ROOM, at: 1 }); await settle(); },
    leave: async () => { emit({ type: 'left', room: ROOM, at: 2, cause: 'ended' }); await settle(); },
    title: async () => { emit({ type: 'title', room: ROOM, title: 'T' }); await settle(); },
  };
}

async function settle(): Promise<void> {
  await new Promise((done) => { setTimeout(done, 0); });
}

/** Hosts of ours on the page: nothing else may hang below the root beside head and body. */
const hosts = (): Element[] => [...document.documentElement.children].filter((child) => !['HEAD', 'BODY'].includes(child.tagName));

/** A press as a person's, or as a script's. */
function press(label: string, trusted: boolean): void {
  const button = [...(roots.at(-1)?.querySelectorAll('button') ?? [])].find((one) => one.ariaLabel === label);
  if (!button) throw new Error(`no button "${label}"`);
  const click = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(click, 'isTrusted', { value: trusted });
  button.dispatchEvent(click);
}

describe('the pill', () => {
  it('comes only after joined, and goes with left', async () => {
    const page = run();
    await page.title();
    expect(hosts()).toHaveLength(0);
    await page.join();
    expect(hosts()).toHaveLength(1);
    await page.leave();
    expect(hosts()).toHaveLength(0);
    page.outer.abort();
  });

  it.each([['ko', 'Baton 열기', '닫기'], ['en', 'Open Baton', 'Dismiss']] as const)('speaks %s', async (language, open, dismiss) => {
    const page = run(() => ({ ok: true, reply: { ...CLOSED, language } }));
    await page.join();
    const buttons = [...(roots[0]?.querySelectorAll('button') ?? [])];
    expect(buttons.map((one) => one.ariaLabel)).toEqual([open, dismiss]);
    expect(buttons.every((one) => one.type === 'button' && one.tabIndex >= 0)).toBe(true);
    expect(roots[0]?.querySelector('div')?.getAttribute('lang')).toBe(language);
    page.outer.abort();
  });

  it('is not there when the panel is open, or the worker gave no answer', async () => {
    const open = run(() => ({ ok: true, reply: { ...CLOSED, panel: 'open' } }));
    await open.join();
    const silent = run(() => ({ ok: true, reply: null }));
    await silent.join();
    expect(hosts()).toHaveLength(0);
  });

  it('opens the panel on a person\'s press, once, and is gone for this call', async () => {
    const page = run();
    await page.join();
    press('Baton 열기', true);
    expect(page.sent.filter((one) => one.type === 'open-panel')).toEqual([{ to: 'background', type: 'open-panel' }]);
    await page.title();
    expect(hosts()).toHaveLength(0);
    page.outer.abort();
  });

  it('a script\'s click opens nothing and dismisses nothing', async () => {
    const page = run();
    await page.join();
    press('Baton 열기', false);
    press('닫기', false);
    expect(page.sent.some((one) => one.type === 'open-panel')).toBe(false);
    expect(hosts()).toHaveLength(1);
    page.outer.abort();
  });

  it('dismissed, it stays away for this call and comes for the next', async () => {
    const page = run();
    await page.join();
    press('닫기', true);
    expect(page.sent.some((one) => one.type === 'open-panel')).toBe(false);
    await page.title();
    expect(hosts()).toHaveLength(0);
    await page.leave();
    await page.join();
    expect(hosts()).toHaveLength(1);
    page.outer.abort();
  });

  it('an answer that comes after the call has ended brings no pill', async () => {
    let answer: (result: SendResult) => void = () => undefined;
    let emit: Emit = () => undefined;
    const send = async (message: PageMessage): Promise<SendResult> =>
      message.type === 'page-signal' && message.signal.type === 'joined' ? new Promise((resolve) => { answer = resolve; }) : Promise.resolve({ ok: true, reply: CLOSED });
    startPlatform(document, (_root, say) => { emit = say; }, { alive: () => true, send });
    emit({ type: 'joined', room: ROOM, at: 1 });
    emit({ type: 'left', room: ROOM, at: 2, cause: 'hangup' });
    answer({ ok: true, reply: CLOSED });
    await settle();
    expect(hosts()).toHaveLength(0);
  });
});

describe('an orphaned page', () => {
  it('stops at the first refused message and takes the pill away', async () => {
    let gone = false;
    const page = run(() => (gone ? { ok: false, gone: true } : { ok: true, reply: CLOSED }));
    await page.join();
    gone = true;
    await page.title();
    expect(page.stopped()).toBe(true);
    expect(hosts()).toHaveLength(0);
  });

  it('stops at the next tick, without a message', async () => {
    vi.useFakeTimers();
    const page = run();
    const looks = vi.fn();
    page.clock()?.every(1_000, looks, new AbortController().signal);
    vi.advanceTimersByTime(1_000);
    page.orphan();
    vi.advanceTimersByTime(1_000);
    expect(looks).toHaveBeenCalledTimes(1);
    expect(page.stopped()).toBe(true);
    await vi.runAllTimersAsync().catch(() => undefined);
  });

});

describe('a worker that does not answer', () => {
  beforeEach(() => { vi.useFakeTimers(); });

  it('hears the beginning again, and what it has missed since', async () => {
    let up = false;
    const page = run(() => (up ? { ok: true, reply: CLOSED } : { ok: false, gone: false }));
    void page.join();
    void page.title();
    await vi.advanceTimersByTimeAsync(1_000);
    up = true;
    await vi.advanceTimersByTimeAsync(2_000);
    const types = page.sent.map((one) => (one.type === 'page-signal' ? one.signal.type : one.type));
    expect(types).toEqual(['joined', 'title', 'joined', 'title']);
    expect(page.stopped()).toBe(false);
    expect(hosts()).toHaveLength(1);
    page.outer.abort();
    expect(page.stopped()).toBe(true);
  });

  it('is asked three times more at most, and not after the call', async () => {
    const page = run(() => ({ ok: true, reply: null }));
    void page.join();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.sent).toHaveLength(4);
    void page.join();
    void page.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.sent).toHaveLength(6);
    page.outer.abort();
    expect(vi.getTimerCount()).toBe(0);
  });
});
