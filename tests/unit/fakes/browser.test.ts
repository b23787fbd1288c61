/** The fake keeps Chrome's contract for messages: this is what other tests lean on. */
import { describe, expect, it } from 'vitest';
import { browser } from '@/tests/fakes/browser';

describe('fake browser', () => {
  it('rejects a message that nobody listens to', async () => {
    await expect(browser.runtime.sendMessage({ hello: 1 })).rejects.toThrow('Receiving end does not exist');
  });

  it('answers through sendResponse after `return true`, and only then', async () => {
    browser.runtime.onMessage.addListener((message, _sender, sendResponse) => {
      setTimeout(() => { sendResponse({ got: message }); }, 1);
      return true;
    });
    await expect(browser.runtime.sendMessage({ hello: 1, gone: undefined })).resolves.toEqual({ got: { hello: 1 } });
  });

  it('resolves to nothing when a listener neither answers nor keeps the door open', async () => {
    browser.runtime.onMessage.addListener(() => false);
    await expect(browser.runtime.sendMessage('x')).resolves.toBeUndefined();
  });

  it('keeps storage per area, tells who listens, and starts every test empty', async () => {
    const heard: unknown[] = [];
    browser.storage.onChanged.addListener((changes, area) => heard.push([area, changes]));
    await expect(browser.storage.local.get(null)).resolves.toEqual({});
    await browser.storage.local.set({ a: 1 });
    await browser.storage.local.set({ a: 2 });
    await expect(browser.storage.local.get({ a: 0, b: 3 })).resolves.toEqual({ a: 2, b: 3 });
    await expect(browser.storage.session.get('a')).resolves.toEqual({});
    expect(heard).toEqual([['local', { a: { newValue: 1 } }], ['local', { a: { oldValue: 1, newValue: 2 } }]]);
  });
});
