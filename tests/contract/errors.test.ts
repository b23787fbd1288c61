/** No message of an error reaches a screen: what a service refuses carries a code, and pages have a sentence for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REFUSALS } from '../../utils/services/trouble/refusal';

const root = join(import.meta.dirname, '../..');

/** Errors without a code, and why nobody reads them. A new one is a reviewed line here. */
const UNSEEN: [file: string, message: string][] = [
  // The search page has a sentence of its own for any failure.
  ['utils/services/search/open-index.ts', 'the search index could not be built'],
  // Their message is the code (`CAPTURE_TROUBLES`).
  ['utils/services/background/context-menu.ts', 'nothing_there'], ['utils/services/evidence/clip-tab.ts', 'no_address'],
  // A mistake of ours: the page that starts practice has its own database.
  ['utils/services/practice/start-practice.ts', 'practice needs a database of its own'],
];
/** Where the error's own words are shown on purpose: to be sent to whoever helps. */
const FOR_SUPPORT = ['components/trouble/describe-failure.ts', 'components/trouble/TroubleBoundary.tsx'];

function filesOf(folder: string): [name: string, text: string][] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name)).map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')]);
}

it('every error of a service carries a code', () => {
  const without = filesOf('utils/services').flatMap(([name, text]) => [...text.matchAll(/new (?:Range|Type)?Error\((?:'([^']+)'|[^']*?)(?=[,)])(?!, \{ cause:)/gu)].map((m) => [name, m[1]]))
    .filter(([name, message]) => !UNSEEN.some(([file, seen]) => file === name && seen === message));
  // What a worker threw is thrown again, with its code.
  expect(without.filter(([name]) => name !== 'utils/services/packet/packet-worker.ts' && name !== 'utils/services/packet/do-aside.ts')).toEqual([]);
});

it('every code is one that pages have a sentence for', () => {
  const codes = filesOf('utils').flatMap(([, text]) => [...text.matchAll(/Error\(.*\{ cause: '(\w+)'/gu)].map((m) => m[1] ?? ''));
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !REFUSALS.some((one) => one === code))).toEqual([]);
  expect(REFUSALS.filter((one) => !codes.includes(one))).toEqual([]);
});

it('no page shows an error’s own words', () => {
  const shown = filesOf('components').filter(([name, text]) => !FOR_SUPPORT.includes(name) && /\berror\.message\b|String\(error\)/u.test(text)).map(([name]) => name);
  expect(shown).toEqual([]);
});
