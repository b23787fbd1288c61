/** The "next step" answer names what we give by when: that is a promise, and often the next meeting. */
import type { AnswerValue, DatePart } from '../checklist/answer';

const MEETING = /미팅|회의|방문|\b(meeting|meet|call|session|workshop)\b/iu;

function dates(value: AnswerValue | null): DatePart[] {
  return value?.kind === 'date' ? value.parts : [];
}

/** What was promised and by when, or null: the first dated part that isn't a meeting and says what. */
export function promiseFromNextStep(value: AnswerValue | null): { words: string; due: string } | null {
  const part = dates(value).find((p) => p.label && !MEETING.test(p.label));
  return part?.label ? { words: part.label, due: part.date } : null;
}

/** The next meeting's date, or null. */
export function nextMeetingOf(value: AnswerValue | null): { date: string; time?: string } | null {
  const part = dates(value).find((p) => p.label && MEETING.test(p.label));
  if (!part) return null;
  return part.time ? { date: part.date, time: part.time } : { date: part.date };
}
