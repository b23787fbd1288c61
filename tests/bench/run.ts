/**
 * `npm run bench [-- --only NAME] [--runs N]`: measures and prints; docs/bench.md says what each means.
 * A missed bar is a result; the exit code is 1 only if something could not be measured.
 */
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../harness/build-extension';
import { benchExtension } from './kit/bench-extension';
import type { Figure } from './kit/figures';
import type { Taken } from './kit/report';
import { machineLine, remarksOf, tableOf, thisMachine, writeJson } from './kit/report';
import type { Bench } from './kit/stage';
import { measureBackup } from './measures/backup';
import { measureBundle } from './measures/bundle';
import { measureClip } from './measures/clip';
import { measureContent } from './measures/content';
import { measureEnter } from './measures/enter';
import { measureExport } from './measures/export';
import { measureLibrary } from './measures/library';
import { measureMemory } from './measures/memory';
import { measurePanel } from './measures/panel';
import { measureSearch } from './measures/search';
import { measureTyping } from './measures/typing';

const MEASURES: Record<string, (bench: Bench) => Promise<Figure[]>> = {
  panel: measurePanel,
  library: measureLibrary,
  search: measureSearch,
  clip: measureClip,
  backup: measureBackup,
  enter: measureEnter,
  typing: measureTyping,
  content: measureContent,
  export: measureExport,
  memory: measureMemory,
  bundle: measureBundle,
};

async function take(measure: string, bench: Bench): Promise<Taken> {
  const began = Date.now();
  const load = loadavg()[0] ?? 0;
  const result = (rest: Pick<Taken, 'figures' | 'error'>): Taken => ({ measure, load, seconds: Math.round((Date.now() - began) / 1000), ...rest });
  try {
    return result({ figures: (await MEASURES[measure]?.(bench)) ?? [] });
  } catch (error) {
    return result({ figures: [], error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, runs: { type: 'string', default: '15' } } });
  const names = values.only ?? Object.keys(MEASURES);
  const unknown = names.filter((name) => !(name in MEASURES));
  if (unknown.length > 0) throw new Error(`There is no measure ${unknown.join(', ')}; there are ${Object.keys(MEASURES).join(', ')}.`);
  const machine = thisMachine();
  console.info(machineLine(machine));
  const extension = await benchExtension();
  const taken: Taken[] = [];
  try {
    for (const name of names) {
      const one = await take(name, { extension, runs: Math.max(3, Number(values.runs)), say: (line) => { console.info(`  ${line}`); } });
      console.info(`${name}: ${one.error ? 'NOT MEASURED' : 'done'} in ${String(one.seconds)} s, load ${one.load.toFixed(2)}`);
      taken.push(one);
    }
  } finally {
    rmSync(extension, { recursive: true, force: true });
  }
  const file = join(ROOT, '.output', 'bench.json');
  writeJson(file, machine, taken);
  console.info(`\n${tableOf(taken)}\n\n${remarksOf(taken)}\n\n${file}`);
  return taken.every(({ error }) => error === undefined);
}

const complete = await main();
process.exit(complete ? 0 : 1);
