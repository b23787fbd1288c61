/** What the Markdown of minutes says, without its escapes and entities. Small, since it is read wherever words are looked for. */
import { showSafely } from '../../text/normalize';

const NAMED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** A piece of Markdown without marks of its own, as it reads. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])|&lt;|&gt;|&amp;/g, (found, escaped?: string) => escaped ?? NAMED[found] ?? found);
}

/** Minutes as they stand in an edit box: `- ` begins a list line, `**` stands around what is bold, everything else is words. */
export function plainWords(markdown: string): string {
  return showSafely(unescapeMarkdown(markdown.replace(/\r\n?/g, '\n')));
}
