/** Google Meet, read from what its page shows. */
import type { Sight } from '../call-watch';
import type { PageFacts } from '../page-facts';
import type { BlindReason, Emit, PagePerson } from '../signals';
import { pageText } from '../text';
import type { Clock } from '../page-loop';
import { watchPage } from '../page-loop';
import { meetMeta } from './meta';
import { callOnlyControl, HEADING, joinControl, leaveControl, MUTE_TOGGLE, PEOPLE_ROW, personTiles, SELF } from './selectors';

const CODE = /^[a-z]{3}-[a-z]{4}-[a-z]{3}$/u;

/** `(3) Meet - Title` → `Title`; a bare code or "Meet" is no title. */
export function meetTitle(raw: string): string {
  const text = pageText(raw).replace(/^\(\d+\)\s*/u, '').replace(/^(?:Google\s+)?Meet(?:\s*[-–—:]\s*|$)/u, '').trim();
  return CODE.test(text) ? '' : text;
}

function nameOf(el: Element): string {
  const self = el.querySelector(SELF)?.getAttribute('data-self-name') ?? el.getAttribute('data-self-name');
  return pageText(self ?? el.querySelector('span.notranslate, .notranslate:not(i)')?.textContent ?? el.getAttribute('aria-label'));
}

function isSelf(el: Element): boolean {
  return el.matches(SELF) || el.querySelector(SELF) !== null;
}

/** People of the tiles, and of the people panel when the user has it open; only then is the list whole. */
function readPeople(root: Document): { people: PagePerson[]; complete: boolean } {
  const tiles = personTiles(root);
  const selfIds = new Set(tiles.filter(isSelf).map((t) => t.getAttribute('data-participant-id')));
  const people = tiles.map((t) => ({ name: nameOf(t), self: isSelf(t) }));
  const seen = new Set<string>();
  const rows = [...root.querySelectorAll(PEOPLE_ROW)].filter((row) => {
    const id = row.getAttribute('data-participant-id') ?? '';
    return !seen.has(id) && seen.add(id);
  });
  for (const row of rows) people.push({ name: pageText(row.getAttribute('aria-label')) || nameOf(row), self: selfIds.has(row.getAttribute('data-participant-id')) });
  return { people, complete: rows.length > 0 };
}

function sightOf(root: Document): Sight {
  const room = meetMeta.roomOf(root.location.href);
  const leave = room === null ? null : leaveControl(root);
  const inCall = leave !== null && (callOnlyControl(root) !== null || personTiles(root).length > 0);
  // The exit hall: a heading, and none of the media toggles that every other room screen has.
  const over = leave === null && room !== null && root.querySelector(MUTE_TOGGLE) === null && root.querySelector(HEADING) !== null;
  return { room, inCall, over, transfer: false };
}

/** In a room, yet neither green room, lobby, call nor exit can be told. */
function blindness(root: Document, sight: Sight): BlindReason | null {
  if (sight.room === null || sight.inCall || sight.over) return null;
  if (!root.body || root.body.childElementCount === 0) return 'page_empty';
  const known = joinControl(root) !== null || leaveControl(root) !== null;
  // The green room of every known layout has a join wrapper or a shortcut hint; many videos and none of it is a call we can't read.
  return !known && root.querySelectorAll('video').length > 1 ? 'controls_not_found' : null;
}

/** Listens until `signal` aborts. */
export function observeMeet(root: Document, emit: Emit, signal: AbortSignal, clock?: Clock): void {
  const facts = (room: string, out: PageFacts): void => {
    out.title(room, meetTitle(root.title));
    const { people, complete } = readPeople(root);
    out.people(room, people, complete);
  };
  watchPage(root, { sight: () => sightOf(root), facts, blind: (sight) => blindness(root, sight) }, emit, signal, clock);
}
