/** Work that is due is done, whenever it is asked for, and what fails is tried again. */
import { expect, it } from 'vitest';
import { followTicket } from '@/utils/services/background/follow-ticket';
import type { StoredItem } from '@/utils/settings/stored-item';

/** A ticket whose reader is told of `then` right after it has read that nothing is due: the last moment there is. */
function ticketWith(first: string | null, then: string[]): StoredItem<string | null> & { set: (value: string | null) => void } {
  let value = first;
  let seen: (value: string | null) => void = () => undefined;
  const set = (to: string | null): void => {
    value = to;
    seen(to);
  };
  return {
    set,
    getValue: () => {
      const now = value;
      const next = now === null ? then.shift() : undefined;
      // After whoever asked has gone on with it: nothing is running any more to its mind.
      return Promise.resolve(now).finally(() => { if (next !== undefined) queueMicrotask(() => { set(next); }); });
    },
    setValue: async (to) => { set(to); return Promise.resolve(); },
    watch: (listener) => { seen = listener; return () => undefined; },
  };
}

it('does what is asked for in the moment in which it ends', async () => {
  const done: string[] = [];
  const ticket = ticketWith('a', ['b', 'c']);
  followTicket(ticket, async () => { done.push(await ticket.getValue() ?? ''); });
  await expect.poll(() => done).toEqual(['a', 'b', 'c']);
  expect(await ticket.getValue()).toBeNull();
});

it('keeps the ticket of what failed, and tries again when it is asked for the next time', async () => {
  let tries = 0;
  const ticket = ticketWith('a', []);
  followTicket(ticket, () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('no room')) : Promise.resolve();
  });
  await expect.poll(() => tries).toBe(1);
  expect(await ticket.getValue()).toBe('a');
  ticket.set('b');
  await expect.poll(() => ticket.getValue()).toBeNull();
  expect(tries).toBe(2);
});
