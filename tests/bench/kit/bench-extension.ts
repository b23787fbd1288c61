/**
 * The built extension with the bench's own pages beside it: a copy, so that no build that ships or that
 * tests use ever has them.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Checklist } from '@/utils/checklist/checklist';
import type { ChecklistPin } from '@/utils/deal/deal';
import { ensureBuild, ROOT } from '../../harness/build-extension';

const PAGES = ['bare', 'plain', 'tools'] as const;
export type BenchPage = (typeof PAGES)[number];

const ENTRIES: Record<BenchPage, string> = { bare: 'tests/bench/pages/bare.tsx', plain: 'tests/bench/pages/plain.ts', tools: 'tests/bench/pages/tools.ts' };

function html(page: BenchPage): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${page}</title></head><body><div id="root"></div><script type="module" src="/bench/${page}.js"></script></body></html>\n`;
}

/** Bundled as the extension's own scripts are: minified, React's production build. */
async function bundle(page: BenchPage, folder: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: [{ find: /^@\//, replacement: ROOT }] },
    build: { outDir: join(folder, 'bench'), emptyOutDir: false, copyPublicDir: false, minify: true, rollupOptions: { input: { [page]: join(ROOT, ENTRIES[page]) }, output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: `${page}-[hash].js` } } },
  });
}

/** In the copy this checklist is a made-up one: no real one, nor all of them in one deal, has so many items. */
export const LONG_CHECKLIST: ChecklistPin = { id: 'first-call', version: 1 };
export const LONG_ITEMS = 200;

/** Checklist A over and over, each time with items and topics of its own. */
function longChecklist(): Checklist {
  const real = JSON.parse(readFileSync(join(ROOT, 'utils/checklist/data/custom-development.v1.json'), 'utf8')) as Checklist;
  const items = Array.from({ length: LONG_ITEMS }, (_, i) => {
    const item = real.items[i % real.items.length];
    const round = String(Math.floor(i / real.items.length));
    if (!item) throw new Error('Checklist A is empty.');
    return { ...item, id: `${item.id}-${round}`, topic: `${item.topic}~${round}` };
  });
  return { ...real, ...LONG_CHECKLIST, items };
}

function putLongChecklist(folder: string): void {
  const chunks = readdirSync(join(folder, 'chunks')).filter((name) => name.startsWith(`${LONG_CHECKLIST.id}.v1-`));
  if (chunks.length !== 1 || !chunks[0]) throw new Error('The build has no chunk for the checklist of the first call.');
  writeFileSync(join(folder, 'chunks', chunks[0]), `export default ${JSON.stringify(longChecklist())};\n`);
}

/** The folder of a fresh copy with the bench's pages in it. */
export async function benchExtension(): Promise<string> {
  const built = await ensureBuild('test');
  const folder = join(ROOT, '.output', 'bench', String(process.pid));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(built, folder, { recursive: true });
  putLongChecklist(folder);
  for (const page of PAGES) {
    await bundle(page, folder);
    writeFileSync(join(folder, `bench-${page}.html`), html(page));
  }
  return folder;
}
