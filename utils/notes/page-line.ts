/** What a page or a selection becomes as a line: the words, then where they are from. */

export interface PageWords { selectionText: string; title: string; url: string }

/** Longest selection kept as a note; a page as a whole is kept as evidence instead. */
export const SELECTION_MAX = 2000;
const SOURCE_MAX = 500;
const CUT = ' […]';

/** Cuts at a character, never inside one, and says so. */
function capped(text: string, max: number): string {
  const characters = [...text.trim()];
  return characters.length <= max ? characters.join('') : characters.slice(0, max).join('').trimEnd() + CUT;
}

/** The typed form of a page's words as a note (taken exactly, whatever they begin with) or as a gap. */
export function pageLine(words: PageWords, kind: 'note' | 'gap'): string {
  const parts = [capped(words.selectionText, SELECTION_MAX), capped(words.title, SOURCE_MAX), capped(words.url, SOURCE_MAX)];
  return (kind === 'note' ? '\\' : '? ') + parts.filter((part) => part !== '').join('\n');
}
