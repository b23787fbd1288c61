/** The "next step" answer names what we give by when: that is a promise, and often the next meeting. */
import type { AnswerValue, DatePart } from '../checklist/answer';
import { similarity } from '../text/similarity';
import type { SideNames } from './whose-part';
import { ourWords, whosePart } from './whose-part';

/** A meeting, but not its minutes, material or invitation: those are given. */
const MEETING = /(?:미팅|회의|통화|화상|워크숍|워크샵|킥오프)(?!\s*(?:록|자료|안건|결과|초대))|방문|\b(?:meet(?:ing)?|call|session|workshop|kick-?off)\b(?!\s+(?:minutes|notes|summary|agenda|material|slides))/iu;

/** What takes place at an hour: with a time beside it, it is no thing that we hand over. */
const APPOINTMENT = /시연|데모|발표|설명회|답사|실사|면담|인터뷰|교육|\b(?:demo|presentation|visit|interview|walk-?through|review|training|catch-?up|check-?in)\b/iu;
/** About one, but handed over. */
const GIVEN = /자료|영상|교재|환경|계정|링크|보고서|결과|문서|송부|전달|제출|발송|보내|\b(?:videos?|recordings?|materials?|slides?|deck|environment|accounts?|link|report|results?|send|sends|deliver|submit)\b/iu;
/** Until an hour is a deadline, whatever is due then. */
const UNTIL = /까지|\bby\b|\buntil\b/iu;

function isMeeting({ label, time }: DatePart): boolean {
  if (!label) return false;
  return MEETING.test(label) || (time !== undefined && APPOINTMENT.test(label) && !GIVEN.test(label) && !UNTIL.test(label));
}

function dates(value: AnswerValue | null): DatePart[] {
  return value?.kind === 'date' ? value.parts : [];
}

function promised(value: AnswerValue | null, names?: SideNames): DatePart | null {
  return dates(value).find((p) => p.label && !isMeeting(p) && whosePart(p.label, names) !== 'theirs') ?? null;
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
  const all = dates(value);
  const part = all.find((p) => p.label && MEETING.test(p.label)) ?? all.find(isMeeting);
  if (!part) return null;
  return part.time ? { date: part.date, time: part.time } : { date: part.date };
}

/** Is it among the promises already? The same day needs fewer words in common. */
export function isNoted(implied: { words: string; due: string }, promises: readonly { words: string; due: string | null }[]): boolean {
  return promises.some((one) => similarity(one.words, implied.words) > (one.due === implied.due ? 0.35 : 0.6));
}
