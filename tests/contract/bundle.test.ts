/** What the browser has to read before a page shows: its script and everything that imports statically, gzipped. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../harness/build-extension';

/** `from "./x.js"` and `import "./x.js"`, but not `import("./x.js")`. */
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g;
const PAGE_SCRIPT = /<(?:script|link)\b[^>]*?(?:src|href)="\/([^"]+\.js)"/g;

let folder = '';
beforeAll(async () => { folder = await ensureBuild('store'); });

function sizeOf(file: string): number {
  return gzipSync(readFileSync(join(folder, file))).length;
}

/** Every script of a page's first load. */
function firstLoad(page: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, path = ''] of code.matchAll(STATIC_IMPORT)) visit(path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path));
  };
  for (const [, file = ''] of readFileSync(join(folder, page), 'utf8').matchAll(PAGE_SCRIPT)) visit(file);
  return [...seen];
}

describe('first load', () => {
  it.each([['popup.html', 90_000], ['sidepanel.html', 150_000]])('%s stays within %i bytes', (page, limit) => {
    const files = firstLoad(page);
    // Less than React itself would mean that the imports were not found.
    expect(files.length).toBeGreaterThan(3);
    const sizes = Object.fromEntries(files.map((file) => [file, sizeOf(file)]));
    const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total, JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(limit);
  });

  it('keeps each content script small: it runs in somebody else’s page', () => {
    const scripts = readdirSync(join(folder, 'content-scripts')).filter((file) => file.endsWith('.js'));
    expect(scripts.toSorted()).toEqual(['meet.js', 'zoom.js']);
    for (const script of scripts) expect(sizeOf(`content-scripts/${script}`), script).toBeLessThanOrEqual(6144);
  });
});
