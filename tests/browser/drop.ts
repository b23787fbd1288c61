import { expect } from 'vitest';
import { page } from 'vitest/browser';

/** Lets files fall on a page of the library, once it is there. */
export async function drop(files: File[]): Promise<void> {
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  const data = new DataTransfer();
  for (const one of files) data.items.add(one);
  const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
  document.querySelector('main')?.dispatchEvent(event);
  // Else the browser would leave the page for the file.
  expect(event.defaultPrevented).toBe(true);
}
