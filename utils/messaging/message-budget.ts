/**
 * How much a tab may say. Page code says a few things a second; a page that makes it say thousands
 * (rooms that change all the time, frames by the hundred) must not keep the worker and the disk busy.
 */

/** At once, after a silence. */
export const BURST = 60;
/** In the long run. */
export const PER_SECOND = 10;
/** The last ones are kept for "left": a call whose end was not heard would run on. */
export const FOR_ENDINGS = 10;

export interface MessageBudget {
  /** May this tab say one more thing at `at`? Counts it if so. `ending`: it says that a call is over. */
  take: (tabId: number, at: number, ending: boolean) => boolean;
  forget: (tabId: number) => void;
}

/** A budget per tab. Kept in memory only: a worker that slept has heard nothing meanwhile. */
export function messageBudget(): MessageBudget {
  const tabs = new Map<number, { left: number; at: number }>();
  return {
    take: (tabId, at, ending) => {
      const before = tabs.get(tabId) ?? { left: BURST, at };
      // A clock set back gives nothing and takes nothing.
      const left = Math.min(BURST, before.left + (Math.max(0, at - before.at) / 1000) * PER_SECOND);
      const granted = left >= (ending ? 1 : FOR_ENDINGS + 1);
      tabs.set(tabId, { left: granted ? left - 1 : left, at });
      return granted;
    },
    forget: (tabId) => { tabs.delete(tabId); },
  };
}
