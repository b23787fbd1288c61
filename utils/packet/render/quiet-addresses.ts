/**
 * Addresses in Markdown that nobody meant as links. Renderers look for them in the text that is left after escapes, so no escape
 * keeps them from being linked; only code does, everywhere. It also reads well unrendered, and can be copied as it is.
 */

/** A piece of Markdown and the sign it stands for: `\*` stands for `*`. A code span is one piece that stands for its backtick. */
export interface Piece { shown: string; plain: string; isCode?: true }

/** What a renderer may link, or tell somebody about: an address with its scheme or without, a mail address, a mention. */
const ADDRESS = /:\/\/.|\/\/[^/]*\.|www\.|@[\p{L}\p{N}_-]/iu;
/** Where an address in Latin letters begins, so that a word before it stays outside. */
const BEGIN = /[a-z][a-z\d+.-]*:\/\/|www\.|[a-z\d][\w.+-]*@/iu;
/** Signs that end a sentence or a mark around the address rather than the address. */
const AFTER = /[.,;:!?'*_~’」』…]+$/u;
const AFTER_WITH_BRACKET = /[.,;:!?'*_~’」』…)]+$/u;
/** Never part of an address here: ends code, a cell, or is Markdown of its own. */
const STOP = /[\s`|<>[\]\\"“”]/u;

/** Longer than any address that somebody reads: code as a whole, without looking for where it begins and ends. */
const MAX_RUN = 2_000;

/** True when there may be an address in a text that has no escapes. */
export function mayHaveAddress(text: string): boolean {
  return ADDRESS.test(text);
}

function trimmed(text: string): string {
  const after = text.includes('(') ? AFTER : AFTER_WITH_BRACKET;
  // A Korean particle stands behind the last letter of the address; a part of the path stands behind its slash.
  return text.replace(after, '').replace(/(?<=[a-z\d][.,;:!?'*_~)]*)[가-힣]+$/iu, '').replace(after, '');
}

/** Where the address of a run stands, or null: always all that could be linked of it. */
function addressIn(run: string): { from: number; to: number } | null {
  if (!ADDRESS.test(run)) return null;
  if (run.length > MAX_RUN) return { from: 0, to: run.length };
  const begin = run.search(BEGIN);
  const from = begin > 0 && !/@|\/\/|www\./iu.test(run.slice(0, begin)) ? begin : 0;
  const core = trimmed(run.slice(from));
  return ADDRESS.test(core) ? { from, to: from + core.length } : { from: 0, to: run.length };
}

const shownOf = (pieces: readonly Piece[]): string => pieces.map((p) => p.shown).join('');

/** What keeps a code span apart from the piece before it: two spans side by side are read as one, and a backslash would take its mark. */
function apart(before: Piece | undefined): string {
  if (before?.isCode) return ' ';
  return before?.shown === '\\' ? '\\' : '';
}

/** The pieces as Markdown, addresses among them as code. Each piece but a code span stands for one UTF-16 unit. */
export function withQuietAddresses(pieces: readonly Piece[]): string {
  let out = '';
  let i = 0;
  while (i < pieces.length) {
    let end = i;
    // The end stops as a blank does.
    while (!STOP.test(pieces[end]?.plain ?? ' ')) end += 1;
    const run = pieces.slice(i, end);
    const found = addressIn(run.map((p) => p.plain).join(''));
    if (found) {
      const code = run.slice(found.from, found.to).map((p) => p.plain).join('');
      const before = found.from > 0 ? shownOf(run.slice(0, found.from)) : apart(pieces[i - 1]);
      const after = found.to < run.length ? shownOf(run.slice(found.to)) : (pieces[end]?.isCode ? ' ' : '');
      out += `${before}\`${code}\`${after}`;
    } else out += shownOf(run);
    out += pieces[end]?.shown ?? '';
    i = end + 1;
  }
  return out;
}
