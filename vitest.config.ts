import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { bundledWorkers } from './tests/harness/bundled-worker.ts';
import { LongestFirst } from './tests/harness/longest-first.ts';
import { findBrowser, quietFlags } from './tests/harness/find-browser.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const here = { find: /^@\//, replacement: root };
const fakeBrowser = { find: /^wxt\/browser$/, replacement: `${root}tests/fakes/browser.ts` };
const resolve = { alias: [here, fakeBrowser] };
const setup = 'tests/fakes/setup.ts';

/** The one project that needs a browser; asked for alone or when no project is named. */
const named = process.argv.filter((word) => word.startsWith('--project=')).map((word) => word.slice('--project='.length));
const wantsBrowser = named.length === 0 || named.includes('browser');

function browserProject(): TestProjectInlineConfiguration {
  return {
    plugins: [react(), bundledWorkers(resolve.alias)],
    // React as it is shipped: the one for development takes a quarter longer.
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve,
    // Found late, a dependency reloads the page in the middle of a test.
    optimizeDeps: {
      include: [
        'react', 'react-dom/client', 'react/jsx-dev-runtime', 'dexie', 'dexie-react-hooks', 'zustand', 'zod', 'use-intl', 'lucide-react', 'date-fns', '@date-fns/utc',
        'axe-core', 'fflate', 'papaparse', 'dompurify', '@mozilla/readability', '@noble/hashes/sha2.js', '@noble/hashes/utils.js', 'fast-check',
      ],
    },
    test: {
      name: 'browser',
      include: ['tests/browser/**/*.test.{ts,tsx}'],
      // Each worker has a browser context of its own: pages never share a database. They wait for frames nearly half of the time, so three share two cores.
      maxWorkers: 3,
      // Loading every module anew for each file took longer than half of the tests; what a screen keeps, `stage` takes down.
      isolate: false,
      setupFiles: [setup, 'tests/browser/setup.ts'],
      // Nearly a hundred, of all screens: only for whoever wants to see them.
      provide: { pictures: Boolean(process.env.BATON_PICTURES) },
      // A guard against endlessness: on a machine at its slowest, ten pages and axe on each take longer than 20 s.
      testTimeout: 90_000,
      // Waiting is patient: a second is soon over on a busy machine.
      expect: { poll: { timeout: 30_000 } },
      // As for whole browsers, below.
      retry: 1,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        viewport: { width: 360, height: 800 },
        provider: playwright({ launchOptions: { executablePath: findBrowser(), args: quietFlags() } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

const projects: TestProjectInlineConfiguration[] = [
  // The domain keeps no state, so its files share their modules: loading them anew for each took longer than the tests.
  // Property tests take their time on a busy machine; how fast anything is, `npm run bench` says.
  { resolve, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 60_000, setupFiles: [setup], isolate: false } },
  {
    resolve: { alias: [here] },
    test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], environment: 'node', testTimeout: 120_000, hookTimeout: 120_000 },
  },
  { resolve, test: { name: 'db', include: ['tests/db/**/*.test.ts'], environment: 'node', testTimeout: 60_000, setupFiles: ['fake-indexeddb/auto', setup], isolate: false } },
  {
    plugins: [react()],
    resolve,
    test: { name: 'dom', include: ['tests/dom/**/*.test.{ts,tsx}'], environment: 'happy-dom', setupFiles: ['fake-indexeddb/auto', setup] },
  },
  {
    resolve: { alias: [here] },
    test: {
      name: 'e2e',
      include: ['tests/e2e/**/*.test.ts'],
      environment: 'node',
      // What is shared between files is in the browser, and each has its own.
      isolate: false,
      testTimeout: 240_000,
      hookTimeout: 120_000,
      // Each file has its own browser, profile and ports; they wait more than they work, so four share two cores.
      maxWorkers: 4,
      // A second try keeps a slow machine from hiding the rest of a run; the run's last lines name such a test, and it is looked into (docs/testing.md).
      retry: 1,
    },
  },
  ...(wantsBrowser ? [browserProject()] : []),
];

export default defineConfig({ test: { projects, sequence: { sequencer: LongestFirst } } });
