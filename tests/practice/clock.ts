/** The app's practice clock, as the runner sets it: standing still between actions, or running live. */
import type { PracticeClock } from '@/utils/settings/clock';
import type { BrowserSession } from '../harness/browser-session';

export interface RunnerClock {
  /** Stands still at this time of the call (milliseconds from its start, negative before it). */
  standAt: (offset: number) => Promise<void>;
  /** Stands still at an instant outside the call. */
  standAtInstant: (at: number) => Promise<void>;
  /** A little later: two records never carry the same time. */
  tick: () => Promise<void>;
  /** Runs from this time of the call on. */
  run: (offset: number, speed: number) => Promise<void>;
}

const TICK = 7;

export function runnerClock(session: BrowserSession, start: number): RunnerClock {
  let at = start;
  let fresh = false;
  const write = async (clock: PracticeClock): Promise<void> => session.inExtension(async (practiceClock) => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { set: (items: object) => Promise<void> } } } };
    await chrome.storage.local.set({ practiceClock });
  }, clock);
  const stand = async (instant: number): Promise<void> => {
    at = instant;
    await write({ at, since: Date.now(), speed: 0 });
  };
  return {
    standAt: async (offset) => {
      // Within the call never backwards: what was saved a moment ago stays before what comes now.
      const instant = offset >= 0 && at >= start ? Math.max(start + offset, at) : start + offset;
      fresh = instant === start + offset && instant !== at;
      await stand(instant);
    },
    standAtInstant: stand,
    tick: async () => {
      // The first record of a moment has exactly its time.
      if (!fresh) await stand(at + TICK);
      fresh = false;
    },
    run: async (offset, speed) => write({ at: start + offset, since: Date.now(), speed }),
  };
}
