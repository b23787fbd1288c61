/** Consents as they stand in a record: what was allowed, and until when. Apart from `participants.ts`, which the panel loads first. */
import type { Consent } from './meeting';

/** How much of the captions may be kept, and whether audio may. */
const ALLOWED = { off: 0, display_only: 1, stored: 2 };

/** The newest consent of each person, and before it each that allowed what the next one took back: a withdrawal has its time. */
export function consentsOnRecord(consents: readonly Consent[]): Consent[] {
  const sorted = [...consents].sort((a, b) => a.at - b.at);
  return sorted.filter((c, i) => {
    const next = sorted.slice(i + 1).find((later) => later.who === c.who);
    return !next || (c.audio && !next.audio) || (c.notes && !next.notes) || ALLOWED[c.captions] > ALLOWED[next.captions];
  });
}
