/** The welcome, opened by itself once in the life of a profile; after that it is reached from help. */
import { browser } from 'wxt/browser';
import { welcomed } from '../../settings/welcomed';

/** Opens the welcome in a tab of its own, the first time it is asked. */
export async function openWelcome(): Promise<void> {
  if (await welcomed.getValue()) return;
  await browser.tabs.create({ url: `${browser.runtime.getURL('/library.html')}#/welcome` });
  // Noted only now: a browser that ends in between opens it next time.
  await welcomed.setValue(true);
}
