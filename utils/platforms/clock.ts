/** Time for page code; a parameter everywhere, so that tests can turn it. */

export interface Clock {
  now: () => number;
  /** Runs `work` again and again until the signal aborts. */
  every: (ms: number, work: () => void, signal: AbortSignal) => void;
  /** Runs `work` once, unless the signal aborts first. */
  after: (ms: number, work: () => void, signal: AbortSignal) => void;
}

export const realClock: Clock = {
  now: () => Date.now(),
  every: (ms, work, signal) => {
    const id = setInterval(work, ms);
    signal.addEventListener('abort', () => { clearInterval(id); }, { once: true });
  },
  after: (ms, work, signal) => {
    const stop = (): void => { clearTimeout(id); };
    const id = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      work();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  },
};

/** A clock that first asks whether there is anybody left to work for, and stops everything when not. */
export function clockWhile(alive: () => boolean, stop: () => void, clock: Clock = realClock): Clock {
  const guarded = (work: () => void) => (): void => {
    if (alive()) work();
    else stop();
  };
  return {
    now: clock.now,
    every: (ms, work, signal) => { clock.every(ms, guarded(work), signal); },
    after: (ms, work, signal) => { clock.after(ms, guarded(work), signal); },
  };
}

/**
 * Makes a burst of calls into at most one per `ms`: the first at once, the last never lost, and no
 * waiting for quiet (constant churn would starve that).
 */
export function coalesce(work: () => void, ms: number, clock: Clock, signal: AbortSignal): () => void {
  let last = -Infinity;
  let waiting = false;
  const run = (): void => {
    waiting = false;
    last = clock.now();
    if (!signal.aborted) work();
  };
  return () => {
    if (waiting || signal.aborted) return;
    const wait = last + ms - clock.now();
    if (wait <= 0) {
      run();
      return;
    }
    waiting = true;
    clock.after(Math.min(wait, ms), run, signal);
  };
}
