/** Google Meet, read from what its page shows. Nothing is clicked, written or asked of the page. */
import type { Sight, Stage } from '../call-state';
import { realClock } from '../clock';
import type { Clock } from '../clock';
import { iconWords, isEmptyPage, keepFinding } from '../find-element';
import type { Found } from '../find-element';
import type { Emit } from '../signals';
import { watchPage } from '../watch-page';
import { meetMeta } from './meta';
import { readPeople, readTile } from './people';
import { CALL_ONLY, CONFIRM_LEAVE, EXIT_HALL, JOIN_BOX, LEAVE, MUTE_TOGGLE, personTiles } from './selectors';

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

/** Listens until `signal` aborts. */
export function observeMeet(root: Document, emit: Emit, signal: AbortSignal, clock: Clock = realClock): void {
  const leave = keepFinding(root, LEAVE);
  const callOnly = keepFinding(root, CALL_ONLY);
  let leftByClick = -Infinity;
  const onClick = (event: Event): void => {
    const target = event.target instanceof Element ? event.target : null;
    if (target && (target.closest(CONFIRM_LEAVE) ?? leave()?.element.contains(target))) leftByClick = clock.now();
  };
  root.addEventListener('click', onClick, { capture: true, passive: true, signal });
  const look = (now: number): Sight => {
    const room = meetMeta.roomOf(root.location.href);
    const cause = now - leftByClick < OWN_CLICK_MS ? 'hangup' : room === null ? 'navigated' : 'ended';
    return { room, stage: room === null ? 'outside' : stageOf(root, leave(), callOnly), cause };
  };
  watchPage(root, { graceMs: GRACE_MS, look, people: () => readPeople(root), titleOf: meetTitle }, emit, signal, clock);
}

function stageOf(root: Document, leave: Found | null, callOnly: () => Found | null): Stage {
  if (isEmptyPage(root)) return 'empty';
  if (leave) return (callOnly() ?? (hasRealTile(root, leave) || showsCompany(root))) ? 'incall' : 'lobby';
  if (root.querySelector(JOIN_BOX)) return 'outside';
  // Where icons are only drawings the hang-up control has no mark: a call's own shortcut beside the toggles says it.
  const toggle = root.querySelector(MUTE_TOGGLE);
  if (toggle) return (callOnly() ?? showsCompany(root)) ? 'incall' : isSilent(root, toggle) ? 'unknown' : 'unclear';
  if (root.querySelector(EXIT_HALL)) return 'outside';
  // Any other heading is an exit hall, or "you can't join", only where nothing plays.
  return root.querySelector('h1') && !root.querySelector('video,audio') ? 'outside' : 'unknown';
}

/** While knocking one's own preview is a tile too, told by its icon: only a page whose icons can be read counts. */
function hasRealTile(root: Document, leave: Found): boolean {
  return leave.strategy === 'ligature' && personTiles(root).some((tile) => readTile(tile).name !== '');
}

/** Somebody else is there, or oneself as the others see it: before the call there is only one's own preview, without that mark. */
function showsCompany(root: Document): boolean {
  const named = personTiles(root).map(readTile).filter((tile) => tile.name !== '');
  return named.some((tile) => tile.self) || new Set(named.map((tile) => tile.id)).size > 1;
}

/** So many buttons has no green room. */
const CALL_BUTTONS = 9;

/** Neither icon nor label says what the buttons are, or there are a call's buttons and none is known: not to be told from a call. */
function isSilent(root: Document, toggle: Element): boolean {
  const labelled = (toggle.getAttribute('aria-label') ?? '') !== '';
  return iconWords(toggle).length === 0 && (!labelled || root.getElementsByTagName('button').length >= CALL_BUTTONS);
}
