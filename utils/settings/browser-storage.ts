/** What the browser says of the space that Baton uses, whether it can write at all, and emptying all of it. */
import { browser } from 'wxt/browser';

/** `safe`: not cleared when the disk gets full; null where the browser doesn't say. */
export interface StorageState { used: number | null; quota: number | null; safe: boolean | null }

export async function readStorageState(): Promise<StorageState> {
  // Not there in a page without a secure context; never so in an extension, yet typed as always there.
  const manager = navigator.storage as StorageManager | undefined;
  const estimate = await manager?.estimate().catch(() => undefined);
  const safe = await manager?.persisted().catch(() => null);
  return { used: estimate?.usage ?? null, quota: estimate?.quota ?? null, safe: safe ?? null };
}

/** Asks the browser to keep the data whatever happens; true when it agreed. */
export async function askForSafeStorage(): Promise<boolean> {
  return navigator.storage.persist().catch(() => false);
}

/** Empties the extension's own storage and its caches. The database is somebody else's. */
export async function clearExtensionStorage(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  const names = await globalThis.caches.keys().catch(() => []);
  await Promise.all(names.map((name) => globalThis.caches.delete(name)));
}

/** Larger than what a full disk still has room for in blocks that are written already. */
const PROBE = 16_000;

/** What the browser says when something is written into the profile, beside the database; null when it takes it. */
export async function profileRefusal(): Promise<unknown> {
  try {
    await browser.storage.local.set({ probe: 'x'.repeat(PROBE) });
    await browser.storage.local.remove('probe');
    return null;
  } catch (error) {
    return error;
  }
}
