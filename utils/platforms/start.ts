/** Connects an adapter with the service worker and shows the pill. The whole content script. */
import type { PageMessenger } from '../messaging/page-signals';
import { showPill } from './pill';
import type { Emit, PlatformSignal } from './signals';

export type Observe = (root: Document, emit: Emit, signal: AbortSignal) => void;

/** Starts; stops for good, quietly, once the extension under the page is gone. */
export function startPlatform(root: Document, observe: Observe, messenger: PageMessenger, outer?: AbortSignal): void {
  const stop = new AbortController();
  outer?.addEventListener('abort', () => { stop.abort(); });
  let hidePill: (() => void) | null = null;
  stop.signal.addEventListener('abort', () => { hidePill?.(); });
  const send = async (signal: PlatformSignal): Promise<void> => {
    const result = await messenger.send({ to: 'background', type: 'page-signal', signal });
    if (!result.ok) {
      if (result.gone) stop.abort();
      return;
    }
    if (signal.type !== 'joined' || stop.signal.aborted || result.reply?.panel === 'open') return;
    hidePill?.();
    hidePill = showPill(root, result.reply?.language ?? 'en', () => { void messenger.send({ to: 'background', type: 'open-panel' }); });
  };
  observe(root, (signal) => {
    if (!messenger.alive()) { stop.abort(); return; }
    if (signal.type === 'left') { hidePill?.(); hidePill = null; }
    void send(signal);
  }, stop.signal);
}
