import { useEffect, useState } from 'react';
import type { PracticeClock } from '@/utils/settings/clock';
import { practiceClock, timeOn } from '@/utils/settings/clock';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The app's time, new with each minute, which is enough for a date; `practice` while a practice clock runs. */
export function useNow(): { now: number; practice: boolean } {
  return useTime(MINUTE);
}

/** The same, new with each second: whoever uses it is drawn again that often. */
export function useSeconds(): number {
  return useTime(SECOND).now;
}

function useTime(step: number): { now: number; practice: boolean } {
  const [clock, setClock] = useState<PracticeClock | null>(null);
  const [real, setReal] = useState(() => Date.now());
  useEffect(() => {
    void practiceClock.getValue().then(setClock);
    return practiceClock.watch((value) => { setClock(value); setReal(Date.now()); });
  }, []);
  useEffect(() => {
    const timer = setInterval(() => {
      setReal((shown) => (Math.floor(Date.now() / step) === Math.floor(shown / step) ? shown : Date.now()));
    }, SECOND);
    return () => { clearInterval(timer); };
  }, [step]);
  return { now: timeOn(clock, real), practice: clock !== null };
}
