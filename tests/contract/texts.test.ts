/** Texts that nobody shows: each key of the catalogue is asked for somewhere, by its name or by a pattern such as `state.${state}`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { messages } from '../../utils/i18n/messages/en/index.ts';
import { messages as korean } from '../../utils/i18n/messages/ko/index.ts';

const root = join(import.meta.dirname, '../..');
type Tree = { readonly [key: string]: string | Tree };

/** Texts that are asked for in a way that no pattern shows, and the words with which that is done. */
const OTHERWISE: [prefix: string, file: string, words: string][] = [
  // Read as an object: the worker has no translator.
  ['popup.menu.', 'utils/services/background/context-menu.ts', ').menu'],
  // The translator is handed on, and called with a kind of trouble.
  ['trouble.write.', 'components/trouble/describe-failure.ts', 't(`write.${'], ['trouble.refused.', 'components/trouble/describe-failure.ts', 't(`refused.${'],
  ['trouble.unforeseen', 'components/trouble/describe-failure.ts', "'unforeseen'"],
  // By what was done, which another file says.
  ['call.undoLate', 'components/undo/SavedIndicator.tsx', 't(told)'], ['call.nothingToUndo', 'components/undo/SavedIndicator.tsx', 't(told)'],
  ['library.lines.', 'components/library/lines/LineList.tsx', 't(what, '],
];
/** What an attribute of these names says is no key. */
const NO_KEY = ['className', 'id', 'name', 'type', 'role', 'look'];

function leaves(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : leaves(value, `${path}${key}.`)));
}

function sourceFiles(): string[] {
  return ['entrypoints', 'components', 'utils'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((name) => /\.tsx?$/u.test(name) && !name.includes('/i18n/messages/'));
}

interface Asked {
  /** What `useTranslations` is called with; '' for all texts. */
  namespaces: string[];
  /** What may be a key, or the pattern of several. */
  patterns: string[];
}

const HOLE = '[^.]+';
const plain = (text: string): string => text.replace(/[.$]/gu, '\\$&');

/** The words of a file that may be keys. Names of files that are imported, and attributes such as `className`, are none. */
function askedIn(name: string, code: string): Asked {
  const asked: Asked = { namespaces: [], patterns: [] };
  const take = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || (ts.isJsxAttribute(node) && ts.isIdentifier(node.name) && NO_KEY.includes(node.name.text) && node.initializer && ts.isStringLiteral(node.initializer))) return;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'useTranslations') {
      const [of] = node.arguments;
      asked.namespaces.push(of && ts.isStringLiteral(of) ? of.text : '');
      return;
    }
    if (ts.isStringLiteralLike(node) && /^[\w.]+$/u.test(node.text)) asked.patterns.push(plain(node.text));
    if (ts.isTemplateExpression(node)) {
      const pattern = plain(node.head.text) + node.templateSpans.map((span) => HOLE + plain(span.literal.text)).join('');
      // A hole alone says nothing: any key would do.
      if (/^(?:[\w\\.]|\[\^\.\]\+)*$/u.test(pattern) && /\w/u.test(pattern.replaceAll(HOLE, ''))) asked.patterns.push(pattern);
    }
    ts.forEachChild(node, take);
  };
  take(ts.createSourceFile(name, code, ts.ScriptTarget.Latest, false, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return asked;
}

/** Keys that no file asks for. A file that is given its translator may mean any text. */
function unused(keys: readonly string[], files: readonly [name: string, code: string][]): string[] {
  const exact = new Set<string>();
  const patterns: RegExp[] = [];
  const asking = files.filter(([, code]) => /\bt\w?\(|useTranslations/u.test(code));
  const all = asking.map(([name, code]) => ({ ...askedIn(name, code), given: /\bt\w?\(/u.test(code) }));
  const everywhere = [...new Set(all.flatMap((one) => one.namespaces))];
  for (const one of all) {
    const namespaces = one.namespaces.length > 0 ? one.namespaces : one.given ? everywhere : [];
    for (const namespace of namespaces) {
      for (const pattern of one.patterns) {
        const whole = namespace === '' ? pattern : `${plain(namespace)}\\.${pattern}`;
        if (whole.includes(HOLE)) patterns.push(new RegExp(`^${whole}$`, 'u'));
        else exact.add(whole.replaceAll('\\', ''));
      }
    }
  }
  const code = new Map(files);
  return keys.filter((key) => !exact.has(key) && !patterns.some((pattern) => pattern.test(key))
    && !OTHERWISE.some(([prefix, file, words]) => key.startsWith(prefix) && code.get(file)?.includes(words)));
}

const files = sourceFiles().map((name): [string, string] => [name, readFileSync(join(root, name), 'utf8')]);

function texts(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));
}

it('no Korean text puts behind a name a particle that fits only half of all names', () => {
  const half = /\{(?:account|deal|title|name|who|person)\}[”’]?(?:와|과|을|를|이|가|은|는|로|으로)(?=[\s.,])/u;
  expect(['{account}와 두 번', '“{title}”을 삭제', '{deal}은 없습니다'].every((text) => half.test(text))).toBe(true);
  expect(texts(korean as unknown as Tree).filter((text) => half.test(text))).toEqual([]);
});

it('every text is asked for', () => {
  expect(unused(leaves(messages as unknown as Tree), files)).toEqual([]);
});

it('a text that nobody asks for is found, and one that is asked for by a pattern is not', () => {
  const code = "const t = useTranslations('call'); t('line'); t(`state.${s}`); <i className=\"other\" />;";
  const keys = ['call.line', 'call.state.live', 'call.state.deep.er', 'call.other', 'start.line', 'popup.menu.note'];
  expect(unused(keys, [['components/a.tsx', code]])).toEqual(['call.state.deep.er', 'call.other', 'start.line', 'popup.menu.note']);
});
