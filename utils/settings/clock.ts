/**
 * The clock of the app. In a practice call it follows the script's time, so that a call "on
 * Tuesday" resolves "by Thursday" to the right date; the panel then says "practice" all the time.
 */
import { storedItem } from './stored-item';

/** Virtual now = `at` + (real now − `since`) × `speed`; speed 0 stands still. */
export interface PracticeClock { at: number; since: number; speed: number }

export const practiceClock = storedItem<PracticeClock | null>('local', 'practiceClock', null);

/** The time a practice clock shows at the real instant `real`. Without one, the real time. */
export function timeOn(clock: PracticeClock | null, real: number): number {
  return clock ? Math.round(clock.at + (real - clock.since) * clock.speed) : real;
}

/** A storage that can't be read (a damaged profile) must not keep a line from being saved: then there is no practice. */
async function runningClock(): Promise<PracticeClock | null> {
  return practiceClock.getValue().catch(() => null);
}

/** Now, in epoch milliseconds: the practice clock's time while one runs. */
export async function now(): Promise<number> {
  return timeOn(await runningClock(), Date.now());
}

// A page that is open hears whether a practice clock runs, and does not ask at each save: an answer of the
// extension's storage is a trip to another process.

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

/** The longest that a page may date an event back; more is a wrong clock. */
const OLDEST_MS = 10 * 60_000;

/**
 * When something happened that a page dates `at` (its own real time) and that is heard at `heard`, on
 * the clock of the app: never in the future, at most ten minutes ago.
 */
export async function timeOfEvent(at: number, heard: number = Date.now()): Promise<number> {
  const ago = Math.min(Math.max(heard - at, 0), OLDEST_MS);
  return timeOn(await runningClock(), heard - ago);
}

/** Minutes east of UTC where this machine is at instant `at`. */
export function utcOffsetAt(at: number): number {
  // 0 − and not just −: in UTC that would be −0, which no file can hold.
  return 0 - new Date(at).getTimezoneOffset();
}
