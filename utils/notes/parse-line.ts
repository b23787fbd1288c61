/** The capture bar's syntax: a mark in front makes the kind; a question mark at the end makes a gap. */
import { isBlank } from '../text/normalize';
import type { LineKind } from './records';

export interface ParsedLine { kind: LineKind; text: string }

/** Mark → kind. `?` comes from the founding essay; the others are ours. Full-width forms count too. */
export const LINE_MARKS: Readonly<Record<string, LineKind>> = {
  '?': 'gap', '？': 'gap', '!': 'commitment', '！': 'commitment', '*': 'decision', '＊': 'decision',
  '#': 'pain', '＃': 'pain', '+': 'want', '＋': 'want', '~': 'risk', '～': 'risk',
};

/**
 * Reads one typed line. Null when nothing is left to keep: blank, or only a mark. A leading backslash
 * takes the rest as a note, exactly. Only one mark is taken off, with the spaces after it; apart from
 * blanks at both ends the text is as typed.
 */
export function parseLine(raw: string): ParsedLine | null {
  const text = raw.trim();
  if (isBlank(text)) return null;
  if (text.startsWith('\\')) return kept('note', text.slice(1));
  const kind = LINE_MARKS[text.charAt(0)];
  if (kind) return kept(kind, text.slice(1).trimStart());
  return { kind: text.endsWith('?') || text.endsWith('？') ? 'gap' : 'note', text };
}

function kept(kind: LineKind, text: string): ParsedLine | null {
  return isBlank(text) ? null : { kind, text };
}
