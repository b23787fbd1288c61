/** A content script's whole job: one adapter, its signals to the background, and the pill. */
import type { PageMessenger, PageReply } from '../messaging/page-signals';
import type { Clock } from './clock';
import { clockWhile } from './clock';
import { showPill } from './pill';
import type { Emit, PlatformSignal } from './signals';

/** A beginning that the worker did not take is told again: without it the whole call would be missing. */
const TRIES = 3;
const RETRY_MS = 2_000;

export type Observe = (root: Document, emit: Emit, signal: AbortSignal, clock?: Clock) => void;

/**
 * Runs `observe` until `outer` aborts, or quietly for good once the extension under the page is gone:
 * then no timer, observer or pill of ours stays behind.
 */
export function startPlatform(root: Document, observe: Observe, messenger: PageMessenger, outer?: AbortSignal): void {
  const life = new AbortController();
  const stop = (): void => { life.abort(); };
  outer?.addEventListener('abort', stop, { once: true, signal: life.signal });
  let pill: AbortController | null = null;
  const hide = (): void => {
    pill?.abort();
    pill = null;
  };
  life.signal.addEventListener('abort', hide, { once: true });

  const offer = (reply: PageReply): void => {
    hide();
    if (reply.panel === 'open') return;
    pill = new AbortController();
    showPill(root, reply, () => { void messenger.send({ to: 'background', type: 'open-panel' }); }, pill.signal);
  };
  /** Counts calls: the answer to a call that has ended meanwhile is no longer wanted. */
  let call = 0;
  /** What else is known of this call, for a worker that had missed its beginning. */
  const facts = new Map<PlatformSignal['type'], PlatformSignal>();
  const clock = clockWhile(messenger.alive, stop);
  const deliver = async (signal: PlatformSignal, sentIn: number, triesLeft: number): Promise<void> => {
    const result = await messenger.send({ to: 'background', type: 'page-signal', signal });
    if (!result.ok && result.gone) stop();
    if (signal.type !== 'joined' || sentIn !== call || life.signal.aborted) return;
    if (result.ok && result.reply) {
      offer(result.reply);
      if (triesLeft < TRIES) for (const fact of facts.values()) void deliver(fact, call, 0);
    } else if (triesLeft > 0) clock.after(RETRY_MS, () => { void deliver(signal, sentIn, triesLeft - 1); }, life.signal);
  };
  observe(root, (signal) => {
    if (signal.type === 'joined' || signal.type === 'left') {
      call += 1;
      facts.clear();
    } else if (signal.type === 'title' || signal.type === 'participants') facts.set(signal.type, signal);
    if (signal.type === 'left') hide();
    void deliver(signal, call, TRIES);
  }, life.signal, clock);
}
