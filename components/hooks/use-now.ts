import { useEffect, useState } from 'react';
import type { PracticeClock } from '@/utils/settings/clock';
import { practiceClock, timeOn } from '@/utils/settings/clock';

/** The app's time, ticking once a second; `practice` while a practice clock runs. */
export function useNow(): { now: number; practice: boolean } {
  const [clock, setClock] = useState<PracticeClock | null>(null);
  const [real, setReal] = useState(() => Date.now());
  useEffect(() => {
    void practiceClock.getValue().then(setClock);
    return practiceClock.watch((value) => { setClock(value); setReal(Date.now()); });
  }, []);
  useEffect(() => {
    const timer = setInterval(() => { setReal(Date.now()); }, 1000);
    return () => { clearInterval(timer); };
  }, []);
  return { now: timeOn(clock, real), practice: clock !== null };
}
