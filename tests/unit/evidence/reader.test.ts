/** The reader page of the worker: opened for one reading and closed, also after a worker that died while reading. */
import { afterEach, expect, it } from 'vitest';
import { browser } from '@/tests/fakes/browser';
import { answerReader, readInReader } from '@/utils/panel/reader';

/** As Chrome has it: one page at most, and closing none is refused. */
function offscreenPages(): { open: boolean; did: string[] } {
  const state = { open: false, did: [] as string[] };
  Object.assign(browser, {
    offscreen: {
      createDocument: async () => {
        if (state.open) throw new Error('Only a single offscreen document may be created.');
        [state.open, state.did] = [true, [...state.did, 'opened']];
        answerReader((payload) => `read ${String(payload)}`);
        return Promise.resolve();
      },
      closeDocument: async () => {
        if (!state.open) throw new Error('No current offscreen document.');
        [state.open, state.did] = [false, [...state.did, 'closed']];
        browser.runtime.onMessage.reset();
        return Promise.resolve();
      },
    },
  });
  Object.assign(browser.runtime, { getContexts: async () => Promise.resolve(state.open ? [{ contextType: 'OFFSCREEN_DOCUMENT' }] : []) });
  return state;
}

const { getContexts } = browser.runtime;
afterEach(() => {
  Object.assign(browser, { offscreen: undefined });
  Object.assign(browser.runtime, { getContexts });
});

it('reads, and leaves no page behind', async () => {
  const state = offscreenPages();
  expect(await readInReader(Promise.resolve('a'))).toBe('read a');
  expect(state).toEqual({ open: false, did: ['opened', 'closed'] });
});

it('reads although a worker that died left its page open', async () => {
  const state = offscreenPages();
  state.open = true;
  expect(await readInReader(Promise.resolve('a'))).toBe('read a');
  expect(state).toEqual({ open: false, did: ['closed', 'opened', 'closed'] });
});

it('gives what it read also when the page does not close, and the next reading starts anew', async () => {
  const state = offscreenPages();
  const { offscreen } = browser as unknown as { offscreen: { closeDocument: () => Promise<void> } };
  const close = offscreen.closeDocument;
  offscreen.closeDocument = async () => Promise.reject(new Error('busy'));
  expect(await readInReader(Promise.resolve('a'))).toBe('read a');
  offscreen.closeDocument = close;
  expect(state.open).toBe(true);
  expect(await readInReader(Promise.resolve('b'))).toBe('read b');
});

it('is refused where the browser has no such pages', async () => {
  await expect(readInReader(Promise.resolve('a'))).rejects.toThrow('no reader page');
});
