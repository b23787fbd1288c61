/** What the browser has to read before a page shows: its script and everything that imports statically, gzipped. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** `from "./x.js"` and `import "./x.js"`, but not `import("./x.js")`. */
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g;
const PAGE_SCRIPT = /<(?:script|link)\b[^>]*?(?:src|href)="\/([^"]+\.js)"/g;

/** Bytes of a built file, gzipped. */
export function gzippedSize(folder: string, file: string): number {
  return gzipSync(readFileSync(join(folder, file))).length;
}

/** Every script of a page's first load, with its gzipped size. */
export function firstLoad(folder: string, page: string): Map<string, number> {
  const seen = new Map<string, number>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.set(file, gzippedSize(folder, file));
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, path = ''] of code.matchAll(STATIC_IMPORT)) visit(path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path));
  };
  for (const [, file = ''] of readFileSync(join(folder, page), 'utf8').matchAll(PAGE_SCRIPT)) visit(file);
  return seen;
}

/** Content scripts of a build, with their gzipped sizes. */
export function contentScripts(folder: string): Map<string, number> {
  const names = readdirSync(join(folder, 'content-scripts')).filter((file) => file.endsWith('.js')).toSorted();
  return new Map(names.map((name) => [name, gzippedSize(folder, `content-scripts/${name}`)]));
}
