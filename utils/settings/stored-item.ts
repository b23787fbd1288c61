/**
 * One value of the extension's storage. Our own few lines instead of `wxt/utils/storage`: every page loads
 * this before anything else, and versions with locks would be a twentieth of the popup.
 */
import { browser } from 'wxt/browser';

export interface StoredItem<T> {
  getValue: () => Promise<T>;
  setValue: (value: T) => Promise<void>;
  /** Calls `seen` with each new value, from whichever context it was written. Returns how to stop. */
  watch: (seen: (value: T) => void) => () => void;
}

/** `fallback` is what a key holds that was never set; null removes it. */
export function storedItem<T>(area: 'local' | 'session', key: string, fallback: T): StoredItem<T> {
  const valueOf = (raw: unknown): T => (raw === undefined || raw === null ? fallback : (raw as T));
  return {
    getValue: async () => valueOf((await browser.storage[area].get(key))[key]),
    setValue: async (value) => (value === null ? browser.storage[area].remove(key) : browser.storage[area].set({ [key]: value })),
    watch: (seen) => {
      const onChanged = (changes: Record<string, { newValue?: unknown }>, changed: string): void => {
        const change = changed === area ? changes[key] : undefined;
        if (change) seen(valueOf(change.newValue));
      };
      browser.storage.onChanged.addListener(onChanged);
      return () => { browser.storage.onChanged.removeListener(onChanged); };
    },
  };
}
