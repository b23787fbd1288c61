/**
 * From a call page to the service worker: the only two messages, and the answer. Runs inside the page's
 * content script, so it stays tiny. The receiver parses them again (`parse-page-message.ts`).
 */
import { browser } from 'wxt/browser';
import type { PlatformSignal } from '../platforms/signals';

/** What a call page sends. `open-panel` only ever follows a real click of the user on Baton's pill. */
export type PageMessage =
  | { to: 'background'; type: 'page-signal'; signal: PlatformSignal }
  | { to: 'background'; type: 'open-panel' };

/** The answer to a `page-signal`: how the pill should look, and whether it is needed at all. */
export interface PageReply {
  panel: 'open' | 'closed';
  language: 'ko' | 'en';
  theme: 'system' | 'light' | 'dark';
}

/** `gone`: the extension was updated or removed under the page; nothing will ever be heard again. */
export type SendResult = { ok: true; reply: PageReply | null } | { ok: false; gone: boolean };

/** How page code talks to the rest of Baton; handed in, so that it can be another one in tests. */
export interface PageMessenger {
  send: (message: PageMessage) => Promise<SendResult>;
  /** False once the extension under this page is gone. */
  alive: () => boolean;
}

/** Chrome takes `runtime.id` away from a content script whose extension was updated or removed. */
export function extensionAlive(): boolean {
  try {
    return Boolean((browser as { runtime?: { id?: string } }).runtime?.id);
  } catch {
    return false;
  }
}

/** Sends one message. Never throws: a page must not see our errors. */
export async function sendToBackground(message: PageMessage): Promise<SendResult> {
  if (!extensionAlive()) return { ok: false, gone: true };
  try {
    return { ok: true, reply: readReply(await browser.runtime.sendMessage(message)) };
  } catch (error) {
    const gone = String(error).includes('context invalidated') || !extensionAlive();
    return { ok: false, gone };
  }
}

export const pageMessenger: PageMessenger = { send: sendToBackground, alive: extensionAlive };

function readReply(raw: unknown): PageReply | null {
  const reply = raw as Partial<PageReply> | null | undefined;
  if (!reply || (reply.panel !== 'open' && reply.panel !== 'closed')) return null;
  return {
    panel: reply.panel,
    language: reply.language === 'ko' ? 'ko' : 'en',
    theme: reply.theme === 'light' || reply.theme === 'dark' ? reply.theme : 'system',
  };
}
