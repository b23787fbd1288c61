/** The "next step" answer names what we give by when: that is a promise, and often the next meeting. */
import type { AnswerValue, DatePart } from '../checklist/answer';
import type { SideNames } from './whose-part';
import { ourWords, whosePart } from './whose-part';

/** A meeting, but not its minutes, material or invitation: those are given. */
const MEETING = /(?:미팅|회의|통화|화상|워크숍|워크샵|킥오프)(?!\s*(?:록|자료|안건|결과|초대))|방문|\b(?:meet(?:ing)?|call|session|workshop|kick-?off)\b(?!\s+(?:minutes|notes|summary|agenda|material|slides))/iu;

function dates(value: AnswerValue | null): DatePart[] {
  return value?.kind === 'date' ? value.parts : [];
}

function promised(value: AnswerValue | null, names?: SideNames): DatePart | null {
  return dates(value).find((p) => p.label && !MEETING.test(p.label) && whosePart(p.label, names) !== 'theirs') ?? null;
}

/**
 * What we promised and by when (ISO date), or null: the first dated part that says what and is neither a meeting nor
 * the customer's to do. `names` are the people of the deal: what one of theirs promised is no promise of ours.
 */
export function promiseFromNextStep(value: AnswerValue | null, names?: SideNames): { words: string; due: string } | null {
  const part = promised(value, names);
  return part?.label ? { words: ourWords(part.label), due: part.date } : null;
}

/** The day (ISO date) by which the customer expects something of us, or null: our promise's, else a date said alone. */
export function dueFromNextStep(value: AnswerValue | null, names?: SideNames): string | null {
  return promised(value, names)?.date ?? dates(value).find((p) => !p.label)?.date ?? null;
}

/** Day (ISO date) and, when said, time of the next meeting, or null. */
export function nextMeetingOf(value: AnswerValue | null): { date: string; time?: string } | null {
  const part = dates(value).find((p) => p.label && MEETING.test(p.label));
  if (!part) return null;
  return part.time ? { date: part.date, time: part.time } : { date: part.date };
}
