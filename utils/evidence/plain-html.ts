/** What HTML of a kept page consists of once it is harmless, told from its text alone: a worker has no document to ask. */

/** Elements that may stay: structure, tables and plain links. */
export const HARMLESS_TAGS = [
  'p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'section', 'article', 'blockquote', 'pre', 'code',
  'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td',
  'a', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'mark', 'q', 'cite', 'span', 'bdi', 'bdo', 'figure', 'figcaption', 'time', 'abbr',
];
/** What they may say. */
export const HARMLESS_ATTRIBUTES = ['href', 'dir', 'lang', 'colspan', 'rowspan', 'start', 'rel', 'target'];
const TAGS: ReadonlySet<string> = new Set(HARMLESS_TAGS);
const ATTRIBUTES: ReadonlySet<string> = new Set(HARMLESS_ATTRIBUTES);
const ADDRESS = /^(?:https?:\/\/|mailto:)/u;

/** A tag as a browser writes it, or text. Whatever else begins with `<` (comments, other elements' content) fits neither. */
const PIECE = /<(?<close>\/?)(?<tag>[a-z][a-z\d]*)(?<attributes>(?: [a-z]+="[^"]*")*)>|[^<]+/uy;

function isPlainTag(tag: string, attributes: string, closes: boolean): boolean {
  if (!TAGS.has(tag) || (closes && attributes !== '')) return false;
  for (const { 1: name = '', 2: value = '' } of attributes.matchAll(/ ([a-z]+)="([^"]*)"/gu)) {
    if (!ATTRIBUTES.has(name) || (name === 'href' && tag === 'a' && !ADDRESS.test(value))) return false;
  }
  return true;
}

/** True for HTML of nothing but text, harmless elements and links to the web, written as a browser writes it. */
export function isPlainHtml(html: string): boolean {
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < html.length) {
    const groups = PIECE.exec(html)?.groups;
    if (!groups) return false;
    if (groups.tag !== undefined && !isPlainTag(groups.tag, groups.attributes ?? '', groups.close === '/')) return false;
  }
  return true;
}
