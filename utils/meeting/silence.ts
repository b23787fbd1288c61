/** A meeting that nobody ended: after a killed browser, or one begun by hand and forgotten. */

/** Without any sign of life for this long a meeting no longer runs, whatever its record says. */
export const LONGEST_SILENCE_MS = 12 * 3_600_000;

/** Has nothing been heard for too long at `at`, the last sign of life having been at `lastSign`? */
export function isSilent(lastSign: number, at: number): boolean {
  return at - lastSign > LONGEST_SILENCE_MS;
}
