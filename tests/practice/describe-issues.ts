/** Not a practice call, and why: what a schema found wrong, as sentences a person can act on: `rep[3].t must be mm:ss, found "9 o'clock"`. */
import type { z } from 'zod';

/** Not a practice call: the message says in one sentence per fault what and where. */
export class BadPracticeFile extends Error {}

type Issue = z.core.$ZodIssue;

const TYPES: Record<string, string> = { string: 'text', number: 'a number', boolean: 'true or false', array: 'a list', object: 'an object', int: 'a whole number', tuple: 'a list of two numbers' };

/** At most this many faults: the first ones usually explain the rest. */
const MOST = 8;

export function describeIssues(issues: readonly Issue[], raw: unknown): string {
  const sentences = issues.slice(0, MOST).map((issue) => describe(issue, raw));
  const more = issues.length - sentences.length;
  return [...sentences, ...(more > 0 ? [`and ${String(more)} more`] : [])].join('\n');
}

function describe(issue: Issue, raw: unknown): string {
  const path = pathText(issue.path);
  const found = valueAt(raw, issue.path);
  if (found === undefined) return `${path} is missing: it ${wanted(issue)}`;
  return `${path} ${wanted(issue)}, found ${shown(found)}`;
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined), raw);
}

function wanted(issue: Issue): string {
  if (issue.message.startsWith('must ')) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${listed(issue.values.map((value) => JSON.stringify(value)))}`;
    case 'invalid_union':
      return issue.discriminator ? `must be ${listed(optionsOf(issue))}` : 'has a form that is not known';
    default:
      return `is not right (${issue.message})`;
  }
}

function optionsOf(issue: Extract<Issue, { code: 'invalid_union' }>): string[] {
  const options = (issue as { options?: unknown }).options;
  return Array.isArray(options) ? options.map((option) => JSON.stringify(option)) : ['one of the known words'];
}

function listed(words: (string | undefined)[]): string {
  return words.length > 1 ? `one of ${words.join(', ')}` : (words[0] ?? 'something else');
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'an empty text' : value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return JSON.stringify(value).slice(0, 60);
}
