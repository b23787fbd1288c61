/**
 * Makes names leave the browser's file of context menus after everything was deleted. It is a log-structured store, as the database is, with one
 * value for all menus of an extension: the values before it stay in the file until it holds more than ten megabytes of newer ones
 * (tried: six of 5 MB leave them there, six of 12 do not; tests/e2e/reset.test.ts).
 */
import { browser } from 'wxt/browser';
import { menuScrubDue } from '../../settings/scrub-due';
import { followTicket } from './follow-ticket';

const TIMES = 7;
const TITLE_BYTES = 12 * 2 ** 20;
/** What is changed again within a second is written once. */
const PAUSE_MS = 1_700;
/** As many bytes as the browser gives at a time. */
const PIECE = 49_152;

/** Registers; to be called synchronously when the worker starts. */
export function watchMenuFile(): void {
  followTicket(menuScrubDue, async () => {
    // What Firefox keeps of menus was not looked at.
    if (import.meta.env.BROWSER !== 'firefox') for (let i = 0; i < TIMES; i += 1) await fill(`filler:${String(i)}`);
  });
}

/** An entry that nobody sees, for as long as it takes to be written. */
async function fill(id: string): Promise<void> {
  browser.contextMenus.create({ id, title: noise(), visible: false, contexts: ['page'] });
  await new Promise<void>((resolve) => { setTimeout(resolve, PAUSE_MS); });
  // Gone already when the menu was made anew meanwhile.
  await browser.contextMenus.remove(id).catch(() => undefined);
}

function noise(): string {
  const pieces = Array.from({ length: Math.ceil(TITLE_BYTES / PIECE) }, () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(PIECE * 0.75)))));
  return pieces.join('');
}
