/**
 * `npm test`: every check, in the order in which a failure is cheapest to read. Stops at the first
 * stage that fails. The last line is always `N passed, N failed`, added up over the stages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ensureBuild, ROOT } from './harness/build-extension';
import { ensureBrowser } from './harness/find-browser';

interface Count { passed: number; failed: number }
interface Stage { name: string; run: () => Count | Promise<Count> }

const reports = mkdtempSync(join(tmpdir(), 'baton-tests-'));
const counts = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numTotalTests: z.number(), success: z.boolean() });

function node(script: string, args: string[]): number {
  const found = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, stdio: 'inherit' });
  return found.status ?? 1;
}

/** A tool that only says yes or no counts as one check. */
function tool(name: string, script: string, args: string[]): Stage {
  return { name, run: () => (node(script, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) };
}

function vitest(project: string): Stage {
  const outputFile = join(reports, `${project}.json`);
  const args = ['run', `--project=${project}`, '--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
  return {
    name: project,
    run: () => {
      const status = node('vitest/vitest.mjs', args);
      if (!existsSync(outputFile)) return { passed: 0, failed: 1 };
      const report = counts.parse(JSON.parse(readFileSync(outputFile, 'utf8')));
      // A file that does not load fails no single test, and still is a failure.
      const failed = status === 0 ? 0 : Math.max(1, report.numFailedTests);
      return { passed: report.numPassedTests, failed };
    },
  };
}

const STAGES: Stage[] = [
  tool('types', 'typescript/bin/tsc', ['--noEmit']),
  tool('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  tool('direction', 'dependency-cruiser/bin/dependency-cruise.mjs', ['entrypoints', 'components', 'utils']),
  {
    name: 'build',
    run: async () => {
      await ensureBuild('store');
      await ensureBuild('test');
      return { passed: 1, failed: 0 };
    },
  },
  ...['contract', 'unit', 'db', 'dom', 'browser', 'e2e'].map(vitest),
];

async function guarded(stage: Stage): Promise<Count> {
  try {
    return await stage.run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

function chosenStages(): Stage[] {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  const unknown = positionals.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length === 0) return positionals.length === 0 ? STAGES : STAGES.filter((stage) => positionals.includes(stage.name));
  console.error(`No test stage is called ${unknown.join(', ')}. There are: ${STAGES.map((stage) => stage.name).join(', ')}.`);
  process.exit(2);
}

async function main(): Promise<number> {
  const stages = chosenStages();
  if (!existsSync(join(ROOT, '.wxt/tsconfig.json'))) node('wxt/bin/wxt.mjs', ['prepare']);
  ensureBrowser();
  const total: Count = { passed: 0, failed: 0 };
  const times: string[] = [];
  for (const stage of stages) {
    console.log(`\n── ${stage.name} ${'─'.repeat(Math.max(4, 60 - stage.name.length))}`);
    const began = Date.now();
    const count = await guarded(stage);
    total.passed += count.passed;
    total.failed += count.failed;
    times.push(`${stage.name} ${((Date.now() - began) / 1000).toFixed(1)} s`);
    if (count.failed > 0) {
      console.error(`\nStopped: the stage "${stage.name}" failed. Again alone: npm test -- ${stage.name}`);
      break;
    }
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${times.join(' · ')}`);
  console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
  return total.failed > 0 ? 1 : 0;
}

process.exit(await main());
