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

/** A line that is deleted, moved or taken off the record: the keyboard goes to the one that takes its place, or to the box below. Whoever has gone elsewhere meanwhile is left there. */
export function keepLinePlace(row: Element): void {
  const list = row.parentElement;
  if (!list) return;
  const place = [...list.children].indexOf(row);
  const watch = new MutationObserver(() => {
    if (row.isConnected) return;
    watch.disconnect();
    const next = (list.isConnected ? list.children[Math.min(place, list.children.length - 1)]?.querySelector('button') : null) ?? document.querySelector<HTMLElement>('#capture');
    if (document.activeElement === document.body) next?.focus();
  });
  // The list itself goes with its last line.
  watch.observe(list.parentElement ?? list, { childList: true, subtree: true });
  setTimeout(() => { watch.disconnect(); }, PATIENCE_MS);
}
