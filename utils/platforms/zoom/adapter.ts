/** Zoom's web client, read in the one frame that is the call. */
import type { Sight } from '../call-watch';
import type { PageFacts } from '../page-facts';
import type { BlindReason, Emit, PagePerson } from '../signals';
import { pageText } from '../text';
import type { Clock } from '../page-loop';
import { watchPage } from '../page-loop';
import { zoomMeta } from './meta';
import { FOOTER, GONE, LEAVE, MEETING, MODAL_TITLE, PERSON_LABEL, PERSON_NAME, PERSON_ROW, PREVIEW, SHELL_FRAME, TILE_NAME, TRANSFER, WAITING } from './selectors';

const NO_TITLE = /^(?:Zoom|Zoom Meeting|Zoom meeting on web|Error - Zoom|Launch Meeting - Zoom)$/iu;
/** A dialog over a call where nothing moves for this long, and then the call is gone: the host ended it then. */
const ENDED_AFTER_MS = 20_000;

/** `(Locked) Topic - Zoom` → `Topic`; the client's own names are no title. */
export function zoomTitle(raw: string): string {
  const text = pageText(raw);
  if (NO_TITLE.test(text)) return '';
  return text.replace(/^\(Locked\)\s*/iu, '').replace(/\s+-\s+Zoom$/u, '').trim();
}

function readPeople(root: Document): PagePerson[] {
  const tiles = [...root.querySelectorAll(TILE_NAME)].map((el) => ({ name: pageText(el.textContent), self: false }));
  const rows = [...root.querySelectorAll(PERSON_ROW)].map((row) => ({
    name: pageText(row.querySelector(PERSON_NAME)?.textContent),
    // The label says "(Me)" in the user's language, "(Host)" and others too: only the first row is ever oneself.
    self: row === root.querySelector(PERSON_ROW) && row.querySelector(PERSON_LABEL) !== null,
  }));
  return [...rows, ...tiles].filter((p) => p.name !== '');
}

interface Memory { modalSince: number | null; lifeAt: number; life: string }

/** A cheap print of what moves in a live meeting: who is there and the last caption. */
function lifePrint(root: Document): string {
  const captions = root.querySelectorAll('.live-transcription-subtitle__item');
  return `${String(root.querySelectorAll('.video-avatar__avatar-footer').length)}|${captions[captions.length - 1]?.textContent ?? ''}`;
}

function sightOf(root: Document, at: number, memory: Memory): Sight {
  const room = zoomMeta.roomOf(root.location.href);
  const modal = root.querySelector(MODAL_TITLE) !== null;
  const life = lifePrint(root);
  if (life !== memory.life) { memory.life = life; memory.lifeAt = at; }
  if (!modal) memory.modalSince = null;
  else if (memory.modalSince === null || memory.lifeAt > memory.modalSince) memory.modalSince = at;
  const blocked = root.querySelector(PREVIEW) !== null || root.querySelector(WAITING) !== null;
  const inCall = room !== null && !blocked && root.querySelector(LEAVE) !== null;
  const left = root.location.pathname.startsWith('/wc/leave') || root.querySelector(GONE) !== null;
  const endedByHost = memory.modalSince !== null && at - memory.modalSince >= ENDED_AFTER_MS && !inCall;
  return { room: left ? null : room, inCall: inCall && !left, over: left || endedByHost || blocked, transfer: root.querySelector(TRANSFER) !== null, ...(memory.modalSince === null ? {} : { endedSince: memory.modalSince }) };
}

function blindness(root: Document, sight: Sight): BlindReason | null {
  if (sight.room === null || sight.inCall) return null;
  if (!root.body || root.body.childElementCount === 0) return 'page_empty';
  const known = root.querySelector(`${PREVIEW}, ${WAITING}, ${MEETING}, ${FOOTER}, ${SHELL_FRAME}`) !== null;
  return known ? null : 'controls_not_found';
}

/** Listens until `signal` aborts. The shell document (it has the iframe) says nothing. */
export function observeZoom(root: Document, emit: Emit, signal: AbortSignal, clock?: Clock): void {
  const memory: Memory = { modalSince: null, lifeAt: 0, life: '' };
  const isShell = (): boolean => root.querySelector(SHELL_FRAME) !== null;
  const nothing: Sight = { room: null, inCall: false, over: false, transfer: false };
  const facts = (room: string, out: PageFacts): void => {
    out.title(room, zoomTitle(root.title));
    out.people(room, readPeople(root), false);
  };
  watchPage(root, { sight: (at) => (isShell() ? nothing : sightOf(root, at, memory)), facts, blind: (sight) => blindness(root, sight) }, emit, signal, clock);
}
