/** Whether the browser can write into the profile at all, asked of the store beside the database. */
import { browser } from 'wxt/browser';

/** Larger than what a full disk still has room for in blocks that are written already. */
const PROBE = 16_000;

/** What the browser says when something is written; null when it takes it. */
export async function profileRefusal(): Promise<unknown> {
  try {
    await browser.storage.local.set({ probe: 'x'.repeat(PROBE) });
    await browser.storage.local.remove('probe');
    return null;
  } catch (error) {
    return error;
  }
}
