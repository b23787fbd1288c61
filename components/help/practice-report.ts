/**
 * How the practice panel (a frame) tells the page around it what was tried. Both are pages of the
 * extension; what arrives is still parsed.
 */
import { z } from 'zod';
import { PRACTICE_STEPS } from '@/utils/db/library/read-practice';
import type { PracticeStep } from '@/utils/db/library/read-practice';

const report = z.strictObject({ practice: z.array(z.enum(PRACTICE_STEPS)).max(PRACTICE_STEPS.length) });

/** Tells the page around this one, if there is one of the same origin. */
export function reportPractice(done: readonly PracticeStep[]): void {
  if (window.parent !== window) window.parent.postMessage({ practice: done }, location.origin);
}

/** The steps in a message of `frame`, or null when it is from somebody else or something else. */
export function readReport(event: MessageEvent, frame: Window | null): PracticeStep[] | null {
  if (frame === null || event.source !== frame || event.origin !== location.origin) return null;
  const parsed = report.safeParse(event.data);
  return parsed.success ? parsed.data.practice : null;
}
