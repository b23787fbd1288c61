/**
 * Everything Baton knows of Zoom's web client. Client 7.1 and 7.2, October 2026, unless noted; ids come
 * before classes. Elements only, never document text: the page carries all its sentences in a script.
 */
import { bySelector } from '../find-element';
import type { Strategy } from '../find-element';

/** Only the shell around the client has it: that document is not the call. */
export const SHELL_FRAME = 'iframe#webclient';

/** The way out, or the audio menu beside it (what TranscripTonic waits for). Hidden bars keep their nodes. */
export const LEAVE: readonly Strategy[] = [
  bySelector('class', '#wc-footer .footer__leave-btn-container button'),
  bySelector('data', '#wc-footer #audioOptionMenu'),
];
/** What the user presses to leave: the button, then the entry of its menu. */
export const LEAVE_PRESS = '.footer__leave-btn-container,.leave-meeting-options__btn,[class*="leave-meeting-options"]';

/** Preview before joining, and the classic client's. */
export const PREVIEW = '#input-for-name,#preview-audio-control-button,#inputname,#joinBtn,.preview-root';
/** What the user is called, as typed there. */
export const PREVIEW_NAME = '#input-for-name,#inputname';
/** Waiting room and "on hold", inside `.meeting-app` like the call (client code, October 2026). */
export const WAITING = '.waiting-room-container,.on-hold-main';
/** On the way to a breakout room or back. */
export const TRANSFER = '.loading-layer--bo-room,.loading-layer--reset-webclient,.dialog-reconnect-container';
/** The overlay of a lost connection (client code). */
export const GONE = '#wc-leave';
/** Anything of the client itself: known, even if nothing above is. */
export const CLIENT = '#wc-container,#wc-content,.meeting-app';
/** Where tiles live: it moves while a meeting lives. */
export const CONTENT = '#wc-content';

/** A dialog with a title. The host's end shows as one, while the leave button stays for 20 s and more. */
export const MODAL = '.zm-modal .zm-modal-body-title';

/** Names on tiles; with the camera off also in the middle of the tile. */
export const TILE_NAMES = ['.video-avatar__avatar-footer > span[role="none"]', '.video-avatar__avatar-name', '#wc-content span[role="none"]'];
/** Open participants panel, virtualized: only the rows in view exist. */
export const ROW_NAMES = '.participants-item__display-name';
/** The number on the participants button. */
export const COUNTER = 'button:has(svg.SvgParticipants) .footer-button__number-counter';
