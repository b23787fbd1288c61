/**
 * Minutes are stored as Markdown of a small kind: lists with one level below, bold, check boxes, paragraphs. Here they are read
 * for a page, and what a person typed becomes that Markdown. What is typed says what it says: only the marks named here mean anything.
 */
import { escapeMarkdown, escapeWithinLine } from './escape';
import { plainWords, SIGN, unescapeMarkdown } from './plain-words';

export interface MinutesPiece { text: string; bold: boolean }
/** The words of one line; `box` when a check box stands before them. */
export interface MinutesWords { box: boolean; pieces: readonly MinutesPiece[] }
export type MinutesBlock =
  | { kind: 'list'; items: readonly { deeper: boolean; words: MinutesWords }[] }
  | { kind: 'text'; words: MinutesWords };

/** One line of Markdown without its list mark: bold, check boxes, escapes, code as its plain words, and nothing else. */
export function readWords(line: string): MinutesWords {
  const box = /^\[[ x]\] /i.test(line);
  const rest = box ? line.slice(4) : line;
  const parts = splitAtBold(rest);
  // A mark that is never closed is only two stars.
  if (parts.length % 2 === 0) return { box, pieces: [{ text: unescapeMarkdown(rest), bold: false }] };
  return { box, pieces: parts.map((part, i) => ({ text: unescapeMarkdown(part), bold: i % 2 === 1 })).filter((piece) => piece.text !== '') };
}

/** Split at each ** that is neither escaped nor in code: odd parts are bold. */
function splitAtBold(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { index, groups = {} } of text.matchAll(SIGN)) {
    if (groups['bold'] === undefined) continue;
    parts.push(text.slice(from, index));
    from = index + 2;
  }
  return [...parts, text.slice(from)];
}

/** The Markdown of a section, block by block. */
export function readMinutes(body: string): MinutesBlock[] {
  const blocks: MinutesBlock[] = [];
  let items: { deeper: boolean; words: MinutesWords }[] = [];
  const flush = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    items = [];
  };
  for (const line of body.split('\n')) {
    const [, indent, words] = /^(\s*)[-*]\s+([^]*)/.exec(line) ?? [];
    if (words !== undefined) {
      items.push({ deeper: indent !== '', words: readWords(words) });
    } else {
      flush();
      if (line.trim() !== '') blocks.push({ kind: 'text', words: readWords(line) });
    }
  }
  flush();
  return blocks;
}

/** What begins a line and means something: a list mark (its number short, or it is a date), then a check box. */
const MARKS = /^(\s*(?:[-*]\s+(?=\S)|\d{1,2}[.)] (?!\d+[.)]))?)((?:\[[ x]\] )?)([^]*)$/i;
/** Stars around words, and not within a word: 2**10 stays a power. */
const BOLD = /(?<=^|\s|[^*\P{P}])\*\*(?=[^\s*])((?:[^*]|\*(?!\*))*[^\s*])\*\*/gu;

function markdownOfLine(line: string): string {
  const [, mark = '', box = '', words = ''] = MARKS.exec(line) ?? [];
  let out = '';
  let from = 0;
  for (const { index, 0: found, 1: bold = '' } of words.matchAll(BOLD)) {
    out += `${escaped(words.slice(from, index), from === 0)}**${escapeWithinLine(bold)}**`;
    from = index + found.length;
  }
  return mark + box + out + escaped(words.slice(from), from === 0);
}

/** Signs that count only where a line begins are escaped only there. */
function escaped(text: string, begins: boolean): string {
  return begins ? escapeMarkdown(text) : escapeWithinLine(text);
}

/** Words of an edit box as Markdown: `plainWords` reads them back as they were typed. */
export function markdownOf(words: string): string {
  return words.replace(/\r\n?/g, '\n').split('\n').map(markdownOfLine).join('\n');
}

/**
 * What a person made of `plainWords(source)`, as Markdown. Lines that still read the same keep their Markdown, whatever marks and
 * escapes of another time are in it; so nothing changes that was not changed.
 */
export function markdownOfEdit(words: string, source: string): string {
  const kept = new Map<string, string[]>();
  for (const line of source.replace(/\r\n?/g, '\n').split('\n')) {
    const reads = plainWords(line);
    kept.set(reads, [...(kept.get(reads) ?? []), line]);
  }
  return words.replace(/\r\n?/g, '\n').split('\n').map((line) => kept.get(line)?.shift() ?? markdownOf(line)).join('\n');
}
