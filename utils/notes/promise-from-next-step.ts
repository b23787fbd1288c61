/** The "next step" answer names what we give by when: that is a promise, and often the next meeting. */
import type { AnswerValue, DatePart } from '../checklist/answer';

/** A meeting, but not its minutes, material or invitation: those are given. */
const MEETING = /(?:미팅|회의|통화|화상|워크숍|워크샵|킥오프)(?!\s*(?:록|자료|안건|결과|초대))|방문|\b(?:meet(?:ing)?|call|session|workshop|kick-?off)\b(?!\s+(?:minutes|notes|summary|agenda|material|slides))/iu;
/** What the customer does is no promise of ours. */
const THEIRS = /^[\s([]*(?:고객|귀사|customer|client)/iu;

function dates(value: AnswerValue | null): DatePart[] {
  return value?.kind === 'date' ? value.parts : [];
}

/** What was promised and by when (ISO date), or null: the first dated part that says what and is neither a meeting nor the customer's. */
export function promiseFromNextStep(value: AnswerValue | null): { words: string; due: string } | null {
  const part = dates(value).find((p) => p.label && !MEETING.test(p.label) && !THEIRS.test(p.label));
  return part?.label ? { words: part.label, due: part.date } : null;
}

/** Day (ISO date) and, when said, time of the next meeting, or null. */
export function nextMeetingOf(value: AnswerValue | null): { date: string; time?: string } | null {
  const part = dates(value).find((p) => p.label && MEETING.test(p.label));
  if (!part) return null;
  return part.time ? { date: part.date, time: part.time } : { date: part.date };
}
