/** `npm run dev`: wxt's development server, and the browser that the tests use with Baton in it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'wxt';
import { ROOT } from './harness/build-extension';
import { ensureBrowser, hasDisplay, quietFlags } from './harness/find-browser';

const server = await createServer({ root: ROOT, browser: 'chrome', webExt: { disabled: true } });
await server.start();
const folder = join(ROOT, '.output/chrome-mv3-dev');
if (!existsSync(folder)) throw new Error(`wxt left no build in ${folder}.`);
if (hasDisplay()) {
  const context = await chromium.launchPersistentContext(join(ROOT, '.output/dev-profile'), {
    executablePath: ensureBrowser(),
    headless: false,
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`, ...quietFlags()],
  });
  context.on('close', () => { process.exit(0); });
} else {
  console.log(`No display here: load ${folder} as an unpacked extension where there is one.`);
}
