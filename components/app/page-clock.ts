/**
 * The app's time for a page that is open: whether a practice clock runs is heard, not asked for at each
 * save, because an answer of the extension's storage is a trip to another process.
 */
import { now, practiceClock } from '@/utils/settings/clock';

/** True: no practice clock runs. Null: nobody has said yet. */
let none: boolean | null = null;

/** From now on this page hears of practice clocks. Returns how to stop; then `pageNow` asks again. */
export function watchPageClock(): () => void {
  const stop = practiceClock.watch((clock) => { none = clock === null; });
  // What was heard meanwhile is newer. Where it can't be read it stays unknown, and is asked for each time.
  void practiceClock.getValue().then((clock) => { none ??= clock === null; }, () => undefined);
  return () => { stop(); none = null; };
}

/** Now, in epoch milliseconds, on the clock of the app. While a practice clock runs, or none is known of, it is asked for. */
export async function pageNow(): Promise<number> {
  return none === true ? Date.now() : now();
}
