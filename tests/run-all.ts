/**
 * `npm test`: every check, packed so that both processors have work. Stops at the first group of stages
 * in which one fails; end-to-end tests don't begin after a failure. The last line is always `N passed, N failed`, added up over the stages.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NOT_ANSWERED } from './audit';
import { firstProfile } from './harness/browser-session';
import { ensureBuild, ROOT } from './harness/build-extension';
import { ensureBrowser } from './harness/find-browser';
import { describeStumbles, readTestReport, type Stumble } from './harness/test-report';

interface Count { passed: number; failed: number; stumbles?: Stumble[] }
interface Stage {
  name: string;
  run: () => Count | Promise<Count>;
  /** Not begun when something has failed by then. */
  ifAllIsWell?: boolean;
}

const reports = mkdtempSync(join(tmpdir(), 'baton-tests-'));

/** Runs a tool; what it prints comes in one piece, since another stage may run beside it. */
function node(script: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    // The linter's type checker is written in Go, and cleans up after itself far more often than a run of seconds needs.
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, env: { GOGC: '400', ...process.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('error', (error) => { console.error(error); resolve(1); });
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed));
      resolve(code ?? 1);
    });
  });
}

/** A tool that only says yes or no counts as one check. */
function tool(name: string, script: string, args: string[]): Stage {
  return { name, run: async () => ((await node(script, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) };
}

function vitest(project: string): Stage {
  const outputFile = join(reports, `${project}.json`);
  const args = ['run', `--project=${project}`, '--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
  return {
    name: project,
    run: async () => {
      const status = await node('vitest/vitest.mjs', args);
      if (!existsSync(outputFile)) return { passed: 0, failed: 1 };
      const { passed, failed, stumbles } = readTestReport(readFileSync(outputFile, 'utf8'), ROOT);
      // A file that does not load fails no single test, and still is a failure.
      return { passed, failed: status === 0 ? 0 : Math.max(1, failed), stumbles };
    },
  };
}

/** A registry that doesn't answer says nothing: neither passed nor failed. */
const audit: Stage = {
  name: 'audit',
  run: async () => {
    const code = await node('tsx/dist/cli.mjs', ['tests/audit.ts']);
    if (code === NOT_ANSWERED) return { passed: 0, failed: 0 };
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
};

/** Groups in order; within a group two stages at a time, because much of each is one thread's work or waiting. */
const GROUPS: Stage[][] = [
  [
    {
      name: 'build',
      run: async () => {
        await ensureBuild('store');
        await firstProfile(await ensureBuild('test'));
        return { passed: 1, failed: 0 };
      },
    },
    // Types too: the linter has the compiler in it.
    tool('lint', 'oxlint/bin/oxlint', ['--max-warnings', '0']),
  ],
  [
    // The longest first: it waits for its browser nearly half of the time, and the others fill that.
    vitest('browser'),
    vitest('unit'),
    vitest('contract'),
    vitest('db'),
    tool('direction', 'dependency-cruiser/bin/dependency-cruise.mjs', ['entrypoints', 'components', 'utils']),
    vitest('dom'),
    audit,
    // Whole browsers want the machine to themselves. They begin when all others are done but the component tests, whose last files leave half of it idle.
    { ...vitest('e2e'), ifAllIsWell: true },
  ],
];
const STAGES = GROUPS.flat();
const AT_A_TIME = 2;

async function guarded(stage: Stage): Promise<Count> {
  try {
    return await stage.run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

function chosenStages(): Set<string> {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  const unknown = positionals.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length === 0) return new Set(positionals.length === 0 ? STAGES.map((stage) => stage.name) : positionals);
  console.error(`No test stage is called ${unknown.join(', ')}. There are: ${STAGES.map((stage) => stage.name).join(', ')}.`);
  process.exit(2);
}

/** Runs the stages of a group; what is waiting still runs when another has failed, so that one run says it all. */
async function runGroup(stages: readonly Stage[], done: (stage: Stage, count: Count, seconds: number) => void): Promise<void> {
  const waiting = [...stages];
  let well = true;
  const worker = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
      if (stage.ifAllIsWell && !well) continue;
      const began = Date.now();
      const count = await guarded(stage);
      well &&= count.failed === 0;
      done(stage, count, (Date.now() - began) / 1000);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

async function main(): Promise<number> {
  const chosen = chosenStages();
  if (!existsSync(join(ROOT, '.wxt/tsconfig.json'))) await node('wxt/bin/wxt.mjs', ['prepare']);
  ensureBrowser();
  const total: Count = { passed: 0, failed: 0 };
  const times: string[] = [];
  const stumbles: Stumble[] = [];
  for (const group of GROUPS) {
    const failed: string[] = [];
    await runGroup(group.filter((stage) => chosen.has(stage.name)), (stage, count, seconds) => {
      console.log(`── ${stage.name}: ${String(count.passed)} passed, ${String(count.failed)} failed ${'─'.repeat(30)}\n`);
      total.passed += count.passed;
      total.failed += count.failed;
      stumbles.push(...(count.stumbles ?? []));
      times.push(`${stage.name} ${seconds.toFixed(1)} s`);
      if (count.failed > 0) failed.push(stage.name);
    });
    if (failed.length === 0) continue;
    console.error(`\nStopped: failed in ${failed.join(', ')}. Again alone: npm test -- ${failed.join(' ')}`);
    break;
  }
  rmSync(reports, { recursive: true, force: true });
  if (stumbles.length > 0) console.log(`\n${describeStumbles(stumbles)}`);
  console.log(`\n${times.join(' · ')}`);
  console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
  return total.failed > 0 ? 1 : 0;
}

process.exit(await main());
