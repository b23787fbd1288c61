/** Keeps a page, or what is selected in it, as evidence of a deal. */
import { browser } from 'wxt/browser';
import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/undo/change';
import { homeOf } from '../../db/undo/home';
import { newId } from '../../db/new-id';
import type { Clip } from '../../evidence/clip';
import type { PageSnapshot } from '../../evidence/page-snapshot';
import { clipAddress, MAX_PAGE, MAX_TEXT, parseSnapshot, wordsOf } from '../../evidence/page-snapshot';
import { readInReader } from '../../panel/reader';
import { cleanName, nfc } from '../../text/normalize';
import type { ClipContent } from './read-content';
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

async function takeSnapshot(tabId: number): Promise<PageSnapshot | null> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: snapshotPage, args: [MAX_PAGE] });
    return parseSnapshot(frame?.result);
  } catch {
    // Pages of the browser, stores and PDF viewers let nobody in: the address is kept.
    return null;
  }
}

/** Without any document the words are kept, which is also what search and answers use. */
function wordsOnly(request: ClipRequest, snapshot: PageSnapshot | null): ClipContent {
  const none = { siteName: '', byline: '', html: '' };
  if (request.selectionText.trim() !== '') return { ...none, kind: request.wholePage ? 'link' : 'selection', limit: null, text: nfc(request.selectionText).slice(0, MAX_TEXT) };
  const text = wordsOf(snapshot?.html ?? '');
  return text === '' ? { ...none, kind: 'link', limit: 'no_access', text } : { ...none, kind: 'article', limit: null, text };
}

/** A service worker has no document: there the reader page does it, for as long as it takes, and opens while the page is still copied. */
async function contentOf(request: ClipRequest, taken: Promise<PageSnapshot | null>, address: string): Promise<ClipContent> {
  const asked = { selectionText: request.selectionText, wholePage: request.wholePage };
  if (typeof DOMParser === 'undefined') {
    return readInReader<ClipContent>(taken.then((snapshot) => ({ request: asked, snapshot, address }))).catch(async () => wordsOnly(request, await taken));
  }
  const { readContent } = await import('./read-content');
  return readContent(asked, await taken, address);
}

/** Clips a tab, for the deal as far as that is still there. A page that can't be read becomes a link with its title and selection; never throws for one that has an address. */
export async function clipTab(database: BatonDatabase, request: ClipRequest, at: number): Promise<{ clipId: string }> {
  const { dealId, meetingId, itemId, topic } = request;
  const address = clipAddress(request.url);
  // Pages of the browser itself have no address that anybody else could open: only a selection is worth keeping.
  if (address === '' && request.selectionText.trim() === '') throw new Error('no_address');
  const taken = takeSnapshot(request.tabId);
  const [snapshot, content] = await Promise.all([taken, contentOf(request, taken, address)]);
  const clip: Clip = {
    id: newId(), dealId, meetingId, itemId, topic,
    url: address,
    title: snapshot?.title || cleanName(request.title) || address,
    language: snapshot?.language ?? '',
    direction: snapshot?.direction ?? 'ltr',
    at, updatedAt: at,
    ...content,
  };
  await change(database, 'clip', { meetingId, dealId, at }, async (writer) => {
    // Reading a page takes a while: its deal may be gone by now, or its meeting filed elsewhere.
    const { offsetMs: _clock, ...home } = (await homeOf(database, clip, true)) ?? {};
    await writer.put('clips', { ...clip, ...home });
  });
  return { clipId: clip.id };
}
