/** The meeting that comes next, in words: for the page, the summary, the invitation and the calendar. */
import { dayText } from '../../../time/day-text';
import type { Language, Packet } from '../../schema';
import type { View } from '../words';

type Next = NonNullable<Packet['nextMeeting']>;

/** `2026. 12. 1. (화) 14:00–15:00 (UTC+09:00)`; the day alone while no time is known, '' while no day is. */
export function nextWhen({ date, startsAt, endsAt }: Next, language: Language): string {
  if (startsAt === null) return date === null ? '' : dayText(date, language);
  const zone = /[+-]\d{2}:\d{2}$/u.exec(startsAt)?.[0] ?? '+00:00';
  const clock = (iso: string): string => iso.slice(11, 16);
  const to = endsAt === null ? '' : endsAt.slice(0, 10) === startsAt.slice(0, 10) ? `–${clock(endsAt)}` : ` – ${dayText(endsAt, language)} ${clock(endsAt)}`;
  return `${dayText(startsAt, language)} ${clock(startsAt)}${to} (UTC${zone})`;
}

/** Name and words of each thing known of it, in reading order. `ours`: nobody typed them. */
export function nextFacts({ packet: { nextMeeting: next }, labels, language }: View): { name: string; text: string; ours: boolean }[] {
  if (!next) return [];
  const words = labels.next;
  const people = next.people.map(({ name, side }) => (side === 'unknown' ? name : `${name} (${labels.side[side]})`)).join(', ');
  const when = nextWhen(next, language);
  const fact = (name: string, text: string, ours = false) => ({ name, text, ours });
  return [fact(words.title, next.title), fact(words.when, when === '' ? words.noDate : when, true), fact(words.link, next.url), fact(words.aim, next.aim), fact(words.people, people)]
    .filter(({ text }) => text !== '');
}
