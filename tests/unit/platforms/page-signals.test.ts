/** The wire between a call page and the worker. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { sendToBackground } from '@/utils/messaging/page-signals';
import type { PageMessage } from '@/utils/messaging/page-signals';
import { parsePageMessage } from '@/utils/messaging/parse-page-message';

const MESSAGE: PageMessage = { to: 'background', type: 'page-signal', signal: { type: 'joined', room: 'meet:abc-defg-hij', at: 1 } };

afterEach(() => { vi.restoreAllMocks(); });

function listen(reply: unknown): unknown[] {
  const heard: unknown[] = [];
  browser.runtime.onMessage.addListener((message: unknown, _sender, respond: (answer: unknown) => void) => {
    heard.push(message);
    respond(reply);
    return true;
  });
  return heard;
}

describe('sendToBackground', () => {
  it('sends what the worker accepts, and reads its answer', async () => {
    const heard = listen({ panel: 'closed', language: 'ko', theme: 'dark' });
    expect(await sendToBackground(MESSAGE)).toEqual({ ok: true, reply: { panel: 'closed', language: 'ko', theme: 'dark' } });
    expect(parsePageMessage(heard[0])).toEqual(MESSAGE);
  });

  it.each([null, { error: 'x' }, { panel: 'sideways' }, 'yes'])('an answer of %j is none', async (reply) => {
    listen(reply);
    expect(await sendToBackground(MESSAGE)).toEqual({ ok: true, reply: null });
  });

  it('nobody listening is an error, not an orphan', async () => {
    expect(await sendToBackground(MESSAGE)).toEqual({ ok: false, gone: false });
  });

  it('an invalidated context is an orphan', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('Extension context invalidated.'));
    expect(await sendToBackground(MESSAGE)).toEqual({ ok: false, gone: true });
  });

  it('so is a runtime without its id', async () => {
    const id = vi.spyOn(browser.runtime, 'id', 'get');
    id.mockReturnValue(undefined as never);
    expect(await sendToBackground(MESSAGE)).toEqual({ ok: false, gone: true });
  });
});
