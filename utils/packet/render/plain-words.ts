/** What the Markdown of minutes says, without its escapes and entities. Small, since it is read wherever words are looked for. */
import { showSafely } from '../../text/normalize';

const NAMED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** A sign of Markdown in a line: an escaped one, an entity of ours, code, backticks that end nowhere, or where bold begins or ends. */
export const SIGN = /\\(?<escaped>[!-/:-@[-`{-~])|(?<named>&(?:lt|gt|amp);)|(?<ticks>`+)(?!`)(?<code>[^`\n]|[^`\n][^\n]*?[^`\n])\k<ticks>(?!`)|`+|(?<bold>\*\*)/g;

/** A piece of Markdown as it reads; marks of bold stay. */
export function unescapeMarkdown(text: string): string {
  let out = '';
  let from = 0;
  for (const { 0: found, index, groups = {} } of text.matchAll(SIGN)) {
    out += text.slice(from, index) + (groups['escaped'] ?? groups['code'] ?? NAMED[found] ?? found);
    from = index + found.length;
  }
  return out + text.slice(from);
}

/** Minutes as they stand in an edit box: `- ` begins a list line, `**` stands around what is bold, everything else is words. */
export function plainWords(markdown: string): string {
  return showSafely(unescapeMarkdown(markdown.replace(/\r\n?/g, '\n')));
}
