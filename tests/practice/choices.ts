/** What the command line of `npm start` asks for, checked before anything is opened or written. */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hasDisplay } from '../harness/find-browser';
import { ROOT } from '../harness/build-extension';
import type { PracticeCall } from './practice-call';
import { BadPracticeFile } from './describe-issues';
import { parsePracticeCall } from './practice-call';

/** What `--help` prints, and a wrong flag. */
export const USAGE = `npm start -- [--script FILE] [--auto] [--headless] [--speed N] [--out DIR] [--screenshots DIR]
  --script FILE      a practice call (docs/practice-calls.md); the first of the project's own otherwise
  --auto             the script's rep does everything, through the real panel
  --headless         without a window; needs --auto
  --speed N          times real time; with --auto as fast as the panel takes it otherwise
  --out DIR          where the packet goes (handoff)
  --screenshots DIR  pictures of the panel on the way`;

const DEFAULT_SCRIPT = join(ROOT, 'tests/practice/calls/s1-ko-meet-first-meeting.json');

const LARGEST_FILE = 20 * 1024 * 1024;

/** A wrong flag or value, told in a sentence. */
export class BadUsage extends Error {}

export interface Choices { script: string; auto: boolean; headless: boolean; speed: number | null; out: string; screenshots: string | null; help: boolean }

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

/** What the command line asks for. Throws `BadUsage`, and makes nothing. */
export function choicesOf(args: string[]): Choices {
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

/** A practice call from a file. Throws `BadPracticeFile` with what is wrong. */
export function readScript(path: string): PracticeCall {
  if (!existsSync(path)) throw new BadPracticeFile(`there is no file ${path}`);
  const info = statSync(path);
  if (!info.isFile()) throw new BadPracticeFile(`${path} is no file`);
  if (info.size > LARGEST_FILE) throw new BadPracticeFile(`${path} is larger than 20 MB: no call is that long`);
  return parsePracticeCall(readFileSync(path, 'utf8'));
}
