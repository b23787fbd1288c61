/** Zoom's web client, read in the one frame that is the call. Nothing is clicked, written or opened. */
import type { Sight, Stage } from '../call-state';
import { realClock } from '../clock';
import type { Clock } from '../clock';
import { isEmptyPage, keepFinding } from '../find-element';
import type { Found } from '../find-element';
import { numberIn, pageText, toRoster } from '../roster';
import type { Roster } from '../roster';
import type { Emit, LeftCause } from '../signals';
import { watchPage } from '../watch-page';
import { zoomMeta } from './meta';
import { watchModal } from './modal';
import { CLIENT, COUNTER, GONE, LEAVE, LEAVE_PRESS, PREVIEW, PREVIEW_NAME, ROW_NAMES, SHELL_FRAME, TILE_NAMES, TRANSFER, WAITING } from './selectors';

/** Moving between breakout rooms takes the controls away for seconds, and says so only mostly. */
const GRACE_MS = 30_000;
const HANGUP_MS = 10_000;
/** The page goes 20 to 25 s after the host's end; a dialog that stood much longer was another one. */
const MODAL_AT_MOST_MS = 90_000;

/** Listens until `signal` aborts. Every frame of the tab runs it; the shell and strange frames stay silent. */
export function observeZoom(root: Document, emit: Emit, signal: AbortSignal, clock: Clock = realClock): void {
  const leave = keepFinding(root, LEAVE);
  const outer = watchOuterAddress(root);
  const modal = watchModal(root, signal);
  let ownName = '';
  let pressedAt = -Infinity;
  root.addEventListener('click', (event) => {
    if ((event.target as Element | null)?.closest?.(LEAVE_PRESS)) pressedAt = clock.now();
  }, { capture: true, passive: true, signal });

  const look = (now: number): Sight => {
    const hungUp = now - pressedAt < HANGUP_MS || root.location.pathname.startsWith('/wc/leave');
    if (isForeign(root) || outer.leftCall()) return { room: null, stage: 'outside', cause: hungUp ? 'hangup' : 'ended' };
    const room = zoomMeta.roomOf(root.location.href);
    const stage = room === null ? 'outside' : stageOf(root, leave());
    ownName = readOwnName(root) || ownName;
    modal.look(stage === 'incall', now);
    return { room, stage, cause: hungUp ? 'hangup' : root.querySelector(GONE) ? 'lost' : room === null ? 'navigated' : 'ended' };
  };
  /** The host's end stands behind a dialog until the page goes: it was over when that appeared. */
  const ending = (at: number, cause: LeftCause): { at: number; cause: LeftCause } => {
    const since = modal.quietSince();
    const hostEnded = since !== null && at - since <= MODAL_AT_MOST_MS && clock.now() - pressedAt >= HANGUP_MS;
    return hostEnded ? { at: Math.min(at, since), cause: 'ended' } : { at, cause };
  };
  watchPage(root, { graceMs: GRACE_MS, look, ending, people: () => readPeople(root, ownName), titleOf: zoomTitle }, emit, signal, clock);
}

function stageOf(root: Document, leave: Found | null): Stage {
  if (root.querySelector(GONE) ?? root.querySelector(PREVIEW) ?? root.querySelector(WAITING)) return 'outside';
  if (root.querySelector(TRANSFER)) return 'away';
  if (leave) return 'incall';
  if (root.querySelector(CLIENT)) return 'unclear';
  return isEmptyPage(root) ? 'empty' : 'unknown';
}

/** The shell around the client, or a frame inside the page that is not the client. */
function isForeign(root: Document): boolean {
  if (root.querySelector(SHELL_FRAME)) return true;
  const view = root.defaultView;
  return view !== null && view.parent !== view && view.frameElement?.id !== 'webclient' && !root.querySelector(CLIENT);
}

/** In iframe mode the outer address mirrors the call's and moves away first when the host ends it. */
function watchOuterAddress(root: Document): { leftCall: () => boolean } {
  let wasCall = false;
  return {
    leftCall: () => {
      const top = root.defaultView?.top;
      if (!top || top === root.defaultView) return false;
      try {
        const isCall = zoomMeta.roomOf(top.location.href) !== null;
        wasCall ||= isCall;
        return wasCall && !isCall;
      } catch {
        // Of another origin: nothing to be learnt there.
        return false;
      }
    },
  };
}

/** No hook says which person is the user; the name typed in the preview does. */
function readOwnName(root: Document): string {
  const input = root.querySelector(PREVIEW_NAME);
  return input ? pageText((input as HTMLInputElement).value ?? '', 200) : '';
}

/** One person per name: tiles may show somebody twice, the list holds only what is in view. */
export function readPeople(root: Document, ownName: string): Roster {
  const tiles = TILE_NAMES.map((selector) => namesOf(root, selector)).find((names) => names.length > 0) ?? [];
  const toPerson = (name: string): { id: string; name: string; self: boolean } => ({ id: name, name, self: name === ownName });
  const count = numberIn(root.querySelector(COUNTER)?.textContent ?? '');
  const shown = toRoster(tiles.map(toPerson), count);
  const { people } = toRoster([...tiles, ...namesOf(root, ROW_NAMES)].map(toPerson), null);
  return { people, complete: shown.complete && people.length === shown.people.length };
}

function namesOf(root: Document, selector: string): string[] {
  return Array.from(root.querySelectorAll(selector), (element) => pageText(element.textContent, 200)).filter((name) => name !== '');
}

/** `(Locked) Topic - Zoom` → `Topic`. The client's own names are none. */
export function zoomTitle(documentTitle: string): string {
  const title = documentTitle.trim().replace(/^\(\d+\)\s*/u, '').replace(/^\(Locked\)\s*/iu, '').replace(/\s+[-\u2010-\u2015|]\s+Zoom$/iu, '').trim();
  return /^(?:error|launch meeting|zoom|zoom meeting|zoom workplace|zoom webinar|zoom meeting on web)$/iu.test(title) ? '' : title;
}
