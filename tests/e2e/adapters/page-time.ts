/**
 * Time inside a fixture page. It goes on in beats, and a beat that comes late counts as one: a busy machine
 * slows it down instead of skipping some of it, so that what a test asks of it holds on every machine.
 */
export interface PageTime {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Runs `work` once, in `ms`; returns how to call it off. */
  after: (ms: number, work: () => void) => () => void;
  /** Runs `work` every `ms`; returns how to end it. */
  every: (ms: number, work: () => void) => () => void;
  /** From here on nothing happens any more. */
  end: () => void;
}

/** Milliseconds of the page's time. Nothing that is tested looks more often. */
const BEAT_MS = 100;

interface Job { due: number; every: number | null; work: () => void }

/** Starts at `start` and goes `speed` times as fast as the wall, where the machine keeps up. */
export function pageTime(start: number, speed: number): PageTime {
  let now = start;
  const jobs = new Set<Job>();
  const add = (job: Job): (() => void) => {
    jobs.add(job);
    return () => { jobs.delete(job); };
  };
  const run = (job: Job): void => {
    if (!jobs.has(job)) return;
    if (job.every === null) jobs.delete(job);
    else job.due = now + job.every;
    job.work();
  };
  const beats = setInterval(() => {
    now += BEAT_MS;
    [...jobs].filter((job) => job.due <= now).sort((a, b) => a.due - b.due).forEach(run);
  }, BEAT_MS / speed);
  return {
    now: () => now,
    after: (ms, work) => add({ due: now + ms, every: null, work }),
    every: (ms, work) => add({ due: now + ms, every: ms, work }),
    end: () => { clearInterval(beats); },
  };
}
