/** An invitation pasted as text: the words of a mail or of a calendar entry. */
import { findDates } from '../time/find-dates';
import { dateAt } from '../time/plain-date';
import { cleanName } from '../text/normalize';
import type { Invitation, InvitationNote, ReadingContext } from './invitation';
import { inOrder } from './invitation';
import { callLink, findLinks } from './links';
import { plainForms } from './plain-forms';
import { peopleOfText } from './text-people';
import type { When } from './text-when';
import { findWhen, nextListed } from './text-when';
import { fixedZone, instantAt } from './zones';

const MOST_TEXT = 100_000;
const LONGEST_LINE = 300;
const MOST_WORDS = 5_000;

const TITLE = /^[\s>*]*(?:제목|주제|회의명|회의 제목|미팅명|일정명|일정 제목|모임명|subject|topic|title|summary|meeting)\s*[:：]\s*(\S.*)$/iu;
const REPLY = /^(?:(?:re|fw|fwd|회신|전달)\s*[:：]\s*|(?:초대|invitation|updated invitation|업데이트된 초대장|초대장|취소된 일정|취소됨|변경됨|cancell?ed(?: event)?|updated|accepted|수락됨?)\s*[:：]\s*|\[(?:초대|invitation)\]\s*|webex meeting (?:invitation|updated|changed)\s*:\s*)+/iu;
const LABEL = /^[\s>*]*[\p{L} ]{2,20}\s*[:：]/u;
/** The title in a sentence of the calendar's: "Dana Fox has invited you to Baton <> Acme". */
const INVITED_TO = /^[\s>*]*\S.{0,80}\bhas invited you to\s+(?!a\b|an\b|join\b|the\b)(\S.*)$/iu;
const GREETING = /^[\s>*]*(?:안녕하세요|안녕하십니까|hi\b|hello\b|dear\b|good (?:morning|afternoon)|.{1,40}(?:님|께)[,.!]?\s*$|.{1,60}[가-힣](?:니다|세요|어요|아요|까요|네요|게요|죠)[.!?~]*\s*$|(?:a new event has been scheduled|this event has been (?:updated|changed|cancell?ed)|변경된 초대|이 일정[은이] .{0,12}되었습니다)|.{1,80}(?:inviting you to|invites you to|초대합니다|초대했습니다|초대하였습니다|has invited you))/iu;
const RULE_LINE = /^[\s>*=_─━-]*$/u;
const FURNITURE = /^\s*(?:join with google meet|google meet으로 참여|join zoom meeting|zoom 회의 참가|microsoft teams|video call link|event type|invitee|changed|변경|when|where|guests|일시|장소|참석자)\s*[:：]?\s*$/iu;

/** Below it stands who wrote, and no title. */
const SIGN_OFF = /^[\s>*]*(?:감사합니다|감사드립니다|고맙습니다|(?:(?:best|kind|warm) )?regards|thanks|thank you|sincerely|cheers|best)[\s,.!]*$/iu;

/** Lines that can say something: links and pages of small print can't. */
function usefulLines(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/https?:\/\/\S+/giu, ' ').slice(0, LONGEST_LINE).trimEnd());
}

/** Without "RE:" and "초대:" before it, and without the "@ date" that Google Calendar puts behind. */
function bareTitle(line: string, today: string): string {
  const bare = cleanName(cleanName(line).replace(REPLY, ''));
  const [, name = '', place = ''] = /^(.*\S)\s@\s(.+)$/u.exec(bare) ?? [];
  return place !== '' && findDates(place, today).length > 0 ? name : bare;
}

function isTitle(line: string, today: string): boolean {
  const bare = bareTitle(line, today);
  if (RULE_LINE.test(bare) || GREETING.test(line) || LABEL.test(bare) || FURNITURE.test(line)) return false;
  if (/(?:meet\.google\.com|zoom\.us)\//iu.test(bare) || /\S@\S+\.\S/u.test(bare)) return false;
  const dates = findDates(bare, today);
  // A date inside of a title is fine; a line that is little else is no title.
  return dates.length === 0 || dates.reduce((rest, { length }) => rest - length, bare.length) > 25;
}

function titleOf(lines: readonly string[], today: string): string {
  const labelled = lines.map((line) => (TITLE.exec(line) ?? INVITED_TO.exec(line))?.[1]).find((title) => title !== undefined && cleanName(title) !== '');
  const signed = lines.findIndex((line) => SIGN_OFF.test(line));
  return bareTitle(labelled ?? lines.slice(0, signed < 0 ? 60 : Math.min(60, signed)).find((line) => isTitle(line, today)) ?? '', today);
}

/** Which instants a when means, for this reader. */
function instants(when: When, { utcOffset }: ReadingContext): { startsAt: number; endsAt: number | null; otherZone: boolean } {
  const zone = when.zone !== null && when.zone !== 'unknown' ? when.zone.zone : fixedZone(utcOffset);
  const wall = (date: string, time: string): number => Date.parse(`${date}T${time}:00Z`);
  const start = wall(when.date, when.start ?? '00:00');
  return {
    startsAt: instantAt(zone, start),
    endsAt: when.end === null ? null : instantAt(zone, wall(when.endDate, when.end)),
    otherZone: zone.offsetAtWall(start) !== utcOffset,
  };
}

function timeNotes(when: When | null, endsAt: number | null): InvitationNote[] {
  if (when === null) return ['no_date'];
  const end: InvitationNote[] = when.start === null ? ['no_time'] : endsAt === null ? ['no_end'] : [];
  return when.zone === 'unknown' ? [...end, 'unknown_zone'] : end;
}

const CANCELLED = /^[\s>*]*(?:제목|subject)?\s*[:：]?\s*(?:\[?취소(?:됨|된 일정)?\]?\s*[:：\]]|cancell?ed(?: event)?\s*[:：]|이 일정은 취소되었습니다|this event has been cancell?ed)/imu;
const REPEATS = /매주|격주|매월|매달|매일|반복\s*(?:일정|회의)|\b(?:every (?:week|day|month|other|mon|tue|wed|thu|fri)|weekly|biweekly|monthly|recurring)\b/iu;

/** Reads pasted text; null where it holds neither a date nor a way into a call. */
export function readText(text: string, context: ReadingContext): Invitation | null {
  const head = plainForms(text.slice(0, MOST_TEXT));
  const lines = usefulLines(head);
  // Zoom in Korean puts the half of the day behind the time.
  const words = lines.filter((line) => line.trim() !== '').join('\n').slice(0, MOST_WORDS).replace(/(?<!(?:오전|오후)\s?)\b(\d{1,2}:\d{2})\s(오전|오후)(?!\s?\d)/gu, '$2 $1');
  const recurring = REPEATS.test(words);
  const first = findWhen(words, context);
  // A series that lists its dates: the one that comes next is meant.
  const next = recurring ? nextListed(words, context) : null;
  const when = next ?? first;
  const link = callLink(findLinks(head));
  if (when === null && link === null) return null;
  const times = when && instants(when, context);
  const [startsAt, endsAt] = [times?.startsAt ?? null, times?.endsAt ?? null];
  const people = peopleOfText(head);
  const allDay = when !== null && when.start === null;
  const notes = timeNotes(when, endsAt);
  const over = endsAt ?? (startsAt === null ? null : startsAt + (allDay ? 86_400_000 : 0));
  if (over !== null && over < context.now) notes.push('past');
  if (times?.otherZone) notes.push('other_zone');
  if (CANCELLED.test(words)) notes.push('cancelled');
  if (recurring) notes.push(next ? 'recurring_first' : 'recurring_unclear');
  if (link?.room == null) notes.push('no_room');
  if (people.cut) notes.push('people_cut');
  return {
    title: titleOf(lines, dateAt(context.now, context.utcOffset)), startsAt, endsAt, allDay, recurring,
    people: people.people, room: link?.room ?? null, url: link?.url ?? null, notes: inOrder(notes),
  };
}
