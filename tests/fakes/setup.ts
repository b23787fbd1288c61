/** Makes the fake the `chrome` that `wxt/utils/storage` finds; clean before every test. */
import { beforeEach } from 'vitest';
import { browser, resetFakeBrowser } from './browser';

Object.assign(globalThis, { chrome: browser, browser });
beforeEach(() => {
  resetFakeBrowser();
});
