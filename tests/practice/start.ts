/**
 * `npm start`: opens a browser with Baton beside a practice call. With `--auto` the script's rep does
 * everything through the real panel, and a packet is left on disk. Exit code 0 only if all was right;
 * 2 for a wrong flag or file.
 */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hasDisplay } from '../harness/find-browser';
import { ROOT } from '../harness/build-extension';
import type { PracticeCall } from './practice-call';
import { BadPracticeFile, parsePracticeCall } from './practice-call';
import type { RunOptions } from './stage';

const USAGE = `npm start -- [--script FILE] [--auto] [--headless] [--speed N] [--out DIR] [--screenshots DIR]
  --script FILE      a practice call (docs/practice-calls.md); the first of the project's own otherwise
  --auto             the script's rep does everything, through the real panel
  --headless         without a window; needs --auto
  --speed N          times real time; with --auto as fast as the panel takes it otherwise
  --out DIR          where the packet goes (handoff)
  --screenshots DIR  pictures of the panel on the way`;

const DEFAULT_SCRIPT = join(ROOT, 'tests/practice/calls/s1-ko-meet-first-meeting.json');

const LARGEST_FILE = 20 * 1024 * 1024;

/** A wrong flag or value, told in a sentence. */
class BadUsage extends Error {}

interface Choices { script: string; auto: boolean; headless: boolean; speed: number | null; out: string; screenshots: string | null; help: boolean }

function readFlags(args: string[]): ReturnType<typeof parseFlags> {
  try {
    return parseFlags(args);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new BadUsage(words.split('. ')[0] ?? words);
  }
}

function parseFlags(args: string[]) {
  const text = { type: 'string' as const };
  const flag = { type: 'boolean' as const, default: false };
  return parseArgs({ args, options: { script: text, auto: flag, headless: flag, speed: text, out: text, screenshots: text, help: { ...flag, short: 'h' } } }).values;
}

function speedOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  const speed = Number(given);
  if (given.trim() === '' || !Number.isFinite(speed) || speed <= 0 || speed > 1000) throw new BadUsage(`--speed must be a number above 0, at most 1000, found ${given}`);
  return speed;
}

function choicesOf(args: string[]): Choices {
  const flags = readFlags(args);
  const blind = !hasDisplay();
  const choices = {
    script: flags.script === undefined ? DEFAULT_SCRIPT : resolve(flags.script),
    auto: flags.auto || blind,
    headless: flags.headless || blind,
    speed: speedOf(flags.speed),
    out: folder('--out', flags.out ?? 'handoff'),
    screenshots: flags.screenshots === undefined ? null : folder('--screenshots', flags.screenshots),
    help: flags.help,
  };
  if (choices.headless && !choices.auto) throw new BadUsage('--headless needs --auto: nobody could use a window that is not there');
  return choices;
}

/** Where something will be written at the end of the call: that it can't be is told before it begins. */
function folder(flag: string, name: string): string {
  const path = resolve(name);
  let there = path;
  while (!existsSync(there)) there = dirname(there);
  if (!statSync(there).isDirectory()) throw new BadUsage(`${flag}: ${there} is a file, not a folder`);
  try {
    accessSync(there, constants.W_OK);
  } catch {
    throw new BadUsage(`${flag}: nothing can be written in ${there}`);
  }
  return path;
}

function readScript(path: string): PracticeCall {
  if (!existsSync(path)) throw new BadPracticeFile(`there is no file ${path}`);
  const info = statSync(path);
  if (!info.isFile()) throw new BadPracticeFile(`${path} is no file`);
  if (info.size > LARGEST_FILE) throw new BadPracticeFile(`${path} is larger than 20 MB: no call is that long`);
  return parsePracticeCall(readFileSync(path, 'utf8'));
}

function counts(title: string, part: { minimum: number; secured: number; owned: number; unowned: number }): string {
  return `  ${title.padEnd(14)} ${String(part.secured)} of ${String(part.minimum)} secured, ${String(part.owned)} owned gaps, ${String(part.unowned)} nobody's`;
}

// What drives the browser is loaded when flags and file are right: a wrong one is told at once.
async function auto(options: RunOptions): Promise<number> {
  const { judgedRun } = await import('./judged-run');
  const { files, packet, findings } = await judgedRun(options);
  console.log(`\nReadiness\n${[counts('first meeting', packet.readiness.first), counts('estimate', packet.readiness.estimate), counts('contract', packet.readiness.contract)].join('\n')}`);
  console.log(`\nPacket no. ${String(packet.packet.number)} in ${options.out}\n${files.map((name) => `  ${name}`).join('\n')}`);
  for (const kind of ['note', 'fault'] as const) for (const one of findings.filter((finding) => finding.kind === kind)) console.log(`${kind}: ${one.text}`);
  const faults = findings.filter((one) => one.kind === 'fault').length;
  console.log(faults === 0 ? '\nEverything is as the script expects.' : `\n${String(faults)} differences from what the script expects.`);
  return faults === 0 ? 0 : 1;
}

async function live(options: RunOptions): Promise<number> {
  const [{ setStage }, { runLive }] = await Promise.all([import('./stage'), import('./live-run')]);
  const stage = await setStage(options);
  try {
    await runLive(options, stage);
  } finally {
    await stage.close();
  }
  return 0;
}

async function main(): Promise<number> {
  const choices = choicesOf(process.argv.slice(2));
  if (choices.help) {
    console.log(USAGE);
    return 0;
  }
  const call = readScript(choices.script);
  if (!hasDisplay()) console.log('No display here: the script plays the rep by itself (--headless --auto).');
  const options: RunOptions = { ...choices, call, say: (text) => { console.log(text); } };
  return choices.auto ? auto(options) : live(options);
}

main().then(
  (code) => { process.exit(code); },
  (error: unknown) => {
    const sentence = error instanceof BadPracticeFile ? `Not a practice call: ${error.message}` : error instanceof BadUsage ? `${error.message}\n${USAGE}` : null;
    console.error(sentence ?? error);
    process.exit(sentence ? 2 : 1);
  },
);
