/** A wrong flag or file is told in a sentence before anything is opened. */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choicesOf, readScript } from '@/tests/practice/choices';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-choices-'));
  writeFileSync(at('file'), '');
  writeFileSync(at('huge.json'), '');
  truncateSync(at('huge.json'), 21 * 1024 * 1024);
  mkdirSync(at('there'));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe('the command line', () => {
  it('is the whole call, written to "handoff", where nothing is said', () => {
    const { speed, out, screenshots, script, help } = choicesOf(['--auto']);
    expect({ speed, out, screenshots, help }).toEqual({ speed: null, out: join(process.cwd(), 'handoff'), screenshots: null, help: false });
    expect(readScript(script).language).toBe('ko');
  });

  it('takes folders that are not there yet', () => {
    expect(choicesOf(['--auto', '--out', at('there/new/deep'), '--speed', '2.5', '--screenshots', at('new')])).toMatchObject({ out: at('there/new/deep'), speed: 2.5, screenshots: at('new') });
  });

  it.each([
    [['--colour'], "Unknown option '--colour'"],
    [['a-word'], "Unexpected argument 'a-word'"],
    [['--speed', 'fast'], '--speed must be a number above 0, at most 1000, found fast'],
    [['--speed', '0'], '--speed must be'],
    [['--speed', '1001'], '--speed must be'],
    [['--speed', ' '], '--speed must be'],
    [['--speed', 'Infinity'], '--speed must be'],
  ])('%j is wrong', (args, sentence) => {
    expect(() => choicesOf(['--auto', ...args])).toThrow(sentence);
  });

  it.each(['--out', '--screenshots'])('%s is refused where a file stands, also on the way to it', (flag) => {
    expect(() => choicesOf(['--auto', flag, at('file')])).toThrow(`${flag}: ${at('file')} is a file, not a folder`);
    expect(() => choicesOf(['--auto', flag, at('file/deep/down')])).toThrow(`${flag}: ${at('file')} is a file, not a folder`);
  });
});

describe('the script', () => {
  it.each([['missing.json', 'there is no file'], ['there', 'is no file'], ['huge.json', 'is larger than 20 MB'], ['file', 'the file must be JSON, and it is not']])('%s is no practice call', (name, sentence) => {
    expect(() => readScript(at(name))).toThrow(sentence);
  });
});
