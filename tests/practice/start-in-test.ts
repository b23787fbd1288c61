/** `npm start` as a test runs it: the same process that the command starts, and what it printed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../harness/build-extension';

export function start(cwd: string, ...args: string[]): { status: number | null; output: string } {
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), '--tsconfig', join(ROOT, 'tsconfig.json'), join(ROOT, 'tests/practice/start.ts'), ...args], { cwd, encoding: 'utf8' });
  return { status: run.status, output: run.stdout + run.stderr };
}
