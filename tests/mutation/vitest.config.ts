/** What mutation testing runs: the unit tests of the domain, without browsers and builds. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../../', import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: [{ find: /^@\//, replacement: root }, { find: /^wxt\/browser$/, replacement: `${root}tests/fakes/browser.ts` }] },
  test: { include: ['tests/unit/**/*.test.ts'], exclude: ['tests/unit/{platforms,practice,library}/**'], environment: 'node', setupFiles: ['tests/fakes/setup.ts'] },
});
