/** The only ways in which a text gets into HTML, Markdown or CSV. Everything typed passes through here. */
import { showSafely } from '../../text/normalize';

/** HTML that came from a template here, never from a text. */
export class SafeHtml {
  constructor(readonly source: string) {}
}

export type HtmlPart = SafeHtml | string | number | null | undefined | false | readonly HtmlPart[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/** A text as HTML text or attribute value; invisible and direction-changing characters are made harmless. */
export function escapeHtml(text: string): string {
  return showSafely(text).replace(/[&<>"'`]/g, (c) => ENTITIES[c] ?? c);
}

function part(value: HtmlPart): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof SafeHtml) return value.source;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map(part).join('');
}

/** Template tag: literal parts are HTML, everything put in is escaped unless it is SafeHtml itself. */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlPart[]): SafeHtml {
  return new SafeHtml(literals.reduce((out, literal, i) => out + part(values[i - 1]) + literal));
}

/** Parts one after the other. */
export function joinHtml(parts: readonly HtmlPart[], separator = ''): SafeHtml {
  return new SafeHtml(parts.map(part).join(separator));
}

/** A text as Markdown text: no HTML, links, emphasis, headings, tables or math come out of it. */
export function escapeMarkdown(text: string): string {
  return showSafely(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\\`*_[\]#|~$]/g, '\\$&')
    .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replace(/@/g, '\\@')
    .replace(/^([ \t]*)([-+=]|\d+(?=[.)]))/gm, (_all, space: string, mark: string) => space + (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** Escaped Markdown on one line, for table cells and list items. */
export function inlineMarkdown(text: string): string {
  return escapeMarkdown(text.trim()).replace(/\s*\n\s*/g, ' / ');
}

/** Markdown that a person wrote on purpose: their marks stay, HTML and links (hidden or bare) don't. */
export function tameMarkdown(text: string): string {
  return showSafely(text).replace(/\r\n?/g, '\n')
    .replace(/\\[^]|<|\](?=\s*[([:])|:(?=\/\/)|\bwww(?=\.)|@|\b(?:javascript|vbscript|data)\s*:/gi, (found) => {
      if (found.startsWith('\\')) return found === '\\<' ? '&lt;' : found;
      if (found === '<') return '&lt;';
      // At the colon that makes it a link, also behind a space: before the space the backslash would be read as itself.
      if (found.endsWith(':')) return `${found.slice(0, -1)}\\:`;
      return found.length === 1 ? `\\${found}` : `${found}\\`;
    });
}

/** A CSV cell that no spreadsheet takes for a formula. */
export function csvCell(text: string): string {
  const shown = showSafely(text).replace(/\r\n?/g, '\n');
  return /^[\s\p{Cf}]*[=+\-@|＝＋－＠\t\r]/u.test(text) ? `'${shown}` : shown;
}
