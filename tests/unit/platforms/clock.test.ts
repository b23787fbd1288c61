/** Page code keeps time sparingly, and stops. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clockWhile, coalesce, realClock } from '@/utils/platforms/clock';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe('coalesce', () => {
  it('runs the first at once, the last always, and never more than twice a second', () => {
    const work = vi.fn();
    const stop = new AbortController();
    const ask = coalesce(work, 500, realClock, stop.signal);
    ask();
    expect(work).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 200; i += 1) {
      vi.advanceTimersByTime(10);
      ask();
    }
    expect(work.mock.calls.length).toBeLessThanOrEqual(5);
    const before = work.mock.calls.length;
    ask();
    vi.advanceTimersByTime(500);
    expect(work.mock.calls.length).toBe(before + 1);
  });

  it('is silent after the stop, also with one waiting', () => {
    const work = vi.fn();
    const stop = new AbortController();
    const ask = coalesce(work, 500, realClock, stop.signal);
    ask();
    ask();
    stop.abort();
    ask();
    vi.advanceTimersByTime(5_000);
    expect(work).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('clockWhile', () => {
  it('stops everything at the first tick after the extension has gone', () => {
    let alive = true;
    const life = new AbortController();
    const work = vi.fn();
    const clock = clockWhile(() => alive, () => { life.abort(); });
    clock.every(1_000, work, life.signal);
    vi.advanceTimersByTime(2_000);
    expect(work).toHaveBeenCalledTimes(2);
    alive = false;
    vi.advanceTimersByTime(10_000);
    expect(work).toHaveBeenCalledTimes(2);
    expect(life.signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
