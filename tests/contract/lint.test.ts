/** The linter must be able to fail: each case breaks one rule of the house and sees it named. All of them are looked at in one run. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../harness/build-extension';

const BROKEN: [rule: string, path: string, text: string][] = [
  ['typescript(TS2322)', 'utils/db/types.ts', "export const count: number = 'two';\n"],
  ['typescript(no-floating-promises)', 'utils/db/floating.ts', 'export function start(work: () => Promise<void>): void { work(); }\n'],
  ['typescript(no-unsafe-assignment)', 'utils/db/unsafe.ts', "export const read: { n: number } = JSON.parse('{}');\n"],
  ['house(no-default-export)', 'utils/db/default.ts', 'export default 1;\n'],
  ['house(no-raw-html)', 'components/ui/Html.tsx', 'export function Html({ html }: { html: string }) { return <p dangerouslySetInnerHTML={{ __html: html }} />; }\n'],
  ['house(no-raw-html)', 'components/ui/html.ts', 'export function show(place: Element, html: string): void { place.innerHTML = html; }\n'],
  ['house(no-ambient-time)', 'utils/deal/now.ts', 'export const now = (): number => Date.now();\n'],
  ['house(no-ambient-time)', 'utils/time/today.ts', 'export const today = (): Date => new Date();\n'],
  ['house(no-ambient-time)', 'utils/notes/chance.ts', 'export const chance = (): number => Math.random();\n'],
  ['eslint(no-restricted-globals)', 'utils/packet/title.ts', 'export const title = (): string => document.title;\n'],
  ['react-hooks(rules-of-hooks)', 'components/ui/Hook.tsx', "import { useState } from 'react';\nexport function Hook({ on }: { on: boolean }) { if (on) useState(1); return null; }\n"],
  ['react(set-state-in-render)', 'components/ui/Loop.tsx', "import { useState } from 'react';\nexport function Loop() { const [n, set] = useState(0); set(n + 1); return <p>{n}</p>; }\n"],
  ['jsx-a11y(click-events-have-key-events)', 'components/ui/Click.tsx', 'export function Click({ go }: { go: () => void }) { return <div onClick={go}>go</div>; }\n'],
  ['eslint(max-lines-per-function)', 'utils/db/long.ts', `export function long(): number[] {\n  return [\n${'    1,\n'.repeat(70)}  ];\n}\n`],
  ['eslint(no-unused-vars)', 'utils/db/unused.ts', 'const left = 1;\nexport const right = 2;\n'],
];
const FINE: [path: string, text: string] = ['utils/deal/fine.ts', 'export const later = (at: number): Date => new Date(at);\n'];

let house = '';
let output = '';

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'baton-lint-'));
  for (const path of ['.oxlintrc.json', 'tests/lint']) cpSync(join(ROOT, path), join(house, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  writeFileSync(join(house, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, jsx: 'react-jsx', module: 'esnext', moduleResolution: 'bundler', target: 'es2022', lib: ['es2022', 'dom'], types: [], skipLibCheck: true, noEmit: true } }));
  for (const [path, text] of [...BROKEN.map(([, ...file]) => file), FINE]) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--format=unix', 'utils', 'components'], { cwd: house, encoding: 'utf8' });
  output = run.stdout + run.stderr;
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

it.each(BROKEN)('the linter says %s of %s', (rule, path) => {
  expect(output.split('\n').filter((line) => line.includes(`${path}:`)).join('\n')).toContain(rule);
});

it('and nothing of what keeps the rules', () => {
  expect(output).not.toContain(FINE[0]);
});
