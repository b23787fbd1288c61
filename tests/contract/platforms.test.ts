/** A platform is a folder, an entrypoint, a registry line, a fixture site and a test: all of them, or none. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, platformOf } from '@/utils/platforms/registry';
import { resolveFixture } from '../fixtures/sites/server-routes';
import { ROOT } from '../harness/build-extension';

const foldersIn = (path: string): string[] => readdirSync(join(ROOT, path)).filter((name) => statSync(join(ROOT, path, name)).isDirectory());
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const byName = (names: readonly string[]): string[] => names.toSorted();

const FOLDERS = byName(foldersIn('utils/platforms'));
/** A call on each platform, as its fixture site serves it. */
const CALLS: Record<string, { url: string; room: string }> = {
  meet: { url: 'https://meet.google.com/abc-defg-hij', room: 'meet:abc-defg-hij' },
  zoom: { url: 'https://app.zoom.us/wc/98765432100/join', room: 'zoom:98765432100' },
};

describe.each(FOLDERS)('platform %s', (id) => {
  it.each([`utils/platforms/${id}/meta.ts`, `utils/platforms/${id}/selectors.ts`, `utils/platforms/${id}/adapter.ts`, `entrypoints/${id}.content.ts`, `tests/e2e/adapters/${id}.test.ts`])('has %s', (path) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
  });

  it('has an entrypoint of at most 20 lines that runs where its meta says', () => {
    const entrypoint = read(`entrypoints/${id}.content.ts`);
    expect(entrypoint.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
    expect(entrypoint).toContain(`matches: [...${id}Meta.matches]`);
    expect(entrypoint.includes('allFrames: true')).toBe(PLATFORMS.find((one) => one.id === id)?.allFrames);
  });

  it('has a fixture site that serves a call, on an address the registry knows', () => {
    const { url, room } = CALLS[id] ?? { url: '', room: 'add a call of this platform to CALLS' };
    const { host, pathname } = new URL(url);
    expect(resolveFixture(host, pathname)?.status).toBe(200);
    expect(platformOf(url)?.id).toBe(id);
    expect(platformOf(url)?.roomOf(url)).toBe(room);
  });

  it('names the selectors with where and when they were seen', () => {
    const selectors = read(`utils/platforms/${id}/selectors.ts`).split('\n');
    const bare = selectors.filter((line, i) => line.startsWith('export const') && !/(\*\/|\/\/.*)$/.test(selectors[i - 1] ?? '') && !line.includes('//'));
    expect(bare).toEqual([]);
  });
});

describe('nothing is left of a platform that is gone', () => {
  it('in the registry', () => {
    expect(byName(PLATFORMS.map((one) => one.id))).toEqual(FOLDERS);
  });

  it('in the entrypoints', () => {
    const scripts = readdirSync(join(ROOT, 'entrypoints')).filter((name) => name.endsWith('.content.ts'));
    expect(byName(scripts.map((name) => name.replace('.content.ts', '')))).toEqual(FOLDERS);
  });

  it('among the fixture sites', () => {
    expect(byName(foldersIn('tests/fixtures/sites').filter((name) => name !== 'engine'))).toEqual(FOLDERS);
  });

  it('among the adapter tests', () => {
    const tests = readdirSync(join(ROOT, 'tests/e2e/adapters')).filter((name) => name.endsWith('.test.ts') && name !== 'extension.test.ts');
    // A platform may have more than one file: `meet.test.ts`, `meet-bare.test.ts`.
    expect(byName([...new Set(tests.map((name) => name.replace(/(?:-[a-z]+)*\.test\.ts$/u, '')))])).toEqual(FOLDERS);
  });
});

describe('the registry', () => {
  it('knows no adapter: the service worker stays small', () => {
    expect(read('utils/platforms/registry.ts')).not.toMatch(/from '.*(?:adapter|start|pill)'/);
  });

  it('knows no other host', () => {
    for (const url of ['https://meet.google.com.evil.example/abc-defg-hij', 'https://evilzoom.us/wc/98765432100/join', 'http://meet.google.com/abc-defg-hij', 'about:blank', '', 'not an address']) expect(platformOf(url)).toBeNull();
  });
});
