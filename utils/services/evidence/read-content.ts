/** Reads what is worth keeping out of the copy of a page: its article, or the selection. */
import { Readability } from '@mozilla/readability';
import type { Clip } from '../../evidence/clip';
import type { PageSnapshot } from '../../evidence/page-snapshot';
import { limitOf, MAX_HTML, MAX_TEXT } from '../../evidence/page-snapshot';
import { cleanName, nfc } from '../../text/normalize';
import { sanitiseContent, sanitiseHtml } from './sanitise-html';

export type ClipContent = Pick<Clip, 'kind' | 'limit' | 'siteName' | 'byline' | 'html' | 'text'>;

/** What was asked for: the whole page, or what was selected in it. */
export interface ReadRequest { selectionText: string; wholePage: boolean }

/** More elements than that are no article, and would take the reader longer than anybody waits. */
const MAX_ELEMENTS = 100_000;

/** Cut HTML is broken HTML: too long means none, the text is still there. */
function bounded(html: string): string {
  return html.length > MAX_HTML ? '' : html;
}

function readArticle(snapshot: PageSnapshot, address: string): ClipContent {
  try {
    const page = new DOMParser().parseFromString(snapshot.html, 'text/html');
    if (page.body.textContent.trim() === '') return linkOnly('', 'empty');
    const article = new Readability<Node>(page, { maxElemsToParse: MAX_ELEMENTS, serializer: (found) => found }).parse();
    const text = nfc(article?.textContent ?? '').trim();
    if (!article || text === '') return linkOnly('', 'not_an_article');
    return {
      kind: 'article', limit: null, siteName: cleanName(article.siteName ?? ''), byline: cleanName(article.byline ?? ''),
      html: article.content ? bounded(sanitiseContent(article.content, address)) : '', text: text.slice(0, MAX_TEXT),
    };
  } catch {
    return linkOnly('', 'too_large');
  }
}

function linkOnly(selection: string, limit: Clip['limit']): ClipContent {
  return { kind: 'link', limit, siteName: '', byline: '', html: '', text: selection };
}

/** What is kept of a page, read from its snapshot. Needs a document: not for a service worker. */
export function readContent(request: ReadRequest, snapshot: PageSnapshot | null, address: string): ClipContent {
  // The page may have lost its selection by now; the menu still knows what it was.
  const selection = nfc(request.selectionText.slice(0, MAX_TEXT)) || (snapshot?.selectionText ?? '');
  if (!request.wholePage && selection.trim() !== '' && snapshot) {
    return { kind: 'selection', limit: null, siteName: '', byline: '', html: bounded(sanitiseHtml(snapshot.selectionHtml, address)), text: selection };
  }
  const limit = limitOf(address, snapshot);
  if (limit !== null || !snapshot) return linkOnly(selection, limit ?? 'no_access');
  const article = readArticle(snapshot, address);
  return article.kind === 'link' ? { ...article, text: selection } : article;
}
