/** A content script's whole job: one adapter, its signals to the background, and the pill. */
import type { PageMessenger, PageReply } from '../messaging/page-signals';
import type { Clock } from './clock';
import { clockWhile } from './clock';
import { showPill } from './pill';
import type { Emit, PlatformSignal } from './signals';

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
  const send = async (signal: PlatformSignal): Promise<void> => {
    if (signal.type === 'joined' || signal.type === 'left') call += 1;
    if (signal.type === 'left') hide();
    const sentIn = call;
    const result = await messenger.send({ to: 'background', type: 'page-signal', signal });
    if (!result.ok) {
      if (result.gone) stop();
    } else if (signal.type === 'joined' && result.reply && sentIn === call && !life.signal.aborted) offer(result.reply);
  };
  observe(root, (signal) => { void send(signal); }, life.signal, clockWhile(messenger.alive, stop));
}
