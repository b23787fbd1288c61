import { inject } from 'vitest';
import { page } from 'vitest/browser';
import type { Locator } from 'vitest/browser';

declare module 'vitest' {
  interface ProvidedContext { pictures: boolean }
}

/** For somebody to look at, nothing is held against it: `screenshots/dev/<name>.png`, where `BATON_PICTURES` is set. */
export async function picture(name: string, element?: Locator): Promise<void> {
  if (!inject('pictures')) return;
  await page.screenshot({ path: `../../../screenshots/dev/${name}.png`, ...(element ? { element } : {}) });
}
