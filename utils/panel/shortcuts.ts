/** The browser-wide shortcuts as they are set now: the user may have changed them or taken them away. */
import { browser } from 'wxt/browser';

/** Commands of the manifest. */
export const COMMANDS = ['open-panel', 'capture', 'gap'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** Keys per command, as the browser writes them; '' when none is set. */
export async function readShortcuts(): Promise<Record<CommandName, string>> {
  const all = await browser.commands.getAll();
  const keys = (name: CommandName): string => all.find((one) => one.name === name)?.shortcut ?? '';
  return { 'open-panel': keys('open-panel'), capture: keys('capture'), gap: keys('gap') };
}

/** Opens where the browser lets them be changed; false where a person has to go there. */
export async function openShortcutSettings(): Promise<boolean> {
  if (import.meta.env.BROWSER === 'firefox') return false;
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  return true;
}

/** Version and browser, for a report: nothing of a customer. */
export function describeBuild(): string {
  return `Baton ${browser.runtime.getManifest().version} · ${navigator.userAgent}`;
}
