/** An open dialog behind which nothing moves any more: how the host's end looks in every language. */
import { CONTENT, MODAL } from './selectors';

/** The picture may still settle for so long after the dialog has come up. */
const SETTLE_MS = 3_000;

export interface ModalWatch {
  /** Once a look. */
  look: (inCall: boolean, now: number) => void;
  /** Since when a dialog has stood over a still meeting, or null. */
  quietSince: () => number | null;
}

export function watchModal(root: Document, signal: AbortSignal): ModalWatch {
  let since: number | null = null;
  let moved = false;
  // At most one record a look: the first one is enough, then it lets go until the next look.
  const observer = new MutationObserver(() => {
    moved = true;
    observer.disconnect();
  });
  signal.addEventListener('abort', () => { observer.disconnect(); }, { once: true });

  const watch = (): void => {
    moved = false;
    const content = root.querySelector(CONTENT);
    if (content) observer.observe(content, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
  };

  /** Somebody still talks behind it: an ordinary dialog, for as long as it is open. */
  let lively = false;
  return {
    look: (inCall, now) => {
      observer.disconnect();
      if (!inCall) return;
      if (!root.querySelector(MODAL)) {
        since = null;
        lively = false;
        return;
      }
      since ??= now;
      if (moved && now - since > SETTLE_MS) lively = true;
      if (!lively) watch();
    },
    quietSince: () => (lively ? null : since),
  };
}
