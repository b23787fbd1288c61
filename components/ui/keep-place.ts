/** A row that is answered may leave the list (“ask next”, “open”): the keyboard goes to the row that takes its place, or to the filter of an empty list. */

/** Longer than a write and the reading after it take. */
const PATIENCE_MS = 3_000;

/** Call it before the answer is written. Whoever has gone elsewhere meanwhile is left there. */
export function keepPlace(itemId: string): void {
  const row = document.querySelector(`[data-item="${itemId}"]`);
  const list = row?.closest('.checklist');
  if (!row || !list) return;
  const rows = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-item]')];
  const place = rows().findIndex((one) => one === row);
  const watch = new MutationObserver(() => {
    if (row.isConnected) return;
    watch.disconnect();
    const left = rows();
    if (document.activeElement === document.body) (left[Math.min(place, left.length - 1)] ?? list.querySelector<HTMLElement>('#item-filter'))?.focus();
  });
  watch.observe(list, { childList: true, subtree: true });
  setTimeout(() => { watch.disconnect(); }, PATIENCE_MS);
}
