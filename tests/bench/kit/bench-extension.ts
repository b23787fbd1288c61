/**
 * The built extension with the bench's own pages beside it: a copy, so that no build that ships or that
 * tests use ever has them.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ensureBuild, ROOT } from '../../harness/build-extension';

const PAGES = ['bare', 'tools'] as const;
export type BenchPage = (typeof PAGES)[number];

const ENTRIES: Record<BenchPage, string> = { bare: 'tests/bench/pages/bare.tsx', tools: 'tests/bench/pages/tools.ts' };

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

/** The folder of a fresh copy with the bench's pages in it. */
export async function benchExtension(): Promise<string> {
  const built = await ensureBuild('test');
  const folder = join(ROOT, '.output', 'bench', String(process.pid));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(built, folder, { recursive: true });
  for (const page of PAGES) {
    await bundle(page, folder);
    writeFileSync(join(folder, `bench-${page}.html`), html(page));
  }
  return folder;
}
