/** Names as read from a page, made safe to send: text from strangers, sizes capped. */
import type { PagePerson } from './signals';

export const MOST_PEOPLE = 500;
export const LONGEST_NAME = 200;

export interface Roster { people: PagePerson[]; complete: boolean }
export interface ReadPerson { id: string; name: string; self: boolean }

/** At most `max` UTF-16 units, never half of a surrogate pair. */
export function cut(text: string, max: number): string {
  const end = text.charCodeAt(max - 1) >>> 10 === 0x36 ? max - 1 : max;
  return text.length > max ? text.slice(0, end) : text;
}

/** Neither control nor format characters; the joiners and tags of emoji stay. */
const UNSEEN = /(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}]/gu;

/** One line of text from a page. Small on purpose: the worker cleans again what it keeps. */
export function pageText(text: string | null | undefined, max = LONGEST_NAME): string {
  return cut((text ?? '').slice(0, max * 4).normalize('NFC').replace(/\s+/g, ' ').replace(UNSEEN, '').trim(), max);
}

/**
 * One person per `id` (first reading wins, `self` from any), nameless ones dropped. Complete only when
 * the page's own count says so too.
 */
export function toRoster(read: readonly ReadPerson[], count: number | null): Roster {
  const byId = new Map<string, PagePerson>();
  for (const { id, name, self } of read) {
    const known = byId.get(id);
    const clean = known ? '' : pageText(name);
    if (known) known.self ||= self;
    else if (clean && byId.size < MOST_PEOPLE) byId.set(id, { name: clean, self });
  }
  const people = [...byId.values()];
  return { people, complete: count !== null && people.length === count };
}

/** The only number in a text such as "People - 3 joined", or null. */
export function numberIn(text: string): number | null {
  const numbers = text.match(/\d+/g);
  return numbers?.length === 1 ? Number(numbers[0]) : null;
}
