/**
 * A document for the service worker: Chrome's offscreen page, opened for one reading and closed again.
 * It gets the copy of a page as text and gives back what is worth keeping; nothing in it runs or loads.
 *
 * A message of the extension asks for the reading and tells when it is over, also when the page died of it. The texts, megabytes
 * of them, go over a channel between pages of one origin: a message would write them as JSON, four times.
 */
import { browser } from 'wxt/browser';

const READER_PAGE = 'reader.html';
const CHANNEL = 'reader';

interface OffscreenApi {
  createDocument: (options: { url: string; reasons: string[]; justification: string }) => Promise<void>;
  closeDocument: () => Promise<void>;
}

interface ReaderMessage { to: 'reader' }
/** What goes over the channel: what is asked, and what came of it. */
type Parcel = { asked: unknown } | { answer: unknown };

/** One reading after the other: there can be only one such page. */
let queue: Promise<unknown> = Promise.resolve();

/** Lets the reader page work on what `payload` resolves to, and opens it meanwhile. Rejects where the browser has no such pages, and with what went wrong. */
export async function readInReader<R>(payload: Promise<unknown>): Promise<R> {
  const reading = queue.then(async () => {
    const { offscreen } = browser as unknown as { offscreen?: OffscreenApi };
    if (!offscreen) throw new Error('no reader page in this browser');
    await openReader(offscreen);
    try {
      return (await exchange(await payload)) as R;
    } finally {
      // One that does not close is closed by the next reading: what was read is not to be lost for that.
      await offscreen.closeDocument().catch(() => undefined);
    }
  });
  queue = reading.catch(() => undefined);
  return reading;
}

/**
 * Opens the page. A worker that died while reading left its own open, and there can be only one: that one is
 * closed, since it may still be busy with what nobody waits for any more.
 */
async function openReader(offscreen: OffscreenApi): Promise<void> {
  const left = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (left.length > 0) await offscreen.closeDocument();
  await offscreen.createDocument({ url: READER_PAGE, reasons: ['DOM_PARSER'], justification: 'Reads the article out of the copy of a page.' });
}

async function exchange(asked: unknown): Promise<unknown> {
  const channel = new BroadcastChannel(CHANNEL);
  try {
    const answered = nextParcel(channel, 'answer');
    channel.postMessage({ asked } satisfies Parcel);
    // An answer may overtake the message that announces it, or come after it; none comes without.
    const [answer] = await Promise.all([answered, askReader()]);
    return answer;
  } finally {
    channel.close();
  }
}

/** Resolves when the reader has sent its answer; rejects when it could not read or is gone. */
async function askReader(): Promise<void> {
  const done: unknown = await browser.runtime.sendMessage({ to: 'reader' } satisfies ReaderMessage);
  if (done !== true) throw new Error('the reader page could not read it');
}

function nextParcel(channel: BroadcastChannel, kind: 'asked' | 'answer'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    channel.addEventListener('message', ({ data }: MessageEvent<Partial<Record<'asked' | 'answer', unknown>>>) => { if (kind in data) resolve(data[kind]); });
    channel.addEventListener('messageerror', () => { reject(new Error('what was sent cannot be read')); });
  });
}

/** The reader page's side: answers one reading with what `read` makes of it. */
export function answerReader(read: (payload: unknown) => unknown): void {
  const channel = new BroadcastChannel(CHANNEL);
  const asked = nextParcel(channel, 'asked');
  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (done: boolean) => void) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return false;
    if (typeof message !== 'object' || message === null || (message as Partial<ReaderMessage>).to !== 'reader') return false;
    void asked.then((payload) => { channel.postMessage({ answer: read(payload) } satisfies Parcel); }).then(() => { respond(true); }, () => { respond(false); });
    return true;
  });
}
