/** What of a practice call has been tried. */
import type { BatonDatabase } from '../database';

export const PRACTICE_STEPS = ['answer', 'gap', 'review', 'packet'] as const;
export type PracticeStep = (typeof PRACTICE_STEPS)[number];

/** Steps that left rows behind in a meeting; seeing the packet leaves none. */
export async function readPracticeProgress(database: BatonDatabase, meetingId: string): Promise<PracticeStep[]> {
  const [answers, gaps, meeting] = await Promise.all([
    database.answers.where({ meetingId }).count(),
    database.gaps.where({ meetingId }).filter((gap) => gap.origin === 'note').count(),
    database.meetings.get(meetingId),
  ]);
  const done: Record<PracticeStep, boolean> = { answer: answers > 0, gap: gaps > 0, review: meeting !== undefined && meeting.state !== 'live', packet: false };
  return PRACTICE_STEPS.filter((step) => done[step]);
}
