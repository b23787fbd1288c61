/** The direction rule must be able to fail: each case injects one violation and sees it named. All of them are looked at in one run. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../harness/build-extension';

const COPIED = ['entrypoints', 'components', 'utils', '.wxt', 'tsconfig.json', '.dependency-cruiser.cjs', '.dependency-cruiser.alias.cjs'];

/** A copy of the sources: nothing is ever injected into the tree that others build from. */
let house = '';

let found: { status: number; output: string } = { status: 0, output: '' };

function inject(path: string, text: string): string {
  const full = join(house, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  return path;
}

const VIOLATIONS: [rule: string, path: string, text: string][] = [
  ['domain-imports-domain-only', 'utils/deal/zz-injected.ts', "import { db } from '@/utils/db/database';\nexport const x = db;\n"],
  ['domain-knows-no-outside', 'utils/time/zz-injected.ts', "import { browser } from 'wxt/browser';\nexport const x = browser;\n"],
  ['edges-import-domain-and-own-folder', 'utils/settings/zz-injected.ts', "import { db } from '../db/database';\nexport const x = db;\n"],
  ['edges-never-know-services', 'utils/db/zz-injected.ts', "import type * as createDeal from '@/utils/services/deal/create-deal';\nexport type X = typeof createDeal;\n"],
  ['services-never-import-ui', 'utils/services/deal/zz-injected.ts', "import { Button } from '@/components/ui/Button';\nexport const x = Button;\n"],
  ['components-import-utils-only', 'components/ui/zz-injected-page.ts', "import background from '@/entrypoints/background';\nexport const x = background;\n"],
  ['components-use-no-inner-edge', 'components/ui/zz-injected-edge.ts', "import { SCHEMA_VERSIONS } from '@/utils/db/versions';\nexport const x = SCHEMA_VERSIONS;\n"],
  ['components-know-no-dexie', 'components/ui/zz-injected-dexie.ts', "import Dexie from 'dexie';\nexport const x = Dexie;\n"],
  ['entrypoints-never-sideways', 'entrypoints/popup/zz-injected.ts', "import '../sidepanel/main';\n"],
  ['page-code-stays-small', 'utils/platforms/zz-injected/adapter.ts', "import { z } from 'zod';\nexport const x = z;\n"],
  ['page-code-stays-small', 'entrypoints/zz-injected.content.ts', "import { db } from '@/utils/db/database';\nexport default db;\n"],
  ['no-unresolved', 'utils/text/zz-injected.ts', "import { nothing } from '@/utils/text/there-is-no-such-file';\nexport const x = nothing;\n"],
];

const CYCLE: [path: string, text: string][] = [
  ['utils/text/zz-injected-one.ts', "import type { Two } from './zz-injected-two';\nexport type One = Two | 1;\n"],
  ['utils/text/zz-injected-two.ts', "import type { One } from './zz-injected-one';\nexport type Two = One | 2;\n"],
];
const KEEPS: [path: string, text: string] = ['utils/deal/zz-keeps.ts', "import type { Answer } from '@/utils/checklist/answer';\nexport type X = Answer;\n"];

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'baton-direction-'));
  for (const path of COPIED) cpSync(join(ROOT, path), join(house, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  const files = [...VIOLATIONS.map(([, path, text]) => inject(path, text)), ...CYCLE.map(([path, text]) => inject(path, text)), inject(...KEEPS)];
  // These files only, and what they import: a whole run takes longer.
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), ...files], { cwd: house, encoding: 'utf8' });
  found = { status: run.status ?? -1, output: run.stdout + run.stderr };
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

describe('direction rule', () => {
  it.each(VIOLATIONS)('%s fails for %s', (rule, path) => {
    expect(found.output).toMatch(new RegExp(`error ${rule}: ${path}`));
  });

  it('no-cycles fails for two files that import each other', () => {
    expect(found.output).toMatch(/error no-cycles: utils\/text\/zz-injected-(one|two)\.ts/u);
  });

  it('ends with an error then, and names nothing that keeps the rule', () => {
    expect(found.status).toBeGreaterThan(0);
    expect(found.output).not.toContain(KEEPS[0]);
    const named = [...found.output.matchAll(/^\s*error [\w-]+: (\S+)/gmu)].map(([, path]) => path);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !path?.includes('zz-injected'))).toEqual([]);
  });
});
