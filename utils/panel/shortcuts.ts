/** The browser's own keyboard commands of Baton. */
import { browser } from 'wxt/browser';

export interface Shortcut { name: string; keys: string }

/** Commands as the browser has them now; '' when a command has no keys. */
export async function readShortcuts(): Promise<Shortcut[]> {
  return (await browser.commands.getAll()).map((c) => ({ name: c.name ?? '', keys: c.shortcut ?? '' }));
}

/** Opens where the browser lets them be changed; false where a person has to go there. */
export async function openShortcutSettings(): Promise<boolean> {
  if (import.meta.env.BROWSER === 'firefox') return false;
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  return true;
}
