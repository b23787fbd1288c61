/** The capture bar's syntax: a mark in front makes the kind; a question mark at the end makes a gap. */
import type { LineKind } from './records';

export interface ParsedLine { kind: LineKind; text: string }

/** Mark → kind. `?` comes from the founding essay; the others are ours. Full-width forms count too. */
export const LINE_MARKS: Readonly<Record<string, LineKind>> = {
  '?': 'gap', '？': 'gap', '!': 'commitment', '！': 'commitment', '*': 'decision', '＊': 'decision',
  '#': 'pain', '＃': 'pain', '+': 'want', '＋': 'want', '~': 'risk', '～': 'risk',
};

/**
 * Reads one typed line. Null when nothing is left to keep. A leading backslash takes the rest as a
 * note, exactly. Only one mark is taken off; the text is otherwise as typed.
 */
export function parseLine(raw: string): ParsedLine | null {
  const text = raw.trim();
  if (text === '') return null;
  if (text.startsWith('\\')) return text.length > 1 ? { kind: 'note', text: text.slice(1) } : null;
  const kind = LINE_MARKS[text[0] ?? ''];
  if (kind) {
    const rest = text.slice(1).trimStart();
    return rest === '' ? null : { kind, text: rest };
  }
  return { kind: /[?？]$/u.test(text) ? 'gap' : 'note', text };
}
