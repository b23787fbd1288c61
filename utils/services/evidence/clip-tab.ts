/** Keeps a page or a selection as evidence. */
import type { BatonDatabase } from '../../db/database';
import { change } from '../../db/change';
import { newId } from '../../db/new-id';
import type { Clip } from '../../evidence/clip';

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

/** Stores the selection, or the address alone. Throws for addresses that nobody else could open. */
export async function clipTab(database: BatonDatabase, request: ClipRequest, at: number): Promise<{ clipId: string }> {
  if (!/^https?:\/\//i.test(request.url) || !URL.canParse(request.url)) throw new Error('not a web address');
  const text = request.selectionText.trim();
  const { dealId, meetingId, itemId, topic, url, title } = request;
  const clip: Clip = {
    id: newId(), dealId, meetingId, itemId, topic, kind: text ? 'selection' : 'link', limit: text || !request.wholePage ? null : 'no_access',
    url, title: title.trim() || url, siteName: new URL(url).hostname, byline: '', language: '', direction: 'ltr', html: '', text, at, updatedAt: at,
  };
  await change(database, 'clip', { meetingId, dealId, at }, (writer) => writer.put('clips', clip));
  return { clipId: clip.id };
}
