/** What mutation testing runs: the unit tests of the domain, and the services that use it on a database in memory; no browsers, no builds. */
import { fileURLToPath } from 'node:url';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { defineConfig } from 'vitest/config';
import { keptWorker } from './kept-worker.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const resolve = { alias: [{ find: /^@\//, replacement: root }, { find: /^wxt\/browser$/, replacement: `${root}tests/fakes/browser.ts` }] };

/** Pure code in one thread that stays, and first: most mutants end here. */
const unit: TestProjectInlineConfiguration = {
  root, resolve,
  // Stryker names a pool of its own on the command line; this has the last word.
  plugins: [{ name: 'kept-worker', configureVitest: ({ project }) => void Object.assign(project.config, { pool: keptWorker.name, poolRunner: keptWorker }) }],
  test: {
    name: 'unit', include: ['tests/unit/**/*.test.ts'], exclude: ['tests/unit/{platforms,practice,library}/**', 'tests/unit/**/endless.test.ts'], environment: 'node', isolate: false, testTimeout: 30_000, sequence: { groupOrder: 0 },
    setupFiles: ['tests/mutation/kept-setup.ts', 'tests/fakes/setup.ts'],
  },
};
const db: TestProjectInlineConfiguration = {
  root, resolve,
  test: { name: 'db', include: ['tests/db/**/*.test.ts'], environment: 'node', testTimeout: 30_000, sequence: { groupOrder: 1 }, setupFiles: ['fake-indexeddb/auto', 'tests/fakes/setup.ts', 'tests/mutation/preload.ts'] },
};

export default defineConfig({ root, test: { projects: [unit, db] } });
