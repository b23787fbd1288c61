/** The house rules about folders: a closed list in utils/, and no folder that grows without end. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../harness/build-extension';

/** What each folder of utils/ may know is its meaning (docs/architecture.md). Adding one is a reviewed line here. */
const UTILS_FOLDERS = [
  'deal', 'meeting', 'checklist', 'notes', 'packet', 'text', 'time', 'evidence', 'search', 'backup', 'invitation', 'reply', 'followup', // domain
  'db', 'settings', 'messaging', 'platforms', 'panel', 'i18n', // edges
  'services',
];
const TOP_LEVEL = ['components', 'entrypoints', 'public', 'tests', 'utils', 'docs'];
const MEANINGLESS = /^(utils|helpers?|common|misc|shared|constants?|lib)(\.tsx?)?$/;
const MOST_FILES = 12;

function entries(path: string): { files: string[]; folders: string[] } {
  const names = readdirSync(join(ROOT, path)).filter((name) => !name.startsWith('.') && name !== 'node_modules');
  const isFolder = (name: string): boolean => statSync(join(ROOT, path, name)).isDirectory();
  return { files: names.filter((name) => !isFolder(name)), folders: names.filter(isFolder) };
}

function everyFolder(path: string): string[] {
  return [path, ...entries(path).folders.flatMap((name) => everyFolder(join(path, name)))];
}

const SOURCE = ['entrypoints', 'components', 'utils'].flatMap(everyFolder);

describe('folders', () => {
  it('utils/ has exactly the reviewed folders; a new one is a line in UTILS_FOLDERS with its kind', () => {
    expect(entries('utils').folders.filter((name) => !UTILS_FOLDERS.includes(name))).toEqual([]);
  });

  it('utils/ holds no file of its own: it belongs into the folder that says what it may know', () => {
    expect(entries('utils').files).toEqual([]);
  });

  it('the top level has no new room', () => {
    expect(entries('.').folders.filter((name) => ![...TOP_LEVEL, 'handoff', 'screenshots', 'coverage', 'test-results'].includes(name))).toEqual([]);
  });

  it('no folder and no file has a name that says nothing', () => {
    // A message file is named after its namespace, and `common` is what every screen says.
    const own = SOURCE.filter((path) => !path.startsWith('utils/i18n/messages'));
    const nested = own.flatMap((path) => [...entries(path).files, ...entries(path).folders].map((name) => join(path, name)));
    expect(nested.filter((path) => MEANINGLESS.test(path.split('/').at(-1) ?? ''))).toEqual([]);
  });

  it.each(SOURCE)(`%s has at most ${String(MOST_FILES)} files; more is two folders in one`, (path) => {
    expect(entries(path).files.length).toBeLessThanOrEqual(MOST_FILES);
  });
});
