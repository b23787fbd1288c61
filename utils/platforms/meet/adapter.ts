/** Google Meet, read from what its page shows. Nothing is clicked, written or asked of the page. */
import type { Sight, Stage } from '../call-state';
import { realClock } from '../clock';
import type { Clock } from '../clock';
import { findBy, firstWords, isEmptyPage } from '../find-element';
import { namesOnce, numberIn, pageText } from '../roster';
import type { Roster } from '../roster';
import type { Emit, PagePerson } from '../signals';
import { watchPage } from '../watch-page';
import { meetMeta } from './meta';
import { CALL_ONLY, EXIT_HALL, JOIN_BOX, LEAVE, MUTE_TOGGLE, PEOPLE_ROW, PEOPLE_TOGGLE, personTiles, SELF } from './selectors';

const CODE = /^[a-z]{3}-[a-z]{4}-[a-z]{3}$/;
/** The line may drop for so long before a call without any sign of its end counts as lost. */
const GRACE_MS = 12_000;
/** An end so soon after a click on "leave" was the user's own. */
const OWN_CLICK_MS = 15_000;

/** `(3) Meet - Title` is "Title"; a bare code or "Meet" is no title. */
export function meetTitle(raw: string): string {
  const title = raw.trim().replace(/^\(\d+\)\s*/, '').replace(/^(?:Google )?Meet(?:\s*[-\u2010-\u2015]\s*|$)/, '').trim();
  return CODE.test(title) ? '' : title;
}

function stageOf(root: Document): Stage {
  if (isEmptyPage(root)) return 'empty';
  const leave = findBy(root, LEAVE);
  const callOnly = findBy(root, CALL_ONLY);
  const tiles = personTiles(root).length;
  if (leave) {
    // A leave control that was only guessed from its place needs more than a picture beside it.
    const sure = callOnly !== null || (tiles > 0 && leave.strategy !== 'structure');
    if (sure) return 'incall';
    if (leave.strategy !== 'structure') return 'lobby';
  }
  if (root.querySelector(JOIN_BOX)) return 'outside';
  if (root.querySelector(MUTE_TOGGLE)) return tiles > 1 ? 'unknown' : 'unclear';
  return tiles === 0 && root.querySelector(EXIT_HALL) ? 'outside' : 'unknown';
}

function nameOfTile(tile: Element): string {
  return tile.querySelector('.notranslate:not(i)')?.textContent ?? tile.querySelector(SELF)?.getAttribute('data-self-name') ?? firstWords(tile);
}

function isSelf(tile: Element): boolean {
  return tile.matches(SELF) || tile.querySelector(SELF) !== null;
}

const idOf = (element: Element): string | null => element.getAttribute('data-participant-id');

/** "Presentation of Minh" beside "Minh" is the screen of Minh, in any language. */
function withoutPresentations(people: PagePerson[], tiles: readonly Element[]): PagePerson[] {
  return people.filter(({ name, self }, i) => self || tiles[i]?.querySelector('img') || !people.some((other) => other.name !== '' && other.name !== name && name.includes(other.name)));
}

/** Names on tiles, and those of the people panel while the user has it open: only that list can be whole. */
function readPeople(root: Document): Roster {
  const tiles = personTiles(root);
  const onTiles = tiles.map((tile) => ({ name: pageText(nameOfTile(tile)), self: isSelf(tile) }));
  const selfIds = new Set(tiles.filter(isSelf).map(idOf));
  const rows = [...root.querySelectorAll(PEOPLE_ROW)];
  const inPanel = rows.map((row) => ({ name: row.getAttribute('aria-label')?.trim() ? (row.getAttribute('aria-label') ?? '') : firstWords(row), self: selfIds.has(idOf(row)) }));
  const people = namesOnce([...inPanel, ...withoutPresentations(onTiles, tiles)]);
  return { people, complete: rows.length > 0 && rows.length >= (headCount(root) ?? 0) && new Set(inPanel.map((p) => p.name)).size >= people.length };
}

function headCount(root: Document): number | null {
  return numberIn(findBy(root, PEOPLE_TOGGLE)?.element.closest('button,[role=button]')?.getAttribute('aria-label') ?? '');
}

/** Listens until `signal` aborts. */
export function observeMeet(root: Document, emit: Emit, signal: AbortSignal, clock: Clock = realClock): void {
  let leftByClick = -Infinity;
  const onClick = (event: Event): void => {
    const target = event.target instanceof Element ? event.target : null;
    const confirmed = target?.closest('[data-mdc-dialog-action=Pd96ce]');
    if (confirmed || (target && findBy(root, LEAVE)?.element.contains(target))) leftByClick = clock.now();
  };
  root.addEventListener('click', onClick, { capture: true, passive: true, signal });
  const look = (now: number): Sight => {
    const room = meetMeta.roomOf(root.location.href);
    const cause = now - leftByClick < OWN_CLICK_MS ? 'hangup' : room === null ? 'navigated' : 'ended';
    return { room, stage: room === null ? 'outside' : stageOf(root), cause };
  };
  watchPage(root, { graceMs: GRACE_MS, look, people: () => readPeople(root), titleOf: meetTitle }, emit, signal, clock);
}
