/** Rows above may still be read and measured: the page grows for about as long. */
const GROWS_MS = 1_500;
/** What says that the reader goes on by themselves. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Puts an element in the middle of the window, with the keyboard, and keeps it there while the page is still growing. Nothing glides:
 * it is there at once. Whoever scrolls or presses a key meanwhile is left alone, and so is a field that is typed into.
 */
export function bringIntoView(element: HTMLElement): () => void {
  const over = new AbortController();
  const until = performance.now() + GROWS_MS;
  const show = (): void => {
    if (over.signal.aborted || !element.isConnected || performance.now() > until) { over.abort(); return; }
    const { top, height } = element.getBoundingClientRect();
    const high = height > innerHeight;
    if (Math.abs(top - (high ? 0 : (innerHeight - height) / 2)) > 2) element.scrollIntoView({ block: high ? 'start' : 'center', behavior: 'instant' });
    requestAnimationFrame(show);
  };
  for (const name of MOVES) addEventListener(name, () => { over.abort(); }, { capture: true, passive: true, signal: over.signal });
  show();
  if (!document.activeElement?.matches('input, textarea, select')) element.focus({ preventScroll: true });
  return () => { over.abort(); };
}
