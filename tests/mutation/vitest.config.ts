/** What mutation testing runs: the unit tests of the domain, and the services that use it on a database in memory; no browsers, no builds. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../../', import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: [{ find: /^@\//, replacement: root }, { find: /^wxt\/browser$/, replacement: `${root}tests/fakes/browser.ts` }] },
  test: { include: ['tests/unit/**/*.test.ts', 'tests/db/**/*.test.ts'], exclude: ['tests/unit/{platforms,practice,library}/**', 'tests/unit/**/endless.test.ts'], environment: 'node', setupFiles: ['fake-indexeddb/auto', 'tests/fakes/setup.ts'] },
});
