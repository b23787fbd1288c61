/** Keeps a page, or what is selected in it, as evidence of a deal. */
import { Readability } from '@mozilla/readability';
import { browser } from 'wxt/browser';
import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/change';
import { newId } from '../../db/new-id';
import type { Clip } from '../../evidence/clip';
import type { PageSnapshot } from '../../evidence/page-snapshot';
import { clipAddress, limitOf, MAX_PAGE, MAX_TEXT, parseSnapshot } from '../../evidence/page-snapshot';
import { cleanName, nfc } from '../../text/normalize';
import { sanitiseHtml } from './sanitise-html';
import { snapshotPage } from './snapshot-page';

export interface ClipRequest {
  tabId: number;
  url: string;
  title: string;
  selectionText: string;
  wholePage: boolean;
  dealId: string;
  meetingId: string;
  itemId: string | null;
  topic: string | null;
}

type Content = Pick<Clip, 'kind' | 'limit' | 'siteName' | 'byline' | 'html' | 'text'>;

/** More elements than that are no article, and would take the reader longer than anybody waits. */
const MAX_ELEMENTS = 100_000;

async function takeSnapshot(tabId: number): Promise<PageSnapshot | null> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: snapshotPage, args: [MAX_PAGE] });
    return parseSnapshot(frame?.result);
  } catch {
    // Pages of the browser, stores and PDF viewers let nobody in: the address is kept.
    return null;
  }
}

/** A service worker has no DOM: there the clip is its text, which is also what search and answers use. */
function readArticle(snapshot: PageSnapshot, address: string): Content {
  if (typeof DOMParser === 'undefined') {
    return { kind: 'article', limit: null, siteName: '', byline: '', html: '', text: snapshot.text.replace(/[ \t]*\n\s*\n\s*/gu, '\n\n').trim() };
  }
  try {
    const page = new DOMParser().parseFromString(snapshot.html, 'text/html');
    const article = new Readability(page, { maxElemsToParse: MAX_ELEMENTS }).parse();
    const text = nfc(article?.textContent ?? '').trim();
    if (!article || text === '') return linkOnly('', 'not_an_article');
    return {
      kind: 'article', limit: null, siteName: cleanName(article.siteName ?? ''), byline: cleanName(article.byline ?? ''),
      html: sanitiseHtml(article.content ?? '', address), text: text.slice(0, MAX_TEXT),
    };
  } catch {
    return linkOnly('', 'too_large');
  }
}

function linkOnly(selection: string, limit: Clip['limit']): Content {
  return { kind: 'link', limit, siteName: '', byline: '', html: '', text: selection };
}

function contentOf(request: ClipRequest, snapshot: PageSnapshot | null, address: string): Content {
  // The page may have lost its selection by now; the menu still knows what it was.
  const selection = nfc(request.selectionText.slice(0, MAX_TEXT)) || (snapshot?.selectionText ?? '');
  if (!request.wholePage && selection.trim() !== '' && snapshot) {
    const html = typeof DOMParser === 'undefined' ? '' : sanitiseHtml(snapshot.selectionHtml, address);
    return { kind: 'selection', limit: null, siteName: '', byline: '', html, text: selection };
  }
  const limit = limitOf(address, snapshot);
  if (limit !== null || !snapshot) return linkOnly(selection, limit ?? 'no_access');
  const article = readArticle(snapshot, address);
  return article.kind === 'link' ? { ...article, text: selection } : article;
}

/** Clips a tab. A page that can't be read becomes a link with its title and selection; never throws for one. */
export async function clipTab(database: BatonDatabase, request: ClipRequest, at: number): Promise<{ clipId: string }> {
  const { dealId, meetingId, itemId, topic } = request;
  const snapshot = await takeSnapshot(request.tabId);
  const address = clipAddress(request.url);
  const clip: Clip = {
    id: newId(), dealId, meetingId, itemId, topic,
    url: address,
    title: snapshot?.title || cleanName(request.title) || address,
    language: snapshot?.language ?? '',
    direction: snapshot?.direction ?? 'ltr',
    at, updatedAt: at,
    ...contentOf(request, snapshot, address),
  };
  await change(database, 'clip', { meetingId, dealId, at }, async (writer) => { await writer.put('clips', clip); });
  return { clipId: clip.id };
}
