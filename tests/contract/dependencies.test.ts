/** What gets installed: from the registry only, unchanged, running nothing on the way that isn't known, under licences that may be shipped. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NOT_ANSWERED, verdictOf } from '../audit';

const entry = z.object({
  version: z.string().optional(), resolved: z.string().optional(), integrity: z.string().optional(), license: z.string().optional(),
  hasInstallScript: z.boolean().optional(), dev: z.boolean().optional(), optional: z.boolean().optional(), link: z.boolean().optional(),
});
const lockSchema = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), entry) });
type Lock = z.infer<typeof lockSchema>;
const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()), scripts: z.record(z.string(), z.string()) });

/** Packages that may run a script when they are installed (docs/dependencies.md says what it does). */
const KNOWN_SCRIPTS = ['node_modules/esbuild'];
/** Licences that what is shipped may have. */
const SHIPPABLE = ['MIT', 'ISC', 'Apache-2.0', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'MPL-2.0', '(MPL-2.0 OR Apache-2.0)'];

/** What is wrong with a lockfile, a sentence each. */
function faultsOf(lock: Lock): string[] {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  return packages.flatMap(([path, one]) => [
    one.link ? `${path} is a link to somewhere else` : '',
    /^sha512-[A-Za-z0-9+/]{86}==$/.test(one.integrity ?? '') ? '' : `${path} has no SHA-512 of its content`,
    one.resolved === undefined || one.resolved.startsWith('https://registry.npmjs.org/') ? '' : `${path} comes from ${one.resolved}`,
    one.hasInstallScript && !KNOWN_SCRIPTS.includes(path) ? `${path} runs a script when it is installed` : '',
    one.dev !== true && !SHIPPABLE.includes(one.license ?? '') ? `${path} is shipped under ${one.license ?? 'no licence'}` : '',
  ].filter((fault) => fault !== ''));
}

const lock = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const manifest = manifestSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe('the lockfile', () => {
  it('holds only packages of the registry, each with the hash of its content, without unknown scripts', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(300);
    expect(faultsOf(lock)).toEqual([]);
  });

  it('fits the manifest, whose versions are exact', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it.each([
    ['a package without a hash', { integrity: undefined }, 'no SHA-512'],
    ['a package from elsewhere', { resolved: 'git+ssh://git@github.com/x/y.git#1' }, 'comes from'],
    ['a new install script', { hasInstallScript: true }, 'runs a script'],
    ['a licence that may not be shipped', { license: 'GPL-3.0', dev: undefined }, 'is shipped under'],
  ] as const)('is refused with %s', (_what, poison, said) => {
    const packages = { ...lock.packages, 'node_modules/react': { ...lock.packages['node_modules/react'], ...poison } };
    expect(faultsOf({ ...lock, packages }).join('\n')).toContain(said);
  });
});

describe('every dependency', () => {
  it('is explained in docs/dependencies.md', () => {
    const docs = readFileSync('docs/dependencies.md', 'utf8');
    const missing = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter((name) => !docs.includes(name));
    expect(missing).toEqual([]);
  });

  it('leaves Baton’s own install step the only one of the project', () => {
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare|prepublish)/.test(name))).toEqual(['postinstall']);
    expect(manifest.scripts.postinstall).toBe('wxt prepare');
  });
});

describe('the audit', () => {
  const answer = (high: number, critical: number): string => JSON.stringify({ vulnerabilities: { dexie: {} }, metadata: { vulnerabilities: { info: 0, low: 2, moderate: 1, high, critical, total: 3 + high + critical } } });

  it('fails for what is high or critical, and only then', () => {
    expect(verdictOf(answer(0, 0)).code).toBe(0);
    expect(verdictOf(answer(1, 0))).toMatchObject({ code: 1, said: expect.stringContaining('dexie') as string });
    expect(verdictOf(answer(0, 1)).code).toBe(1);
  });

  it('takes no answer for no answer', () => {
    for (const printed of ['', 'npm error', '{"message":"405 Method Not Allowed"}', '{"metadata":{}}']) expect(verdictOf(printed).code).toBe(NOT_ANSWERED);
  });
});
