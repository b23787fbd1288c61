/**
 * Builds the extension when the sources are newer than the last build. The practice and test build
 * carries a fixed key and has a folder of its own, so it never overwrites what is shipped.
 */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEST_KEY } from './test-key';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = ['entrypoints', 'components', 'utils', 'public', 'wxt.config.ts', 'package-lock.json', 'tests/harness/test-key.ts'];

/** Newest change below a path; a folder's own time counts, so that a deleted file is noticed. */
function newestChange(path: string): number {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), info.mtimeMs);
}

export type BuildFlavour = 'test' | 'store';

/** Builds kept per flavour: a browser that still runs an older one keeps its files. */
const KEPT = 3;

/** The folder of an up-to-date Chrome build: `test` has the fixed id, `store` is exactly what ships. */
export async function ensureBuild(flavour: BuildFlavour): Promise<string> {
  const shelf = join(ROOT, '.output', flavour);
  const newest = Math.max(...SOURCES.map((path) => newestChange(join(ROOT, path))));
  const place = join(shelf, Math.round(newest).toString(36));
  const built = join(place, 'chrome-mv3');
  if (existsSync(join(built, 'manifest.json'))) return built;
  const draft = `${place}.${String(process.pid)}`;
  // Loading it takes longer than looking whether there is anything to build.
  const { build } = await import('wxt');
  await withTestKey(flavour === 'test', async () => build({ root: ROOT, outDir: draft, browser: 'chrome', logger: quietLogger }));
  putInPlace(draft, place);
  dropOldBuilds(shelf);
  return built;
}

/** Two runs may build at once: whoever is first wins, the other's copy is the same. */
function putInPlace(draft: string, place: string): void {
  try {
    renameSync(draft, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}

function dropOldBuilds(shelf: string): void {
  const builds = readdirSync(shelf).map((name) => join(shelf, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of builds.slice(KEPT)) rmSync(old, { recursive: true, force: true });
}

/** Runs a build with or without the fixed key, and quietly. */
async function withTestKey(on: boolean, work: () => Promise<unknown>): Promise<void> {
  const before = process.env.BATON_TEST_KEY;
  const mode = process.env.NODE_ENV;
  process.env.BATON_TEST_KEY = on ? TEST_KEY : '';
  // Vitest says `test`, and React would come in its development build: not what ships.
  process.env.NODE_ENV = 'production';
  // wxt draws a spinner and rolldown repeats its advice whatever the logger says; `npm run build` shows both.
  // A build that fails throws.
  const [stdout, stderr] = [process.stdout.write, process.stderr.write];
  process.stdout.write = process.stderr.write = () => true;
  try {
    await work();
  } finally {
    process.stdout.write = stdout;
    process.stderr.write = stderr;
    process.env.BATON_TEST_KEY = before ?? '';
    if (mode === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = mode;
  }
}

function silent(): void {
  // The caller says what it builds, and a build that fails throws.
}

const quietLogger = {
  debug: silent,
  log: silent,
  info: silent,
  success: silent,
  warn: silent,
  error: silent,
  fatal: silent,
  level: 1,
};
