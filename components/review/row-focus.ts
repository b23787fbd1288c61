/** Where the keyboard goes when a row was dealt with: to the next one that waits, else to the section's heading. */

/** The next element matching `selector` in another row of the same section, going round; its heading when none is left. */
export function nextTarget(from: HTMLElement, selector: string): HTMLElement | null {
  const section = from.closest('section');
  const row = from.closest('li');
  const others = [...(section?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((el) => el.closest('li') !== row);
  const after = others.find((el) => row !== null && (row.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  return after ?? others[0] ?? section?.querySelector<HTMLElement>('h2') ?? null;
}

/** Moves on, unless the person went somewhere else meanwhile. */
export function moveOn(row: Element | null, target: HTMLElement | null): void {
  const { activeElement } = document;
  const stayed = activeElement === null || activeElement === document.body || row?.contains(activeElement) === true;
  if (stayed) target?.focus();
}
