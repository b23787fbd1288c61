/** Markdown as those read it who get it: what GitHub's rules make of a text, by the libraries that most tools use. */
import { marked } from 'marked';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

interface Node { type: string; value?: string; children?: Node[] }

/** The tree that remark works on. */
export function treeOf(markdown: string): Node {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** The tree's text, as it is read. */
export function wordsOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(wordsOf).join('');
}

/** The kinds of things in a tree. */
export function kindsOf(node: Node): string[] {
  return [...new Set([node.type, ...(node.children ?? []).flatMap(kindsOf)])];
}

const ACTIVE = ['link', 'linkReference', 'image', 'imageReference', 'definition', 'html', 'footnoteReference', 'footnoteDefinition'];
/** Tags that a link, a picture or a person's own HTML would come out as; none of ours is one. */
const TAG = /<(?!\/?(?:p|ul|ol|li|h[1-6]|strong|em|del|code|pre|blockquote|hr|br|table|thead|tbody|tr|th|td|input)\b[^<>]*>)/i;

/** What a renderer made of `markdown` that leads somewhere or is HTML, by renderer; empty when all leave it alone. */
export function activeIn(markdown: string): string[] {
  const pages = { micromark: micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }), marked: marked.parse(markdown, { gfm: true, async: false }) };
  return [
    ...kindsOf(treeOf(markdown)).filter((kind) => ACTIVE.includes(kind)).map((kind) => `remark: ${kind}`),
    ...Object.entries(pages).filter(([, page]) => TAG.test(page)).map(([name, page]) => `${name}: ${page}`),
  ];
}
