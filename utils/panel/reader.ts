/**
 * A document for the service worker: Chrome's offscreen page, opened for one reading and closed again.
 * It gets the copy of a page as text and gives back what is worth keeping; nothing in it runs or loads.
 */
import { browser } from 'wxt/browser';

const READER_PAGE = 'reader.html';

interface OffscreenApi {
  createDocument: (options: { url: string; reasons: string[]; justification: string }) => Promise<void>;
  closeDocument: () => Promise<void>;
}

export interface ReaderMessage { to: 'reader'; payload: unknown }

/** One reading after the other: there can be only one such page. */
let queue: Promise<unknown> = Promise.resolve();

/** Lets the reader page work on `payload`. Throws where the browser has no such pages. */
export async function readInReader<R>(payload: unknown): Promise<R> {
  const reading = queue.then(async () => {
    const { offscreen } = browser as unknown as { offscreen?: OffscreenApi };
    if (!offscreen) throw new Error('no reader page in this browser');
    await offscreen.createDocument({ url: READER_PAGE, reasons: ['DOM_PARSER'], justification: 'Reads the article out of the copy of a page.' });
    try {
      const answer: unknown = await browser.runtime.sendMessage({ to: 'reader', payload } satisfies ReaderMessage);
      return answer as R;
    } finally {
      await offscreen.closeDocument();
    }
  });
  queue = reading.catch(() => undefined);
  return reading;
}

/** The reader page's side: answers each message with what `read` makes of it. */
export function answerReader(read: (payload: unknown) => unknown): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return false;
    if (typeof message !== 'object' || message === null || (message as Partial<ReaderMessage>).to !== 'reader') return false;
    respond(read((message as ReaderMessage).payload));
    return false;
  });
}
